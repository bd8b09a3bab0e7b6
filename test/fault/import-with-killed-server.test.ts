import { randomUUID } from "node:crypto";
import { type CliRun, runCli, serverAddress, startCli } from "../support/run-cli.js";
import { databaseWithRuns, removeTemporaryFolders } from "../import/mlflow/temporary-store.js";

const storedRuns = 15_000;
const namespace = `mlflow-${randomUUID()}`;
let server: CliRun | undefined;

afterAll(() => {
  server?.process.kill("SIGKILL");
  removeTemporaryFolders();
});

async function countRuns(url: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: "query Count($namespace: String!) { runs(filter: { namespace: $namespace }, first: 1) { totalCount } }",
      variables: { namespace },
    }),
  });
  const { data }: { data: { runs: { totalCount: number } } } = JSON.parse(await response.text());
  return data.runs.totalCount;
}

interface Report {
  readonly ended: string;
  readonly problemCount: number;
  readonly kinds: Record<string, Record<"read" | "new" | "changed" | "unchanged" | "rejected", number>>;
}

test("a server killed during an import and restarted: the import continues, and the graph is that of an undisturbed one", async () => {
  const store = databaseWithRuns(storedRuns);
  server = startCli(["serve"], { PORT: "0", LINEAGE_EXAMPLE: "off", LOG_LEVEL: "warn" });
  const url = await serverAddress(server);
  const words = ["import", "mlflow", store, "--namespace", namespace, "--deployed-alias", "champion", "--json"];
  const importing = startCli(words, { LINEAGE_URL: url });
  while ((await countRuns(url)) === 0) expect(importing.process.exitCode).toBeNull();
  server.process.kill("SIGKILL");
  await server.ended;
  expect(importing.process.exitCode).toBeNull();

  server = startCli(["serve"], { PORT: new URL(url).port, LINEAGE_EXAMPLE: "off", LOG_LEVEL: "warn" });
  await serverAddress(server);
  const first: Report = JSON.parse((await importing.ended).stdout);
  expect([first.ended, first.problemCount]).toEqual(["completed", 2]);
  expect(await countRuns(url)).toBe(storedRuns + 42);

  const again: Report = JSON.parse((await runCli(words, { LINEAGE_URL: url })).stdout);
  for (const counts of Object.values(again.kinds))
    expect(counts).toEqual({ read: counts.read, new: 0, changed: 0, unchanged: counts.read, rejected: 0 });
  expect(again.kinds.runs?.read).toBe(storedRuns + 42);
});
