import { KeyedWriters } from "../support/keyed-writers.js";
import { type CliRun, serverAddress, startCli } from "../support/run-cli.js";
import { testDatabase, uniqueNamespace } from "../support/test-app.js";
import { everythingOnce, judgeWrites } from "../support/written-once.js";

const kills = Number(process.env.FAULT_KILLS ?? 4);
const writerCount = 8;

interface Served {
  readonly run: CliRun;
  readonly url: string;
}

const servers: (Served | undefined)[] = [];
let writers: KeyedWriters | undefined;

afterAll(async () => {
  await writers?.abandon();
  for (const server of servers) server?.run.process.kill("SIGTERM");
  for (const server of servers) process.stderr.write((await server?.run.ended)?.stderr ?? "");
});

async function serve(): Promise<Served> {
  const run = startCli(["serve"], { PORT: "0", LINEAGE_EXAMPLE: "off", LOG_LEVEL: "error" });
  return { run, url: await serverAddress(run) };
}

test(
  `one of two servers killed with -9 ${kills} times during writes that are repeated to the other: each takes effect once`,
  async () => {
    const namespace = uniqueNamespace();
    servers.push(await serve(), await serve());
    writers = new KeyedWriters({
      namespace,
      count: writerCount,
      urls: () => servers.flatMap((server) => server?.url ?? []),
    });
    await writers.start();
    let interrupted = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      await writers.acknowledgeMore(20 + Math.floor(Math.random() * 60));
      const killed = servers[kill % 2];
      killed?.run.process.kill("SIGKILL");
      servers[kill % 2] = undefined;
      await killed?.run.ended;
      interrupted = new Set(writers.sent.filter(({ outcome }) => outcome === "no answer").map(({ key }) => key)).size;
      servers[kill % 2] = await serve();
    }
    await writers.acknowledgeMore(writerCount);
    await writers.stop();
    process.stderr.write(
      `killed a server ${kills} times: ${writers.acknowledged.length} writes acknowledged, ${interrupted} interrupted\n`,
    );
    expect(writers.unexpected).toEqual([]);
    // With few writes in progress, the test would prove nothing.
    if (interrupted < kills) throw new Error(`no result: the ${kills} kills interrupted only ${interrupted} writes`);
    expect(await judgeWrites(testDatabase(), namespace, writers.acknowledged)).toEqual(everythingOnce);
  },
  600_000 + kills * 60_000,
);
