import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const measured = (namespace: string) => ({ namespace, dataset: "t", version: "1" });

/** A run with a metric on a snapshot that it does not name as an input; its version serves production. */
const facts = (namespace: string): FactInput[] => [
  {
    operation: "recordRun",
    input: {
      namespace,
      externalId: "r",
      status: "COMPLETED",
      metrics: [
        { name: "acc", value: 0.9, dataset: measured(namespace) },
        { name: "f1", value: 0.8, dataset: measured(namespace) },
      ],
    },
  },
  {
    operation: "registerModelVersion",
    input: { namespace, model: "m", version: "1", producedBy: { namespace, externalId: "r" } },
  },
  {
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: "ep",
      stage: "PRODUCTION",
      modelVersion: { namespace, model: "m", version: "1" },
      validFrom: "2026-05-01T10:00:00Z",
    },
  },
];

interface Answer {
  readonly impact: { readonly severity: string };
  readonly deletionPlan: { readonly verdict: string };
  readonly deletionCandidates: { readonly edges: readonly { readonly node: { readonly label: string } }[] };
  readonly run: { readonly inputs: readonly { readonly role: string; readonly node: { readonly label: string } }[] };
}

const question = `query Measured($namespace: String!, $of: [NodeRefInput!]!) {
  impact(of: $of) { severity } deletionPlan(of: $of) { verdict }
  deletionCandidates(namespace: $namespace) { edges { node { label } } }
  run(namespace: $namespace, externalId: "r") { inputs { role node { label } } }
}`;

test.each([
  ["in order", (all: FactInput[]) => all],
  ["in reverse order", (all: FactInput[]) => [...all].reverse()],
])("a snapshot that a metric was measured on is an input of the run, facts %s", async (_order, arrange) => {
  const namespace = uniqueNamespace();
  expect((await app.sendFacts(arrange(facts(namespace)))).status).toBe(200);
  const answer = await app.ask<Answer>(question, { namespace, of: [{ datasetSnapshot: measured(namespace) }] });
  expect(answer).toEqual({
    impact: { severity: "SERVING_PRODUCTION" },
    deletionPlan: { verdict: "BLOCKED" },
    deletionCandidates: { edges: [] },
    run: { inputs: [{ role: "evaluation", node: { label: "t@1" } }] },
  });
  const recall = await app.ask(
    "mutation($input: OpenRecallInput!) { openRecall(input: $input) { tasks { deployment { modelVersion { label } } } } }",
    { input: { targets: [{ datasetSnapshot: measured(namespace) }], reason: "wrong labels" } },
  );
  expect(recall).toEqual({ openRecall: { tasks: [{ deployment: { modelVersion: { label: "m@1" } } }] } });
});

test("an input that the report names keeps its role", async () => {
  const namespace = uniqueNamespace();
  const [run] = facts(namespace);
  await app.sendFacts([
    { ...run, input: { ...run?.input, inputs: [{ role: "test", datasetSnapshot: measured(namespace) }] } },
  ]);
  const answer = await app.ask<Answer>(question, { namespace, of: [{ datasetSnapshot: measured(namespace) }] });
  expect(answer.run.inputs).toEqual([{ role: "test", node: { label: "t@1" } }]);
});
