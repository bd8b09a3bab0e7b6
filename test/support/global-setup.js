import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../../scripts/typescript-hooks.js";

/** Starts one Neo4j for all suites, unless NEO4J_URI names one. Plain JavaScript: jest loads it before its transforms. */
export default async function setUp() {
  if (process.env.NEO4J_URI) return;
  const { startLocalNeo4j } = await import(
    new URL("../../src/adapters/local-neo4j/local-neo4j.ts", import.meta.url).href
  );
  const { testSettings } = await import(new URL("neo4j-home.ts", import.meta.url).href);
  const home = await mkdtemp(join(tmpdir(), "lineage-test-neo4j-"));
  const neo4j = await startLocalNeo4j({
    home,
    environment: process.env,
    settings: testSettings,
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  globalThis.lineageTestNeo4j = { neo4j, home };
  removeWithProcess(neo4j, home);
  Object.assign(process.env, {
    NEO4J_URI: neo4j.uri,
    NEO4J_USER: neo4j.user,
    NEO4J_PASSWORD: neo4j.password,
    NEO4J_DATABASE: neo4j.database,
    LINEAGE_TEST_JAVA: join(home, "java"),
  });
}

/** For an end without a teardown, such as Ctrl-C: the database is no longer needed and is killed. */
function removeWithProcess({ pid }, home) {
  process.once("exit", () => {
    if (globalThis.lineageTestNeo4j === undefined) return;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const [signal, number] of [
    ["SIGHUP", 1],
    ["SIGINT", 2],
    ["SIGTERM", 15],
  ])
    process.once(signal, () => process.exit(128 + number));
}
