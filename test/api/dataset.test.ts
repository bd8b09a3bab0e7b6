import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
beforeAll(() => client.start());
afterAll(() => client.close());

const snapshot = (dataset: string, version: string, rest: object = {}) =>
  ({ operation: "registerDatasetSnapshot", input: { namespace, dataset, version, ...rest } }) as const;

interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}
type Snapshots = { dataset: { snapshots: Connection<{ version: string }> } };

const snapshotsQuery = `query($namespace: String!, $name: String!, $first: Int, $after: String, $last: Int, $before: String) {
  dataset(namespace: $namespace, name: $name) {
    snapshots(first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { version } }
    }
  }
}`;

async function snapshotsOf(name: string, page: object): Promise<Connection<{ version: string }>> {
  return (await client.answer<Snapshots>(snapshotsQuery, { namespace, name, ...page })).dataset.snapshots;
}

const versionsOf = ({ edges }: Connection<{ version: string }>): string[] => edges.map(({ node }) => node.version);

test("a registered snapshot has all reported fields; a repetition changes nothing", async () => {
  const mutation = `mutation($input: RegisterDatasetSnapshotInput!) {
    registerDatasetSnapshot(input: $input) { id key kind label namespace recordedAt version digest uri sizeBytes rowCount createdAt dataset { name namespace } }
  }`;
  const input = {
    namespace,
    dataset: "raw/events",
    version: "v1",
    digest: "sha256:ab",
    uri: "s3://lake/raw/events/v1",
    sizeBytes: 5_000_000_000,
    rowCount: "12",
    createdAt: "2026-05-02T12:00:00+02:00",
  };
  const { registerDatasetSnapshot: first } = await client.answer<{ registerDatasetSnapshot: Record<string, unknown> }>(
    mutation,
    { input },
  );
  expect(first).toEqual({
    id: expect.stringMatching(/^[\w-]+$/),
    key: `snapshot:${namespace}/raw%2Fevents@v1`,
    kind: "DATASET_SNAPSHOT",
    label: "raw/events@v1",
    namespace,
    recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    version: "v1",
    digest: "sha256:ab",
    uri: "s3://lake/raw/events/v1",
    sizeBytes: 5_000_000_000,
    rowCount: 12,
    createdAt: "2026-05-02T10:00:00.000Z",
    dataset: { name: "raw/events", namespace },
  });
  const { registerDatasetSnapshot: second } = await client.answer<{ registerDatasetSnapshot: Record<string, unknown> }>(
    mutation,
    { input },
  );
  expect(second).toEqual(first);
});

test("a contradiction is a CONFLICT that names the field and both values", async () => {
  await client.record(snapshot("conflict", "v1", { digest: "sha256:aa" }));
  const mutation = `mutation($input: RegisterDatasetSnapshotInput!) { registerDatasetSnapshot(input: $input) { key } }`;
  const { errors, data } = await client.ask(mutation, {
    input: { namespace, dataset: "conflict", version: "v1", digest: "sha256:bb" },
  });
  expect(data).toBeNull();
  expect(errors?.[0]?.message).toMatch(/digest.*sha256:aa.*sha256:bb/);
});

test("an invalid fact is rejected with a reason", async () => {
  const mutation = `mutation($input: RegisterDatasetSnapshotInput!) { registerDatasetSnapshot(input: $input) { key } }`;
  const { errors } = await client.ask(mutation, {
    input: { namespace, dataset: "invalid", version: "v1", digest: "no digest" },
  });
  expect(errors?.[0]?.message).toMatch(/digest: is not in the format algorithm:value/);
  const { errors: coerced } = await client.ask(mutation, {
    input: { namespace, dataset: "invalid", version: "v1", sizeBytes: 1.5 },
  });
  expect(coerced?.[0]?.message).toMatch(/1\.5.*not an integer/);
});

test("a snapshot that is only referenced is a stub until it is registered", async () => {
  await client.record(snapshot("derived", "v1", { derivedFrom: [{ namespace, dataset: "origin", version: "v9" }] }));
  const query = `query($namespace: String!) { datasetSnapshot(namespace: $namespace, dataset: "derived", version: "v1") { derivedFrom { label digest } } }`;
  expect(await client.answer(query, { namespace })).toEqual({
    datasetSnapshot: { derivedFrom: [{ label: "origin@v9", digest: null }] },
  });
  await client.record(snapshot("origin", "v9", { digest: "sha256:cc" }));
  expect(await client.answer(query, { namespace })).toEqual({
    datasetSnapshot: { derivedFrom: [{ label: "origin@v9", digest: "sha256:cc" }] },
  });
});

test("an unknown snapshot is null", async () => {
  const query = `query($namespace: String!) { dataset(namespace: $namespace, name: "nothing") { id } datasetSnapshot(namespace: $namespace, dataset: "nothing", version: "1") { id } }`;
  expect(await client.answer(query, { namespace })).toEqual({ dataset: null, datasetSnapshot: null });
});

test("pages of snapshots cover the list once in both directions: newest first, then by key in descending order", async () => {
  const days = [3, 1, 2, 2, 5];
  await client.record(
    ...days.map((day, index) => snapshot("paged", `v${index}`, { createdAt: `2026-01-0${day}T00:00:00Z` })),
  );
  const expected = ["v4", "v0", "v3", "v2", "v1"];
  const forward: string[] = [];
  let after: string | null = null;
  do {
    const page: Connection<{ version: string }> = await snapshotsOf("paged", { first: 2, after });
    expect(page.totalCount).toBe(5);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    forward.push(...versionsOf(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(forward).toEqual(expected);
  const end = await snapshotsOf("paged", { last: 2 });
  expect([versionsOf(end), end.pageInfo.hasPreviousPage, end.pageInfo.hasNextPage]).toEqual([
    ["v2", "v1"],
    true,
    false,
  ]);
  const before = await snapshotsOf("paged", { last: 2, before: end.pageInfo.startCursor });
  expect([versionsOf(before), before.pageInfo.hasPreviousPage, before.pageInfo.hasNextPage]).toEqual([
    ["v0", "v3"],
    true,
    true,
  ]);
  expect(versionsOf(await snapshotsOf("paged", { last: 2, before: before.pageInfo.startCursor }))).toEqual(["v4"]);
});

test("an insert before the cursor does not shift the next page", async () => {
  await client.record(
    ...[1, 2, 3].map((day) => snapshot("moving", `v${day}`, { createdAt: `2026-01-0${day}T00:00:00Z` })),
  );
  const first = await snapshotsOf("moving", { first: 2 });
  expect(versionsOf(first)).toEqual(["v3", "v2"]);
  await client.record(snapshot("moving", "v4", { createdAt: "2026-01-04T00:00:00Z" }));
  expect(versionsOf(await snapshotsOf("moving", { first: 2, after: first.pageInfo.endCursor }))).toEqual(["v1"]);
});

test.each([
  [{ first: 501 }, "first is 501, which is not from 0 to 500"],
  [{ last: -1 }, "last is -1"],
  [{ first: 1, last: 1 }, "first cannot be combined with last"],
  [{ first: 1, before: "x" }, "before requires last"],
  [{ last: 1, after: "x" }, "after cannot be combined with last"],
  [{ first: 1, after: "bm90aGluZw" }, 'after is "bm90aGluZw", which is not a cursor of this list'],
])("the page %j is rejected: %s", async (page, message) => {
  await client.record(snapshot("refused", "v1"));
  const { errors } = await client.ask(snapshotsQuery, { namespace, name: "refused", ...page });
  expect(errors?.[0]?.message).toContain(message);
});

test("datasets are listed by key, filtered by namespace and by a part of the name regardless of case, and counted", async () => {
  await client.record(snapshot("list/Alpha", "1"), snapshot("list/beta", "1"), snapshot("list/alphabet", "1"));
  const query = `query($namespace: String, $nameContains: String, $first: Int, $after: String, $last: Int) {
    datasets(namespace: $namespace, nameContains: $nameContains, first: $first, after: $after, last: $last) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { name } }
    }
  }`;
  const ask = async (variables: object) =>
    (await client.answer<{ datasets: Connection<{ name: string }> }>(query, { namespace, ...variables })).datasets;
  const names = ({ edges }: Connection<{ name: string }>) => edges.map(({ node }) => node.name);
  const all = await ask({ nameContains: "ALPHA" });
  expect([all.totalCount, names(all)]).toEqual([2, ["list/Alpha", "list/alphabet"]]);
  const first = await ask({ nameContains: "list/", first: 1 });
  expect([first.totalCount, names(first), first.pageInfo.hasNextPage]).toEqual([3, ["list/Alpha"], true]);
  expect(names(await ask({ nameContains: "list/", first: 5, after: first.pageInfo.endCursor }))).toEqual([
    "list/alphabet",
    "list/beta",
  ]);
  expect(names(await ask({ nameContains: "list/", last: 1 }))).toEqual(["list/beta"]);
  expect((await ask({ namespace: `${namespace}-other` })).totalCount).toBe(0);
});

test("only selected fields are loaded: a count alone is one statement", async () => {
  await client.record(snapshot("counted", "v1"), snapshot("counted", "v2"));
  const { data, statements } = await client.ask(
    `query($namespace: String!) { datasets(namespace: $namespace, nameContains: "counted") { totalCount } }`,
    { namespace },
  );
  expect([data, statements]).toEqual([{ datasets: { totalCount: 1 } }, ["dataset/count-datasets"]]);
  const nested = await client.ask(
    `query($namespace: String!) { dataset(namespace: $namespace, name: "counted") { latest { version usedBy(first: 1) { totalCount } } } }`,
    { namespace },
  );
  expect(nested.data).toEqual({ dataset: { latest: { version: "v2", usedBy: { totalCount: 0 } } } });
  expect(nested.statements).toEqual(["dataset/load-datasets", "dataset/page-snapshots", "run/count-users"]);
});
