import { KeyedWriters, type Sent } from "../support/keyed-writers.js";
import { startServerOnOwnNeo4j } from "../support/own-neo4j.js";
import { repetitions } from "../support/repetitions.js";
import { uniqueNamespace } from "../support/test-app.js";
import { everythingOnce, judgeWrites } from "../support/written-once.js";

const kills = Number(process.env.FAULT_KILLS ?? repetitions.databaseKills);
const writerCount = 8;

test(
  `the database killed with -9 ${kills} times under ${writerCount} writers: every acknowledged write exists once, and writes continue`,
  async () => {
    const { neo4j, server, url, end } = await startServerOnOwnNeo4j();
    const namespace = uniqueNamespace();
    const writers = new KeyedWriters({ namespace, count: writerCount, urls: () => [url] });
    try {
      await writers.start();
      const recoveries: number[] = [];
      let interrupted = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        // After a number of writes, not after a time: each kill happens while writers are active.
        await writers.acknowledgeMore(20 + Math.floor(Math.random() * 60));
        const killedAt = Date.now();
        await neo4j.killAndStart();
        await writers.acknowledgeMore(writerCount);
        interrupted += writers.sent.filter((sent) => isInterrupted(sent, killedAt)).length;
        recoveries.push(
          (writers.acknowledged.find(({ at, tries }) => at > killedAt && tries > 1)?.at ?? NaN) - killedAt,
        );
      }
      await writers.stop();
      process.stderr.write(
        `killed ${kills} times: ${writers.acknowledged.length} writes acknowledged, ${interrupted} interrupted; written again after ${recoveries.map((ms) => (ms / 1_000).toFixed(1)).join(", ")} s\n`,
      );
      expect(writers.unexpected).toEqual([]);
      // With few writes in progress, the test would prove nothing.
      if (interrupted < (kills * writerCount) / 4)
        throw new Error(`no result: the ${kills} kills interrupted only ${interrupted} writes`);
      expect(await judgeWrites(neo4j.database, namespace, writers.acknowledged)).toEqual(everythingOnce);
      expect(server.process.exitCode).toBeNull();
    } finally {
      await writers.abandon();
      await end();
    }
  },
  600_000 + kills * 60_000,
);

/** In progress at that moment, and not acknowledged. */
function isInterrupted({ startedAt, milliseconds, outcome }: Sent, at: number): boolean {
  return startedAt < at && startedAt + milliseconds >= at && outcome !== "ok";
}
