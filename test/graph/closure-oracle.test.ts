import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { z } from "zod";
import { findImpact, noPage } from "../../src/impact/impact.service.js";
import { Graph } from "../../src/graph/graph.js";
import { loadMigrations, migrate } from "../../src/graph/migrations.js";
import type { Statement } from "../../src/graph/statement.js";
import { findLineage, findPaths } from "../../src/lineage/lineage.service.js";
import { testDatabase } from "../support/test-app.js";

/*
 * Random graphs, cycles and self-loops among them, against an oracle that knows nothing but domain.md: plain walks over
 * plain lists. They are written beside the ledger, as no source of facts could make some of them.
 */
const graph = new Graph(testDatabase());
const reader = graph.forRequest({});
const budget = { maxNodes: 1_000, maxMs: 10_000 };
const signal = new AbortController().signal;
const now = Date.now();

beforeAll(async () => {
  await migrate(graph, await loadMigrations());
});
afterAll(() => graph.close());

const labels = ["DatasetSnapshot", "Run", "ModelVersion", "Deployment"] as const;
interface TestNode { readonly key: string; readonly label: (typeof labels)[number]; readonly recordedAt: number; readonly endpoint: string; readonly stage: string; readonly validFrom: number; readonly validTo: number | null; readonly traffic: number; readonly endReason: string | null }
interface TestEdge { readonly from: string; readonly to: string; readonly recordedAt: number }
interface TestGraph { readonly nodes: readonly TestNode[]; readonly edges: readonly TestEdge[] }

const writeGraph: Statement<{ nodes: unknown[]; edges: unknown[] }, object> = {
  name: "test/write-graph", mode: "write", params: z.object({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }), row: z.object({}),
  text: `UNWIND $nodes AS row
    CREATE (n:Lineage {key: row.key, recordedAt: row.recordedAt, sequence: 0, stub: false})
    FOREACH (_ IN CASE row.label WHEN 'DatasetSnapshot' THEN [1] ELSE [] END | SET n:DatasetSnapshot)
    FOREACH (_ IN CASE row.label WHEN 'Run' THEN [1] ELSE [] END | SET n:Run)
    FOREACH (_ IN CASE row.label WHEN 'ModelVersion' THEN [1] ELSE [] END | SET n:ModelVersion)
    FOREACH (_ IN CASE row.label WHEN 'Deployment' THEN [1] ELSE [] END |
      MERGE (e:Endpoint {key: row.endpoint}) SET e.stage = row.stage, e.name = 'e'
      SET n:Deployment, n.validFrom = row.validFrom, n.validTo = row.validTo, n.trafficPercent = row.traffic, n.endReason = row.endReason, n.modelVersionKey = row.modelVersionKey, n.revisedAt = row.recordedAt
      CREATE (n)-[:SERVED_AT]->(e))
    WITH count(*) AS written
    UNWIND $edges AS edge
    MATCH (a:Lineage {key: edge.from}) MATCH (b:Lineage {key: edge.to})
    CREATE (a)-[:USED_BY {role: 'r', recordedAt: edge.recordedAt, sequence: 0}]->(b)
    FOREACH (_ IN CASE WHEN a:ModelVersion AND b:Deployment THEN [1] ELSE [] END | CREATE (a)-[:DEPLOYED_AS {role: '', recordedAt: edge.recordedAt, sequence: 0}]->(b))`,
};

async function write({ nodes, edges }: TestGraph): Promise<void> {
  const session = graph.session("WRITE");
  await session.run(writeGraph.text, { nodes: nodes.map((node) => ({ ...node, modelVersionKey: modelOf(node.key, { nodes, edges }) })), edges: [...edges] });
  await session.close();
}

function modelOf(deployment: string, { nodes, edges }: TestGraph): string | null {
  const models = new Set(nodes.filter(({ label }) => label === "ModelVersion").map(({ key }) => key));
  return edges.find(({ from, to }) => to === deployment && models.has(from))?.from ?? null;
}

/** Small graphs, which are full of cycles, and larger ones, which are full of ways. */
const arbitraryGraph = fc.integer({ min: 2, max: 60 }).chain((size) => fc.record({
  nodes: fc.array(fc.record({
    label: fc.constantFrom(...labels, "ModelVersion", "Deployment", "Deployment"), servedVersion: fc.nat(1), recordedAt: fc.integer({ min: 1, max: 9 }), endpoint: fc.nat(1), validFrom: fc.integer({ min: 10, max: 15 }),
    validTo: fc.constantFrom(null, 50, now + 1e9), traffic: fc.constantFrom(0, 100), endReason: fc.constantFrom("RETIRED", "SUPERSEDED", "ROLLED_BACK"),
  }), { minLength: size, maxLength: size }),
  edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 9 })), { maxLength: 2 * size }),
  roots: fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 3 }),
  asOf: fc.constantFrom(null, 5), maxDepth: fc.constantFrom(null, 1, 2), kinds: fc.constantFrom<string[] | null>(null, ["Run"], ["ModelVersion", "Deployment"]),
})).map(({ nodes, edges, roots, ...question }) => {
  const prefix = `run:oracle-${randomUUID()}/`;
  const key = (index: number): string => prefix + String(index).padStart(2, "0");
  const versions = [...nodes.keys()].filter((index) => nodes[index]?.label === "ModelVersion");
  const isDeployment = (index: number): boolean => nodes[index]?.label === "Deployment";
  // One deployment has one model version, which is recorded with it; where there is no version, what would be one is a run.
  const kept = edges.filter(([from, to]) => !(isDeployment(to) && versions.includes(from)));
  const deploying = nodes.flatMap(({ servedVersion, recordedAt }, index) => (isDeployment(index) ? versions.slice(servedVersion % versions.length).slice(0, 1).map((from) => [from, index, recordedAt] as const) : []));
  const named = nodes.map((node, index): TestNode => ({
    ...node, key: key(index), label: isDeployment(index) && versions.length === 0 ? "Run" : node.label, endReason: node.validTo === 50 ? node.endReason : null,
    endpoint: `${prefix}endpoint-${node.endpoint}`, stage: node.endpoint === 0 ? "STAGING" : "PRODUCTION",
  }));
  return { graph: { nodes: named, edges: [...kept, ...deploying].map(([from, to, recordedAt]) => ({ from: key(from), to: key(to), recordedAt })) }, roots: roots.map(key), ...question };
});

/** Hops from the nearest root, roots at 0, walked level by level. */
function walk({ edges }: TestGraph, roots: readonly string[], asOf: number | null, isUpstream = false): Map<string, number> {
  const depths = new Map(roots.map((key) => [key, 0]));
  for (let level = [...roots], depth = 1; level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const { from, to, recordedAt } of edges) {
      const [near, far] = isUpstream ? [to, from] : [from, to];
      if (!level.includes(near) || depths.has(far) || (asOf !== null && recordedAt > asOf)) continue;
      depths.set(far, depth);
      next.push(far);
    }
    level = next;
  }
  return depths;
}

const serves = ({ validTo }: TestNode): boolean => validTo !== 50;

/** The last deployment that served and was not rolled back, of a version that does not serve anyway; none where nothing serves. */
function rollbackTarget(endpoint: string, given: TestGraph): string | undefined {
  const here = given.nodes.filter((node) => node.label === "Deployment" && node.endpoint === endpoint);
  const served = here.filter(serves).map(({ key }) => modelOf(key, given));
  if (served.length === 0) return undefined;
  return here.filter((node) => !serves(node) && node.traffic > 0 && node.endReason !== "ROLLED_BACK" && !served.includes(modelOf(node.key, given)))
    .sort((left, right) => right.validFrom - left.validFrom || (left.key < right.key ? -1 : 1))[0]?.key;
}

function expectedSeverity(node: TestNode, given: TestGraph): string {
  if (node.label === "ModelVersion") {
    const own = given.nodes.filter(({ label, key }) => label === "Deployment" && modelOf(key, given) === node.key).map((deployment) => expectedSeverity(deployment, given));
    return ["SERVING_PRODUCTION", "SERVING_OTHER", "ROLLBACK_TARGET"].find((severity) => own.includes(severity)) ?? "REGISTERED";
  }
  if (node.label !== "Deployment") return "REPRODUCIBILITY";
  if (serves(node)) return node.stage === "PRODUCTION" && node.traffic > 0 ? "SERVING_PRODUCTION" : "SERVING_OTHER";
  return rollbackTarget(node.endpoint, given) === node.key ? "ROLLBACK_TARGET" : "REPRODUCIBILITY";
}

test("closures, depths, counts and shortest paths on random graphs are those of plain walks", async () => {
  await fc.assert(fc.asyncProperty(arbitraryGraph, async ({ graph: given, roots: wanted, asOf, maxDepth, kinds }) => {
    await write(given);
    const roots = wanted.filter((key) => asOf === null || (given.nodes.find((node) => node.key === key)?.recordedAt ?? 0) <= asOf);
    if (roots.length === 0) return;
    for (const direction of ["DOWNSTREAM", "UPSTREAM"] as const) {
      const depths = walk(given, roots, asOf, direction === "UPSTREAM");
      const within = [...depths].filter(([, depth]) => depth > 0 && depth <= (maxDepth ?? Infinity)).sort(([left, near], [right, far]) => near - far || (left < right ? -1 : 1));
      const lineage = await findLineage(reader, { roots, direction, maxDepth, kinds, asOf, limit: 500 }, budget, signal);
      const labelOf = new Map<string, string>(given.nodes.map(({ key, label }) => [key, label]));
      expect(lineage.nodes.map(({ key, depth }) => [key, depth])).toEqual(within.filter(([key]) => kinds?.includes(labelOf.get(key) ?? "") ?? true));
      for (const label of labels) expect(lineage.counts[label]).toBe(within.filter(([key]) => labelOf.get(key) === label).length);
      expect(lineage.totalCount).toBe(within.length);
      expect(lineage.completeness.reason).toBe([...depths.values()].some((depth) => depth > (maxDepth ?? Infinity)) ? "DEPTH_LIMIT" : null);
      if (direction === "UPSTREAM") continue;
      const paths = await findPaths(reader, roots, within.map(([key]) => key), asOf, budget);
      expect(paths.map((path) => path?.edges.length)).toEqual(within.map(([, depth]) => depth));
    }
  }), { numRuns: 60 });
});

test("severities, their counts and the pages of what is affected are those of the domain's table", async () => {
  await fc.assert(fc.asyncProperty(arbitraryGraph, async ({ graph: given, roots }) => {
    await write(given);
    const byKey = new Map(given.nodes.map((node) => [node.key, node]));
    const expected = [...walk(given, roots, null)].filter(([, depth]) => depth > 0)
      .flatMap(([key, depth]) => { const node = byKey.get(key); return node ? [{ key, depth, severity: expectedSeverity(node, given) }] : []; });
    const paged = [];
    for (let after = noPage.position; ;) {
      const page = await findImpact(reader, { roots, asOf: null }, { ...noPage, position: after, limit: 4 }, budget, signal);
      expect(page.counts.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
      paged.push(...page.affected);
      const last = page.affected.at(-1);
      if (!last) break;
      after = { severity: last.rank, depth: last.depth, key: last.key };
    }
    const sorted = paged.toSorted((left, right) => left.rank - right.rank || left.depth - right.depth || (left.key < right.key ? -1 : 1));
    expect(paged).toEqual(sorted);
    expect(new Set(paged.map(({ key, depth, severity }) => `${key} ${depth} ${severity}`))).toEqual(new Set(expected.map(({ key, depth, severity }) => `${key} ${depth} ${severity}`)));
    expect(paged).toHaveLength(expected.length);
  }), { numRuns: 40 });
});
