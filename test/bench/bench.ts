import "reflect-metadata";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import neo4j, { type Driver } from "neo4j-driver";
import pino from "pino";
import { startApp } from "../../src/app.js";
import { type Config, readConfig } from "../../src/config.js";
import { startLocalNeo4j } from "../../src/local-neo4j/index.js";
import { type GeneratedGraph, generateGraph } from "./graph-generator.js";
import { type Contestant, compare } from "./measure.js";

/*
 * `npm run bench -- [nodes]`: how long questions take through the API beside the raw driver with the same Cypher, on a
 * generated graph in a Neo4j of its own (LINEAGE_HOME, or NEO4J_URI). Nothing is asserted; what is printed is for people.
 */
const cypher = (name: string): string => readFileSync(new URL(`../../cypher/${name}.cypher`, import.meta.url), "utf8");
const say = (line: string): void => console.log(line);

const impactQuestion = `query ($key: String!) { impact(of: [{ key: $key }]) { severity productionDeployments { key } counts { severity kind count }
  affected(first: 50) { totalCount edges { node { severity depth reason node { key label } } } } completeness { status reachedCount } } }`;
const lineageQuestion = `query ($key: String!) { lineage(of: [{ key: $key }], direction: DOWNSTREAM, limit: 500) { totalCount nodes { depth node { key label } } } }`;

interface ImpactAnswer { readonly impact: { readonly completeness: { readonly reachedCount: number } } }
interface LineageAnswer { readonly lineage: { readonly totalCount: number } }

async function ask<Data>(url: string, query: string, key: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables: { key } }) });
  const { data, errors }: { data: Data; errors?: unknown } = JSON.parse(await response.text());
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function contestants(url: string, driver: Driver, database: string, budget: number): { impact: Contestant[]; lineage: Contestant[] } {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  const raw = async (text: string, key: string, limit: number) => (await session.run(text, {
    roots: [key], asOf: null, at: neo4j.int(Date.now()), budget: neo4j.int(budget + 2), maxDepth: null, kinds: null,
    minSeverity: null, afterSeverity: null, afterDepth: null, afterKey: null, limit: neo4j.int(limit),
  })).records.map((record) => record.toObject());
  const [impactText, lineageText] = [cypher("impact/impact"), cypher("lineage/downstream")];
  return {
    impact: [
      { name: "raw driver", ask: async (key) => String((await raw(impactText, key, 50)).filter(({ part }) => part === "COUNT").reduce((sum, { count }) => sum + Number(count), 0)) },
      { name: "API", ask: async (key) => String((await ask<ImpactAnswer>(url, impactQuestion, key)).impact.completeness.reachedCount) },
    ],
    lineage: [
      { name: "raw driver", ask: async (key) => String((await raw(lineageText, key, 501))[0]?.reached ?? 0) },
      { name: "API", ask: async (key) => String((await ask<LineageAnswer>(url, lineageQuestion, key)).lineage.totalCount) },
    ],
  };
}

async function report(title: string, who: readonly Contestant[], subjects: readonly string[]): Promise<void> {
  const times = [...(await compare(who, subjects))];
  const base = times[0]?.[1].p50 ?? 1;
  for (const [name, { p50, p95, max }] of times) {
    const columns = [p50, p95, max].map((time) => time.toFixed(1).padStart(9)).join("");
    say(`${title.padEnd(34)}${name.padEnd(12)}${columns}   ${(p50 / base).toFixed(2)}`);
  }
}

function choose(snapshots: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => snapshots[(index * 7_919) % snapshots.length] ?? "");
}

async function measureQuestions(url: string, driver: Driver, config: Config, graph: GeneratedGraph): Promise<void> {
  const { impact, lineage } = contestants(url, driver, config.database, config.limits.closureNodes);
  say(`${"".padEnd(46)}      p50      p95      max   ratio of p50   (ms; load ${loadavg().map((load) => load.toFixed(1)).join(" ")})`);
  await report("impact, 200 random snapshots", impact, choose(graph.snapshots, 200));
  await report("lineage, 200 random snapshots", lineage, choose(graph.snapshots, 200));
  await report("impact of the hub", impact, [graph.hub, graph.hub, graph.hub]);
  for (const [count, key] of Object.entries(graph.diamonds)) await report(`impact, ${count} diamonds`, impact, Array.from({ length: 20 }, () => key));
}

async function measureImport(url: string, namespace: string): Promise<void> {
  const batches = Array.from({ length: 20 }, (_, batch) => Array.from({ length: 500 }, (__, index) => JSON.stringify({
    operation: "recordRun",
    input: {
      namespace, externalId: `${batch}-${index}`, status: "COMPLETED", experiment: "bench", parameters: [{ name: "lr", value: "0.1" }], metrics: [{ name: "auc", value: index / 500 }],
      inputs: [0, 1, 2].map((input) => ({ role: "training", datasetSnapshot: { namespace, dataset: `d${(index + input) % 100}`, version: "1" } })),
    },
  })).join("\n"));
  const started = performance.now();
  for (const body of batches) await fetch(`${url}/api/facts`, { method: "POST", headers: { "content-type": "application/x-ndjson" }, body });
  say(`recorded ${(10_000 / ((performance.now() - started) / 1_000)).toFixed(0)} runs/s over HTTP (3 inputs, a parameter and a metric each; batches of 500)`);
}

async function main(): Promise<void> {
  const nodeCount = Number(process.argv[2] ?? 100_000);
  const config = { ...readConfig(), port: 0, loadsExample: false };
  const own = config.neo4j ? null : await startLocalNeo4j({ home: config.home, environment: process.env, onProgress: say });
  const database = config.neo4j ? { ...config.neo4j, database: config.database } : own;
  if (!database) throw new Error("no database");
  const app = await startApp(config, () => Promise.resolve(database), { log: pino({ level: "silent" }), onProgress: say });
  const driver = neo4j.driver(database.uri, database.user ? neo4j.auth.basic(database.user, database.password) : undefined, { disableLosslessIntegers: true });
  const namespace = `bench-${Date.now()}`;
  const graph = await generateGraph(driver, database.database, namespace, nodeCount);
  say(`generated ${graph.nodeCount} nodes in the namespace ${namespace}`);
  await measureQuestions(app.url, driver, config, graph);
  await measureImport(app.url, namespace);
  await driver.close();
  await app.close();
  await own?.stop();
}

await main();
process.exit(0);
