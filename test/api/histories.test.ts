import fc from "fast-check";
import { z } from "zod";
import { Graph } from "../../src/core/graph/graph.js";
import type { Statement } from "../../src/core/graph/statement.js";
import {
  type Scene,
  type Step,
  beginning,
  histories,
  packageOf,
  recallPackage,
  runIn,
  tellEnvironment,
  versionOf,
} from "../support/history.js";
import { nodeDetails } from "../support/node-details.js";
import { check, propertyTimeout } from "../support/properties.js";
import { type TestApp, startTestApp, testDatabase, uniqueNamespace } from "../support/test-app.js";

/*
 * What was answered after each step of a history is what a question with `asOf` is answered later: from the moment of
 * that step until the next one, and however later steps correct, end or take back what was believed before.
 */
let app: TestApp;
const graph = new Graph(testDatabase());

beforeAll(async () => {
  // On a busy machine an answer may be late, but never partial.
  app = await startTestApp();
});
afterAll(() => Promise.all([app.close(), graph.close()]));

const whole = `query($data: NodeRefInput!, $version: NodeRefInput!, $namespace: String!, $asOf: DateTime) {
  downstream: lineage(of: [$data], direction: DOWNSTREAM, asOf: $asOf, limit: 100) { ...closure }
  upstream: lineage(of: [$version], direction: UPSTREAM, asOf: $asOf, limit: 100) { ...closure }
  path(from: $data, to: $version, asOf: $asOf) { length nodes { key } edges { upstreamKey downstreamKey kind role } }
  impact(of: [$data], asOf: $asOf) { ...effects }
  champion: modelVersion(namespace: $namespace, model: "m", alias: "champion", asOf: $asOf) { key }
  details: lineage(of: [$data], direction: DOWNSTREAM, asOf: $asOf, limit: 100) { roots { ...details } nodes { node { ...details } } }
  early: servedAt(endpoint: { namespace: $namespace, name: "e0" }, at: "2026-01-03T12:00:00Z", knownAt: $asOf) { ...served }
  late: servedAt(endpoint: { namespace: $namespace, name: "e0" }, at: "2026-01-20T12:00:00Z", knownAt: $asOf, decisionKey: "a decision") { ...served }
}
${nodeDetails}
fragment served on ServingRecord { exact candidates { trafficPercent firstBucket endBucket deployment { key } modelVersion { key } } }
fragment closure on Lineage { roots { key } nodes { depth node { key } } edges { upstreamKey downstreamKey kind role recordedAt } counts { kind count } totalCount completeness { status reason } }
fragment effects on Impact {
  roots { key } severity counts { severity kind count } productionDeployments { key } completeness { status reason reachedCount }
  affected(first: 100) { totalCount edges { node { severity depth reason node { key } path { key } } } }
}`;
const impactOf = `query($of: NodeRefInput!, $asOf: DateTime) { impact(of: [$of], asOf: $asOf) {
  roots { key } severity counts { severity kind count } affected(first: 100) { edges { node { severity depth reason node { key } } } }
} }`;

/** The targets of references change as well: an alias moves, another version serves, an environment gets a package. */
const movable = (namespace: string): object[] => [
  { modelVersion: { namespace, model: "m", alias: "champion" } },
  { deployment: { namespace, endpoint: "e0" } },
  { deployment: { namespace, endpoint: "e1" } },
  { package: { name: packageOf(namespace) } },
];

/** The answers to all questions. After a retraction, nothing may be left of what one is about. */
async function askWhole(variables: object): Promise<unknown> {
  const { data, errors = [] } = await app.graphql(whole, variables);
  const unexpected = errors.filter(({ extensions }) => extensions["code"] !== "NOT_FOUND");
  if (unexpected.length > 0) throw new Error(JSON.stringify({ variables, unexpected }));
  return { data, missing: errors.length };
}

/** All answers as of a moment, null for now; for an error, its code. */
async function answers(namespace: string, asOf: number | null): Promise<unknown> {
  const moment = { asOf: asOf === null ? null : new Date(asOf).toISOString() };
  const about = {
    data: { dataset: { namespace, name: "d" } },
    version: { modelVersion: versionOf(namespace, 0) },
    namespace,
  };
  return Promise.all([
    askWhole({ ...about, ...moment }),
    ...movable(namespace).map(async (of) => {
      const { data, errors } = await app.graphql(impactOf, { of, ...moment });
      return errors ? errors.map(({ extensions }) => extensions["code"]) : data;
    }),
  ]);
}

const span = z.object({ first: z.number().nullable(), last: z.number().nullable() });

/** When the first and the last change of a principal after a moment were recorded, among the latest entries of the ledger. */
const recordedAfter: Statement<{ by: string; after: number }, z.output<typeof span>> = {
  name: "test/recorded-after",
  mode: "read",
  text: "MATCH (l:Ledger {id: 'main'}) MATCH (e:LedgerEntry) WHERE e.sequence > l.sequence - 1000 AND e.by = $by AND e.at > $after RETURN min(e.at) AS first, max(e.at) AS last",
  params: z.object({ by: z.string(), after: z.number() }),
  row: span,
};

interface Told {
  readonly title: string;
  readonly answer: unknown;
  /** The interval during which nothing else was recorded. */
  readonly from: number;
  until: number;
}

/** Takes every step and keeps the answers after it. */
async function live(scene: Scene, steps: readonly Step[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const step of steps) {
    await step.run(scene);
    const before = told.at(-1);
    const [recorded] = await graph.read(recordedAfter, { by: scene.namespace, after: before?.from ?? 0 });
    if (recorded?.first == null || recorded.last === null) continue;
    if (before) before.until = recorded.first - 1;
    told.push({
      title: step.title,
      answer: await answers(scene.namespace, null),
      from: recorded.last,
      until: recorded.last,
    });
  }
  return told;
}

async function checkHistory(steps: readonly Step[]): Promise<void> {
  const scene: Scene = { app, namespace: uniqueNamespace(), releases: [], recalls: [] };
  const told = await live(scene, [beginning, ...steps]);
  expect(told.length).toBeGreaterThan(0);
  for (const { title, answer, from, until } of told) {
    for (const moment of new Set([from, until]))
      expect({ after: title, moment, answer: await answers(scene.namespace, moment) }).toEqual({
        after: title,
        moment,
        answer,
      });
  }
}

test(
  "no later report or decision changes an answer about an earlier moment",
  async () => {
    await check("histories", 12, fc.asyncProperty(histories, checkHistory));
  },
  propertyTimeout,
);

test(
  "a node that a recall reaches later was not recalled before",
  async () => {
    await checkHistory([tellEnvironment(0), runIn(0, 1), recallPackage, tellEnvironment(1)]);
  },
  propertyTimeout,
);
