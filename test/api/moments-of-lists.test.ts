import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { readHead } from "../../src/core/graph/ledger.statements.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
beforeAll(() => client.start());
afterAll(() => client.close());

const versionOf = (version: string) => ({ namespace, model: "m", version });
const endpoint = { namespace, name: "ep" };

function defined(rest: object): FactInput {
  return { operation: "defineEndpoint", input: { ...endpoint, stage: "PRODUCTION", ...rest } } as FactInput;
}

async function momentOfLastWrite(): Promise<string> {
  const [head] = await client.graph.read(readHead, {});
  return new Date(head?.at ?? 0).toISOString();
}

test("a page of releases describes the moment of the first one: states, reviews, checks and policies", async () => {
  await client.record(
    defined({ policy: { requiredApprovals: 2 } }),
    ...["1", "2"].map((version): FactInput => ({ operation: "registerModelVersion", input: versionOf(version) })),
  );
  const propose = async (version: string): Promise<string> => {
    const { proposeRelease } = await client.answer<{ proposeRelease: { id: string } }>(
      "mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
      { input: { endpoint, modelVersion: versionOf(version) } },
    );
    return proposeRelease.id;
  };
  const first = await propose("1");
  await propose("2");
  const query = `query($endpoint: EndpointRefInput!, $after: String, $states: [ReleaseState!]) {
    releases(endpoint: $endpoint, first: 1, after: $after, states: $states) { totalCount edges { cursor node {
      id state closedAt closedBy closeReason override deployment { key } approvals { by approved } checks { check outcome } policy { requiredApprovals }
      endpoint { policy { requiredApprovals } } } } } }`;
  interface Page {
    readonly releases: { readonly totalCount: number; readonly edges: readonly { cursor: string; node: object }[] };
  }
  const ask = (after: string | null, states: string[] | null = null) =>
    client.answer<Page>(query, { endpoint, after, states });
  const { releases } = await ask(null);
  const after = releases.edges[0]?.cursor ?? "";
  const second = await ask(after);
  expect(second.releases.edges[0]?.node).toMatchObject({
    id: first,
    state: "PROPOSED",
    policy: { requiredApprovals: 2 },
  });
  await client.record(defined({ policy: { requiredApprovals: 1 } }));
  await client.answer("mutation($input: WithdrawReleaseInput!) { withdrawRelease(input: $input) { id } }", {
    input: { release: first, reason: "not needed" },
  });
  expect(await ask(after)).toEqual(second);
  expect((await ask(after, ["PROPOSED"])).releases).toMatchObject({ totalCount: 2, edges: [{ node: { id: first } }] });
  expect((await ask(null, ["PROPOSED"])).releases).toMatchObject({ totalCount: 1 });
  const { release } = await client.answer<{ release: unknown }>(
    "query($id: ID!) { release(id: $id) { state closeReason endpoint { policy { requiredApprovals } } } }",
    { id: first },
  );
  expect(release).toEqual({
    state: "WITHDRAWN",
    closeReason: "not needed",
    endpoint: { policy: { requiredApprovals: 1 } },
  });
});

test("the stage of an endpoint that was only referenced, and the origin of a version, are those of the moment", async () => {
  const validFrom = "2026-05-02T10:00:00Z";
  const emittedBy = { namespace, endpoint: "late", modelVersion: versionOf("3"), validFrom };
  await client.record(
    { operation: "registerModelVersion", input: versionOf("3") },
    { operation: "registerDatasetSnapshot", input: { namespace, dataset: "log", version: "1", emittedBy } },
  );
  const query = `query($of: [NodeRefInput!]!, $asOf: DateTime) {
    impact(of: $of, asOf: $asOf) { severity roots { ... on ModelVersion { origin deployments { edges { node { stub: isStub endpoint { stage policy { requiredApprovals } } } } } } } }
  }`;
  const of = [{ modelVersion: versionOf("3") }];
  const before = await client.answer(query, { of });
  const asOf = await momentOfLastWrite();
  await client.record(
    {
      operation: "recordDeployment",
      input: { namespace, endpoint: "late", modelVersion: versionOf("3"), validFrom, stage: "PRODUCTION" },
    },
    { operation: "registerModelVersion", input: { ...versionOf("3"), origin: "EXTERNAL" } },
  );
  expect(await client.answer(query, { of })).toMatchObject({ impact: { roots: [{ origin: "EXTERNAL" }] } });
  expect(await client.answer(query, { of, asOf })).toEqual(before);
});

test("runs are found by the experiment that they had at the moment of the first page", async () => {
  const run = (externalId: string, experiment: string): FactInput => ({
    operation: "recordRun",
    input: { namespace, externalId, status: "COMPLETED", experiment, startedAt: `2026-01-0${externalId}T00:00:00Z` },
  });
  await client.record(run("1", "old"), run("2", "old"), run("3", "other"));
  const query = `query($filter: RunFilterInput!, $after: String) {
    runs(filter: $filter, first: 1, after: $after) { totalCount edges { cursor node { externalId experiment } } } }`;
  interface Page {
    readonly runs: { readonly totalCount: number; readonly edges: readonly { cursor: string; node: object }[] };
  }
  const ask = (experiment: string, after: string | null) =>
    client.answer<Page>(query, { filter: { namespace, experiment }, after });
  const after = (await ask("old", null)).runs.edges[0]?.cursor ?? "";
  const second = await ask("old", after);
  expect(second.runs).toMatchObject({ totalCount: 2, edges: [{ node: { externalId: "1", experiment: "old" } }] });
  await client.record(run("1", "new"), run("3", "old"));
  expect(await ask("old", after)).toEqual(second);
  expect((await ask("old", null)).runs).toMatchObject({ totalCount: 2, edges: [{ node: { externalId: "3" } }] });
  expect((await ask("new", null)).runs).toMatchObject({ totalCount: 1, edges: [{ node: { externalId: "1" } }] });
});
