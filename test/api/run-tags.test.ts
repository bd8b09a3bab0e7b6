import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
const namespace = uniqueNamespace();

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Tag {
  readonly name: string;
  readonly value: string;
}

async function record(externalId: string, tags?: readonly Tag[], observedAt?: string): Promise<readonly Tag[]> {
  const { recordRun } = await app.ask<{ recordRun: { tags: Tag[] } }>(
    "mutation Record($input: RecordRunInput!) { recordRun(input: $input) { tags { name value } } }",
    { input: { namespace, externalId, status: "COMPLETED", tags, observedAt } },
  );
  return recordRun.tags;
}

async function runsWith(tags: readonly Tag[]): Promise<string[]> {
  const { runs } = await app.ask<{ runs: { totalCount: number; edges: { node: { externalId: string } }[] } }>(
    "query Runs($filter: RunFilterInput!) { runs(filter: $filter) { totalCount edges { node { externalId } } } }",
    { filter: { namespace, tags } },
  );
  expect(runs.totalCount).toBe(runs.edges.length);
  return runs.edges.map(({ node }) => node.externalId).sort();
}

const team = { name: "team", value: "credit" };
const quoted = { name: 'a "b", [c]', value: "" };

test("runs are found by their tags, compared exactly", async () => {
  expect(await record("one", [team, quoted])).toEqual([quoted, team]);
  await record("two", [{ name: "team", value: "Credit" }]);
  await record("three");
  expect(await runsWith([team])).toEqual(["one"]);
  expect(await runsWith([team, quoted])).toEqual(["one"]);
  expect(await runsWith([{ name: "team", value: "cred" }])).toEqual([]);
  expect(await runsWith([])).toEqual(["one", "three", "two"]);
});

test("the tags observed last count, whatever the order of reports; a report without tags leaves them", async () => {
  const [early, late] = ["2026-05-01T10:00:00Z", "2026-05-01T11:00:00Z"];
  await record("mind", [team], late);
  expect(await record("mind", [quoted], early)).toEqual([team]);
  expect(await record("mind")).toEqual([team]);
  expect(await record("mind", [], "2026-05-01T12:00:00Z")).toEqual([]);
});

test("search finds a run by a tag", async () => {
  const value = `rollout-${namespace.slice(-12)}`;
  await record("searched", [{ name: "phase", value }]);
  const { search } = await app.ask<{ search: { edges: { node: { key: string } }[] } }>(
    "query Search($text: String!) { search(text: $text, kinds: [RUN]) { edges { node { key } } } }",
    { text: value },
  );
  expect(search.edges[0]?.node.key).toBe(`run:${namespace}/searched`);
});
