import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
/** A word that no other test uses in names. */
const mark = namespace.replace(/[^0-9a-z]/g, "");
beforeAll(async () => {
  await client.start();
  await client.record(
    ...["alpha", "beta", "gamma"].map((dataset) => ({
      operation: "registerDatasetSnapshot" as const,
      input: { namespace, dataset: `${mark}_${dataset}`, version: "1" },
    })),
    {
      operation: "recordRun",
      input: { namespace, externalId: `${mark}-alphabet`, name: "AND OR NOT", status: "COMPLETED" },
    },
  );
});
afterAll(() => client.close());

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly label: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const query = `query($text: String!, $kinds: [LineageKind!], $first: Int, $after: String, $last: Int) {
  search(text: $text, kinds: $kinds, first: $first, after: $after, last: $last) { totalCount edges { node { label } } pageInfo { hasNextPage endCursor } }
}`;
const ask = async (text: string, variables: Record<string, unknown> = {}): Promise<Page> =>
  (await client.answer<{ search: Page }>(query, { text, ...variables })).search;
const labelsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.label);
const messagesOf = async (variables: Record<string, unknown>): Promise<string[]> =>
  ((await client.ask(query, variables)).errors ?? []).map(({ message }) => message);

test("every word must occur, as a whole word or a prefix; whole words rank first", async () => {
  expect(labelsOf(await ask(`${mark} alpha`))).toEqual([`${mark}_alpha@1`, "AND OR NOT"]);
  expect(labelsOf(await ask(`ALPH ${mark.slice(0, -2).toUpperCase()}`)).toSorted()).toEqual(
    ["AND OR NOT", `${mark}_alpha@1`].toSorted(),
  );
  expect(labelsOf(await ask(`${mark} alpha beta`))).toEqual([]);
});

test("the index interprets no character of a text as syntax", async () => {
  expect(labelsOf(await ask(`${mark}/"alpha" -(beta`))).toEqual([]);
  expect(labelsOf(await ask(`${mark}\\ [alpha]* ~^:{}+&&||!?`, { kinds: ["DATASET_SNAPSHOT"] }))).toEqual([
    `${mark}_alpha@1`,
  ]);
  expect(labelsOf(await ask(`${mark} NOT AND`))).toEqual(["AND OR NOT"]);
});

test("kinds filter, and pages contain each match once with the same count", async () => {
  const whole = await ask(mark, { kinds: ["DATASET_SNAPSHOT"] });
  expect(labelsOf(whole).toSorted()).toEqual(["alpha", "beta", "gamma"].map((dataset) => `${mark}_${dataset}@1`));
  const first = await ask(mark, { kinds: ["DATASET_SNAPSHOT"], first: 2 });
  const second = await ask(mark, { kinds: ["DATASET_SNAPSHOT"], first: 2, after: first.pageInfo.endCursor });
  expect([...labelsOf(first), ...labelsOf(second)]).toEqual(labelsOf(whole));
  const beyond = await ask(mark, { kinds: ["DATASET_SNAPSHOT"], after: second.pageInfo.endCursor });
  expect([first, second, beyond].map(({ totalCount, pageInfo }) => [totalCount, pageInfo.hasNextPage])).toEqual([
    [3, true],
    [3, false],
    [3, false],
  ]);
});

test("one statement, and one more for each kind if details are selected", async () => {
  const light = await client.ask(query, { text: mark });
  // The query selects a cursor, so its pages describe the moment of the first one.
  expect(light.statements).toEqual(["ledger/read-head", "search/search"]);
  const detailed = await client.ask(
    "query($text: String!) { search(text: $text) { edges { node { ... on Run { name status } } } } }",
    { text: `${mark} alphabet` },
  );
  expect(detailed.statements).toEqual(["search/search", "run/load-runs"]);
  expect(detailed.data).toEqual({ search: { edges: [{ node: { name: "AND OR NOT", status: "COMPLETED" } }] } });
});

test("invalid arguments are rejected with the value and a remedy", async () => {
  expect(await messagesOf({ text: "  -*- " })).toEqual([
    expect.stringMatching(/^text is " {2}-\*- ", which contains no word;/),
  ]);
  expect(await messagesOf({ text: Array.from({ length: 31 }, (_, index) => `w${index}`).join(" ") })).toEqual([
    "text has 31 words; give at most 30",
  ]);
  expect(await messagesOf({ text: mark, last: 1 })).toEqual([
    expect.stringMatching(/^last is 1, .*use first with after$/),
  ]);
});
