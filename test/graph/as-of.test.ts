import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { z } from "zod";
import { Graph } from "../../src/graph/graph.js";
import { loadMigrations, migrate } from "../../src/graph/migrations.js";
import type { Statement } from "../../src/graph/statement.js";
import { findImpact, noPage } from "../../src/impact/impact.service.js";
import type { FactInput } from "../../src/ingest/fact.js";
import { findLineage } from "../../src/lineage/lineage.service.js";
import { snapshotKey } from "../../src/shared/key.js";
import { createWrite } from "../support/fact-writing.js";
import { testDatabase } from "../support/test-app.js";

/*
 * What was answered after each report is what a question with asOf is answered later: until the moment of the next
 * report, and however that one corrects what was believed before.
 */
const graph = new Graph(testDatabase());
const write = createWrite(graph);
const reader = graph.forRequest({});
const budget = { maxNodes: 1_000, maxMs: 10_000 };

beforeAll(async () => {
  await migrate(graph, await loadMigrations());
});
afterAll(() => graph.close());

type MakeFact = (namespace: string) => FactInput;
const index = fc.nat(2);
const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const snapshot = (namespace: string, number: number) => ({ namespace, dataset: "d", version: String(number) });
const version = (namespace: string, number: number) => ({ namespace, model: "m", version: String(number) });

const runs = fc.tuple(index, index, fc.option(index)).map(([number, used, made]): MakeFact => (namespace) => ({
  operation: "recordRun",
  input: { namespace, externalId: String(number), status: "COMPLETED", inputs: [{ role: "training", datasetSnapshot: snapshot(namespace, used) }], outputSnapshots: typeof made === "number" ? [snapshot(namespace, made)] : [] },
}));
const versions = fc.tuple(index, index).map(([number, run]): MakeFact => (namespace) => ({
  operation: "registerModelVersion", input: { ...version(namespace, number), producedBy: { namespace, externalId: String(run) } },
}));
const deployments = fc.record({ number: index, from: fc.nat(3), endpoint: fc.nat(1), to: fc.constantFrom(null, 5, 9), reason: fc.constantFrom("RETIRED", "ROLLED_BACK"), traffic: fc.constantFrom(null, 0, 30) })
  .map(({ number, from, endpoint, to, reason, traffic }): MakeFact => (namespace) => ({
    operation: "recordDeployment",
    input: {
      namespace, endpoint: `e${endpoint}`, stage: endpoint === 0 ? "PRODUCTION" : "STAGING", modelVersion: version(namespace, number), validFrom: day(from),
      ...(to !== null && { validTo: day(to), endReason: reason as "RETIRED" | "ROLLED_BACK" }), trafficPercent: traffic,
    },
  }));

/** When the last change of this caller was recorded. */
const lastRecorded: Statement<{ by: string }, { at: number }> = {
  name: "test/last-recorded", mode: "read", text: "MATCH (e:LedgerEntry {by: $by}) RETURN max(e.at) AS at", params: z.object({ by: z.string() }), row: z.object({ at: z.number() }),
};

async function answers(root: string, asOf: number | null): Promise<object> {
  const signal = new AbortController().signal;
  const lineage = await findLineage(reader, { roots: [root], direction: "DOWNSTREAM", maxDepth: null, kinds: null, asOf, limit: 500 }, budget, signal);
  const { severity, counts, production, affected } = await findImpact(reader, { roots: [root], asOf }, { ...noPage, limit: 500 }, budget, signal);
  return {
    lineage: lineage.nodes.map(({ key, depth }) => ({ key, depth })), severity, counts, production: production.map(({ key }) => key),
    affected: affected.map(({ key, depth, severity: own, reason }) => ({ key, depth, severity: own, reason })),
  };
}

/** A snapshot, a run that used it and three versions of a model that the run made: what follows has something to change. */
const beginning = (namespace: string): FactInput[] => [
  { operation: "recordRun", input: { namespace, externalId: "0", status: "COMPLETED", inputs: [{ role: "training", datasetSnapshot: snapshot(namespace, 0) }] } },
  ...[0, 1, 2].map((number): FactInput => ({ operation: "registerModelVersion", input: { ...version(namespace, number), producedBy: { namespace, externalId: "0" } } })),
];

const reports = fc.array(fc.oneof(runs, versions, deployments, deployments), { minLength: 3, maxLength: 15 });

test("no later report changes what is answered about an earlier moment", async () => {
  await fc.assert(fc.asyncProperty(reports, async (makers) => {
    const namespace = `test-${randomUUID()}`;
    const root = snapshotKey(namespace, "d", "0");
    const given: { at: number; answer: object }[] = [];
    for (const facts of [beginning(namespace), ...makers.map((make) => [make(namespace)])]) {
      await write(facts, { by: namespace });
      const [last] = await graph.read(lastRecorded, { by: namespace });
      given.push({ at: last?.at ?? 0, answer: await answers(root, null) });
    }
    for (const [turn, { at, answer }] of given.entries()) {
      const next = given[turn + 1]?.at ?? at;
      expect(await answers(root, at)).toEqual(answer);
      if (next > at) expect(await answers(root, next - 1)).toEqual(answer);
    }
  }), { numRuns: 30 });
}, 120_000);
