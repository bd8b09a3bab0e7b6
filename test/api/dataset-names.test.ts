import { datasetKey } from "../../src/core/shared/key.js";
import { caseFacts, caseQuestions } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
const { impactOf, planOf, upstreamOf } = caseQuestions(client);

type Facts = ReturnType<typeof caseFacts>;
interface Found {
  readonly key: string;
}
interface Page {
  readonly edges: readonly { readonly node: Found }[];
}

const nameOf = ({ namespace }: Facts, name = "orders") => ({ namespace, name });

async function declare(dataset: object, alias: object): Promise<void> {
  await client.answer("mutation($input: DeclareSameDatasetInput!) { declareSameDataset(input: $input) { key } }", {
    input: { dataset, alias, reason: "renamed" },
  });
}

async function retract(dataset: object, alias: object): Promise<void> {
  await client.answer("mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
    input: {
      edges: [{ upstream: { dataset }, downstream: { dataset: alias }, kind: "SAME_CONTENT" }],
      reason: "another",
    },
  });
}

/** A moment between two writes. */
async function now(): Promise<string> {
  await new Promise((done) => setTimeout(done, 5));
  const at = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  return at;
}

async function snapshotsOf({ namespace }: Facts, name = "orders"): Promise<string[]> {
  const { dataset } = await client.answer<{
    dataset: { snapshots: Page & { totalCount: number; totalBytes: string } };
  }>(
    `query($namespace: String!, $name: String!) {
      dataset(namespace: $namespace, name: $name) { snapshots(first: 100) { totalCount totalBytes edges { node { key } } } }
    }`,
    { namespace, name },
  );
  const keys = dataset.snapshots.edges.map(({ node }) => node.key);
  expect(dataset.snapshots.totalCount).toBe(keys.length);
  return keys.sort();
}

async function snapshotNamed({ namespace }: Facts, dataset: string, version: string): Promise<string | undefined> {
  const { datasetSnapshot } = await client.answer<{ datasetSnapshot: Found | null }>(
    `query($namespace: String!, $dataset: String!, $version: String!) {
      datasetSnapshot(namespace: $namespace, dataset: $dataset, version: $version) { key }
    }`,
    { namespace, dataset, version },
  );
  return datasetSnapshot?.key;
}

async function named(name: string): Promise<string[]> {
  const found = await client.answer<{ named: Found[] }>("query($name: String!) { named(name: $name) { key } }", {
    name,
  });
  return found.named.map(({ key }) => key).sort();
}

async function searched(text: string, kinds?: readonly string[]): Promise<string[]> {
  const { search } = await client.answer<{ search: Page & { totalCount: number } }>(
    `query($text: String!, $kinds: [LineageKind!]) {
      search(text: $text, kinds: $kinds, first: 100) { totalCount edges { node { key } } }
    }`,
    { text, kinds },
  );
  expect(search.totalCount).toBe(search.edges.length);
  return search.edges.map(({ node }) => node.key);
}

/** Every question by name, for the snapshot that is recorded as version 2 under another name. */
async function answersUnder(n: Facts, version = "2"): Promise<(string | undefined)[]> {
  const [byName] = await named(`${n.namespace}/orders@${version}`);
  const [bySearch] = await searched(`${n.namespace}/orders@${version}`);
  return [await snapshotNamed(n, "orders", version), byName, bySearch];
}

describe("a snapshot that is recorded under one name of its dataset", () => {
  test.each([
    ["before", 0],
    ["after", 1],
  ])("%s the declaration is found by each of its names, until the declaration is retracted", async (_, order) => {
    const [a, b, c] = [caseFacts(), caseFacts(), caseFacts()];
    const steps = [
      () => client.record(b.snapshot("orders@2"), b.run("report", ["orders@2"])),
      async () => {
        await declare(nameOf(a), nameOf(b));
        await declare(nameOf(c), nameOf(a));
      },
    ];
    for (const step of order === 0 ? steps : steps.toReversed()) await step();
    const key = b.s("orders@2");
    for (const each of [a, b, c]) {
      expect(await answersUnder(each)).toEqual([key, key, key]);
      expect(await snapshotsOf(each)).toEqual([key]);
      expect(await impactOf(each.s("orders@2"))).toEqual([b.r("report")]);
      expect(await planOf(each.s("orders@2"))).toMatchObject({ verdict: "ALLOWED" });
      expect(await upstreamOf(each.s("orders@2"))).toEqual([]);
    }
    await retract(nameOf(a), nameOf(b));
    expect(await answersUnder(a)).toEqual([undefined, undefined, undefined]);
    expect(await answersUnder(c)).toEqual([undefined, undefined, undefined]);
    expect(await answersUnder(b)).toEqual([key, key, key]);
    expect(await snapshotsOf(a)).toEqual([]);
    await declare(nameOf(b), nameOf(c));
    expect(await answersUnder(a)).toEqual([key, key, key]);
  });

  test("is found by words of the other name, its kind, and the name without a version", async () => {
    const n = caseFacts();
    const id = n.namespace.replace(/\W/g, "").slice(-12);
    await client.record(n.snapshot(`sales${id}@alpha`), n.snapshot(`sales${id}@beta`));
    await declare(nameOf(n, `sales${id}`), nameOf(n, `umsatz${id}`));
    const keys = [n.s(`sales${id}@alpha`), n.s(`sales${id}@beta`)];
    expect((await searched(`umsatz${id}`)).sort()).toEqual(keys);
    expect(await searched(`umsatz${id} beta`)).toEqual([keys[1]]);
    expect(await searched(`umsatz${id}@alpha`, ["DATASET_SNAPSHOT"])).toEqual([keys[0]]);
    expect(await searched(`umsatz${id}`, ["RUN"])).toEqual([]);
    expect(await named(`umsatz${id}`)).toEqual(keys);
    expect(await named(`dataset umsatz${id}@beta`)).toEqual([keys[1]]);
    expect(await named(datasetKey(n.namespace, `umsatz${id}`))).toEqual(keys);
  });

  test("is not what a retracted snapshot of the other name was", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    await client.record(a.snapshot("orders@1"), b.snapshot("orders@1"));
    await declare(nameOf(a), nameOf(b));
    await client.answer("mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
      input: { nodes: [{ key: a.s("orders@1") }], reason: "another" },
    });
    const { errors } = await client.ask("query($key: String!) { impact(of: [{ key: $key }]) { severity } }", {
      key: a.s("orders@1"),
    });
    expect(errors).toMatchObject([{ message: expect.stringContaining("was retracted") }]);
  });

  test("is deleted by each of its names", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    await client.record(b.snapshot("orders@1"));
    await declare(nameOf(a), nameOf(b));
    const targets = [{ datasetSnapshot: { namespace: a.namespace, dataset: "orders", version: "1" } }];
    const { deletionPlan } = await client.answer<{ deletionPlan: { impactToken: string } }>(
      "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken copies { key } duplicates { key } similarDatasets { similar { key } } } }",
      { of: targets },
    );
    const { tombstone } = await client.answer<{ tombstone: object }>(
      "mutation($input: TombstoneInput!) { tombstone(input: $input) { status tombstoned { key } } }",
      { input: { targets, impactToken: deletionPlan.impactToken, reason: "old" } },
    );
    expect(tombstone).toEqual({ status: "TOMBSTONED", tombstoned: [{ key: b.s("orders@1") }] });
  });

  test("has the names of the moment that is asked for", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    await client.record(b.snapshot("orders@1"), b.run("report", ["orders@1"]));
    const before = await now();
    await declare(nameOf(a), nameOf(b));
    const during = await now();
    await retract(nameOf(a), nameOf(b));
    const ask = (asOf: string) =>
      client.ask(
        `query($key: String!, $asOf: DateTime) { impact(of: [{ key: $key }], asOf: $asOf) {
          roots { key } affected { edges { node { node { key } } } } } }`,
        { key: a.s("orders@1"), asOf },
      );
    expect((await ask(during)).data).toEqual({
      impact: {
        roots: [{ key: b.s("orders@1") }],
        affected: { edges: [{ node: { node: { key: b.r("report") } } }] },
      },
    });
    expect((await ask(before)).errors).toMatchObject([{ message: expect.stringContaining("nothing is recorded") }]);
  });
});

test("the snapshots of a dataset are those under all of its names, page by page", async () => {
  const [a, b] = [caseFacts(), caseFacts()];
  await client.record(
    a.snapshot("orders@1", { sizeBytes: 10 }),
    b.snapshot("orders@1"),
    b.snapshot("orders@2", { sizeBytes: 5 }),
  );
  await declare(nameOf(a), nameOf(b));
  const all = [a.s("orders@1"), b.s("orders@1"), b.s("orders@2")].sort();
  expect(await snapshotsOf(a)).toEqual(all);
  expect(await snapshotsOf(b)).toEqual(all);
  const page = `query($key: String!, $after: String) { dataset(namespace: $key, name: "orders") {
    latest { key } snapshots(first: 1, after: $after) { totalBytes pageInfo { endCursor } edges { node { key } } } } }`;
  type SnapshotPage = Page & { readonly totalBytes: string; readonly pageInfo: { readonly endCursor: string } };
  const keys: string[] = [];
  let after: string | null = null;
  for (let index = 0; index < 3; index++) {
    const answer: { dataset: { snapshots: SnapshotPage } } = await client.answer(page, { key: a.namespace, after });
    const { dataset } = answer;
    keys.push(...dataset.snapshots.edges.map(({ node }) => node.key));
    expect(Number(dataset.snapshots.totalBytes)).toBe(15);
    after = dataset.snapshots.pageInfo.endCursor;
  }
  expect(keys.sort()).toEqual(all);
});
