import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import type { Database } from "../../src/core/graph/graph.js";
import { type CliRun, runCli, serverAddress, startCli } from "../support/run-cli.js";
import { startTestApp, testDatabase } from "../support/test-app.js";
import { databaseWithRuns, removeTemporaryFolders } from "../import/mlflow/temporary-store.js";

const storedRuns = 12_000;
const namespace = `mlflow-${randomUUID()}`;
const home = mkdtempSync(join(tmpdir(), "lineage-killed-"));
const ownNeo4j = {
  NEO4J_URI: "",
  NEO4J_USER: "",
  NEO4J_PASSWORD: "",
  LINEAGE_HOME: home,
  LINEAGE_EXAMPLE: "off",
  LOG_LEVEL: "warn",
};
let server: CliRun | undefined;

afterAll(async () => {
  server?.process.kill("SIGTERM");
  await server?.ended;
  removeTemporaryFolders();
  rmSync(home, { recursive: true, force: true });
});

/** As JSON with sorted names, because two databases return the properties of a node in different orders. */
function inOneSpelling(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}

/** All nodes in the namespace and their relationships, without their recorded times. */
async function dump({ uri, user, password, database }: Database): Promise<{ nodes: string[]; edges: string[] }> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const ask = async (text: string): Promise<string[]> =>
      (await driver.executeQuery(text, { namespace }, { database })).records
        .map((record) => inOneSpelling(record.toObject()))
        .sort();
    return {
      nodes: await ask(
        "MATCH (n:Lineage) WHERE n.namespace = $namespace RETURN n.key AS key, n {.*, recordedAt: null, sequence: null, revisedAt: null} AS fields, labels(n) AS labels",
      ),
      edges: await ask(
        "MATCH (a)-[r]->(b) WHERE a.namespace = $namespace OR b.namespace = $namespace RETURN a.key AS upstream, type(r) AS type, r.role AS role, r.alias AS alias, b.key AS downstream",
      ),
    };
  } finally {
    await driver.close();
  }
}

function ownDatabase(): Database {
  const { uri } = JSON.parse(readFileSync(join(home, "neo4j.json"), "utf8")) as { uri: string };
  return { uri, user: "neo4j", password: readFileSync(join(home, "neo4j-password"), "utf8").trim(), database: "neo4j" };
}

function killDatabase(): void {
  const pids = execFileSync("pgrep", ["-f", `java.*${home}`], { encoding: "utf8" })
    .split("\n")
    .filter(Boolean);
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) process.kill(Number(pid), "SIGKILL");
}

async function countRuns({ uri, user, password, database }: Database): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const { records } = await driver.executeQuery("MATCH (r:Run) RETURN count(*) AS count", {}, { database });
  await driver.close();
  return Number(records[0]?.get("count"));
}

/** A few of the entries that are missing in the other list. */
function missing(wanted: readonly string[], found: readonly string[]): string[] {
  const known = new Set(found);
  return wanted.filter((one) => !known.has(one)).slice(0, 3);
}

test("API and database killed with -9 during an import, restarted and imported again: the graph of an undisturbed import", async () => {
  const store = databaseWithRuns(storedRuns);
  const words = ["import", "mlflow", store, "--namespace", namespace, "--deployed-alias", "champion", "--quiet"];
  server = startCli(["serve"], { ...ownNeo4j, PORT: "0" });
  const url = await serverAddress(server);
  const importing = startCli(words, { LINEAGE_URL: url });
  while ((await countRuns(ownDatabase())) === 0) expect(importing.process.exitCode).toBeNull();
  server.process.kill("SIGKILL");
  killDatabase();
  importing.process.kill("SIGKILL");
  await Promise.all([server.ended, importing.ended]);

  server = startCli(["serve"], { ...ownNeo4j, PORT: "0" });
  const again = await serverAddress(server);
  const before = await countRuns(ownDatabase());
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(storedRuns);
  expect((await runCli(words, { LINEAGE_URL: again })).code).toBe(2);

  const undisturbed = await startTestApp();
  expect((await runCli(words, { LINEAGE_URL: undisturbed.url })).code).toBe(2);
  await undisturbed.close();
  const [killed, whole] = [await dump(ownDatabase()), await dump(testDatabase())];
  expect(whole.nodes.length).toBeGreaterThan(storedRuns);
  for (const part of ["nodes", "edges"] as const) {
    expect(killed[part]).toHaveLength(whole[part].length);
    // The first few suffice, and a difference of two lists of thousands takes minutes to print.
    expect(missing(whole[part], killed[part])).toEqual([]);
  }
});
