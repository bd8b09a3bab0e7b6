import "reflect-metadata";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import neo4j, { type Driver, type Session } from "neo4j-driver";
import { type LocalNeo4j, startLocalNeo4j } from "../../src/adapters/local-neo4j/local-neo4j.js";
import { ApiProcess } from "./api-process.js";
import { generateGraph, subjectsOf } from "./graph-generator.js";
import { loadGraph } from "./graph-loader.js";
import { measureBudgets } from "./budgets.js";
import { Report } from "./report.js";

/*
 * `npm run bench -- [nodes] [--home FOLDER]`: measures queries through the API against the raw driver with the same
 * Cypher, on generated graphs of that many and of 10,000 nodes, each in its own Neo4j. The graphs are in a temporary
 * folder, or in FOLDER, where later runs reuse them. Nothing is asserted; the output is for people.
 */
const smallNodeCount = 10_000;
const say = (line: string): void => console.log(line);

/** A graph, the driver to ask it, and the API in front of it. */
export interface Bench {
  readonly nodeCount: number;
  readonly database: LocalNeo4j;
  readonly driver: Driver;
  readonly session: Session;
  readonly api: ApiProcess;
  /** The folder of its files. */
  readonly home: string;
}

async function openBench(folder: string, nodeCount: number): Promise<Bench> {
  const home = join(folder, String(nodeCount));
  await mkdir(home, { recursive: true });
  const database = await startLocalNeo4j({ home, environment: process.env, onProgress: say });
  // Applies the migrations before anything is written.
  const api = await ApiProcess.start(database, join(home, "api.log"));
  const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), {
    disableLosslessIntegers: true,
  });
  const session = driver.session({ database: database.database });
  await fill(driver, session, database.database, nodeCount);
  return { nodeCount, database, driver, session, api, home };
}

async function fill(driver: Driver, session: Session, database: string, nodeCount: number): Promise<void> {
  const { records } = await session.run("MATCH (n:BenchGraph {nodes: $nodeCount}) RETURN count(n) AS count", {
    nodeCount,
  });
  if (records[0]?.get("count") > 0) return say(`The graph of ${nodeCount} nodes is there already`);
  const { nodes, flow, seconds } = await loadGraph(driver, database, generateGraph(nodeCount), say);
  await session.run("CREATE (:BenchGraph {nodes: $nodeCount})", { nodeCount });
  say(`Wrote ${nodes} nodes and ${flow} flow relationships in ${seconds.toFixed(0)} s`);
}

async function closeBench({ driver, session, api, database }: Bench): Promise<void> {
  await session.close();
  await driver.close();
  await api.stop();
  await database.stop();
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { home: { type: "string" } } });
  const nodeCount = Number(positionals[0] ?? 100_000);
  const folder = values.home ?? (await mkdtemp(join(tmpdir(), "lineage-bench-")));
  const small = await openBench(folder, smallNodeCount);
  const large = await openBench(folder, nodeCount);
  say(
    `\n${nodeCount} nodes, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}; load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}\n`,
  );
  await measureBudgets(small, large, subjectsOf(nodeCount), new Report(say));
  say(
    `\nload ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  await closeBench(large);
  await closeBench(small);
  if (values.home === undefined) await rm(folder, { recursive: true, force: true });
}

await main();
process.exit(0);
