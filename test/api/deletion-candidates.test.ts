import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { listDeletionCandidates } from "../../src/features/deletion/deletion-candidates.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { DeadlineExceededError } from "../../src/core/shared/errors.js";
import { snapshotKey } from "../../src/core/shared/key.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());

interface Candidates {
  readonly totalCount: number;
  readonly totalBytes: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly key: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}
const query = `query($namespace: String, $recordedBefore: DateTime, $first: Int, $after: String, $last: Int, $before: String) {
  deletionCandidates(namespace: $namespace, recordedBefore: $recordedBefore, first: $first, after: $after, last: $last, before: $before) {
    totalCount totalBytes pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { key } }
  }
}`;
const ask = async (variables: Record<string, unknown>): Promise<Candidates> =>
  (await client.answer<{ deletionCandidates: Candidates }>(query, variables)).deletionCandidates;
const versionsOf = ({ edges }: Candidates): string[] => edges.map(({ node }) => node.key.replace(/^.*@/, ""));

const snapshot = (namespace: string, version: string, sizeBytes?: number): FactInput => ({
  operation: "registerDatasetSnapshot",
  input: { namespace, dataset: "d", version, ...(sizeBytes !== undefined && { sizeBytes }) },
});
const uses = (namespace: string, externalId: string, ...versions: string[]): FactInput => ({
  operation: "recordRun",
  input: {
    namespace,
    externalId,
    status: "COMPLETED",
    inputs: versions.map((version) => ({ role: "training", datasetSnapshot: { namespace, dataset: "d", version } })),
  },
});

test("largest first, unknown sizes last, then by key; all inputs upstream of a serving version are excluded", async () => {
  const namespace = `test-${randomUUID()}`;
  await client.record(
    snapshot(namespace, "small", 1),
    snapshot(namespace, "large", 5_000_000_000),
    snapshot(namespace, "b-unknown"),
    snapshot(namespace, "a-unknown"),
    snapshot(namespace, "same-1", 7),
    snapshot(namespace, "same-2", 7),
    snapshot(namespace, "served", 9),
    snapshot(namespace, "raw", 9_000),
    {
      operation: "registerDatasetSnapshot",
      input: { namespace, dataset: "d", version: "served", derivedFrom: [{ namespace, dataset: "d", version: "raw" }] },
    },
    uses(namespace, "train", "served"),
    uses(namespace, "idle", "small", "stub"),
    {
      operation: "registerModelVersion",
      input: { namespace, model: "m", version: "1", producedBy: { namespace, externalId: "train" } },
    },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: "api",
        stage: "STAGING",
        modelVersion: { namespace, model: "m", version: "1" },
        validFrom: "2026-05-02T10:00:00Z",
      },
    },
  );
  const all = await ask({ namespace });
  expect(versionsOf(all)).toEqual(["large", "same-1", "same-2", "small", "a-unknown", "b-unknown"]);
  expect(all).toMatchObject({
    totalCount: 6,
    totalBytes: 5_000_000_015,
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  });

  const forward = await readAll(
    (page) => ask({ namespace, first: 2, ...(page && { after: page.pageInfo.endCursor }) }),
    ({ pageInfo }) => pageInfo.hasNextPage,
  );
  expect(forward.flatMap(versionsOf)).toEqual(versionsOf(all));
  const backward = await readAll(
    (page) => ask({ namespace, last: 4, ...(page && { before: page.pageInfo.startCursor }) }),
    ({ pageInfo }) => pageInfo.hasPreviousPage,
  );
  expect(backward.toReversed().flatMap(versionsOf)).toEqual(versionsOf(all));
  for (const page of [...forward, ...backward])
    expect(page).toMatchObject({ totalCount: 6, totalBytes: 5_000_000_015 });

  // Deleted snapshots are not candidates, nor are those that were recorded after `asOf`.
  const target = { key: snapshotKey(namespace, "d", "large") };
  const { deletionPlan } = await client.answer<{ deletionPlan: { impactToken: string } }>(
    "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken } }",
    { of: [target] },
  );
  await client.answer("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", {
    input: { targets: [target], reason: "too large", impactToken: deletionPlan.impactToken },
  });
  expect(versionsOf(await ask({ namespace, first: 1 }))).toEqual(["same-1"]);
  expect(await ask({ namespace, recordedBefore: "2020-01-01T00:00:00Z" })).toMatchObject({
    totalCount: 0,
    totalBytes: 0,
    edges: [],
    pageInfo: { startCursor: null },
  });
});

async function readAll(
  ask: (before: Candidates | undefined) => Promise<Candidates>,
  goesOn: (page: Candidates) => boolean,
): Promise<Candidates[]> {
  const pages = [await ask(undefined)];
  for (let last = pages.at(-1); last && goesOn(last); last = pages.at(-1)) pages.push(await ask(last));
  return pages;
}

test("one statement, and one more if more than keys is selected; other connections of snapshots have sizes as well", async () => {
  const namespace = `test-${randomUUID()}`;
  await client.record(snapshot(namespace, "1", 40), snapshot(namespace, "2", 2), snapshot(namespace, "3"));
  // The cursors carry the moment of the answer, which is read first.
  expect((await client.ask(query, { namespace })).statements).toEqual(["ledger/read-head", "deletion/list-candidates"]);
  const detailed = await client.ask(
    "query($namespace: String) { deletionCandidates(namespace: $namespace) { edges { node { sizeBytes dataset { name snapshots { totalBytes } } } } } }",
    { namespace },
  );
  expect(detailed.statements).toEqual([
    "deletion/list-candidates",
    "dataset/load-snapshots",
    "dataset/sum-snapshot-sizes",
  ]);
  const dataset = { name: "d", snapshots: { totalBytes: 42 } };
  expect(detailed.data).toEqual({
    deletionCandidates: { edges: [40, 2, null].map((sizeBytes) => ({ node: { sizeBytes, dataset } })) },
  });
});

test("a timeout is an error that suggests a smaller query, never a partial list that looks complete", async () => {
  // A database that terminates the query, as it does after a timeout.
  const graph = { read: () => Promise.reject(new DeadlineExceededError("the database ended the question")) };
  const listed = listDeletionCandidates(
    graph,
    { namespace: null, recordedBefore: null },
    {},
    { maxNodes: 1, maxMs: 5_000 },
    new AbortController().signal,
  );
  await expect(listed).rejects.toThrow(
    /^listing the deletion candidates took longer than 5000 ms; restrict the list with namespace/,
  );
});

const small = fc.nat(4);
const pairs = (left: fc.Arbitrary<number>, right: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(left, right), { maxLength: 7 });
const history = fc.record({
  sizes: fc.array(fc.option(fc.nat(3)), { minLength: 5, maxLength: 5 }),
  derived: pairs(small, small),
  used: pairs(small, small),
  wrote: pairs(small, small),
  reused: pairs(small, small),
  made: fc.array(small, { minLength: 5, maxLength: 5 }),
  served: fc.array(
    fc.record({
      endpoint: fc.nat(2),
      version: small,
      day: fc.nat(8),
      days: fc.option(fc.integer({ min: 1, max: 3 })),
      endReason: fc.constantFrom("RETIRED", "ROLLED_BACK"),
      trafficPercent: fc.constantFrom(100, 30, 0),
    }),
    { maxLength: 5 },
  ),
  deleted: fc.array(small, { maxLength: 1 }),
});

test("for random histories, the candidates are exactly the snapshots whose own plan is ALLOWED", async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ sizes, derived, used, wrote, reused, made, served, deleted }) => {
      const namespace = `test-${randomUUID()}`;
      const ref = (version: number) => ({ namespace, dataset: "d", version: String(version) });
      const run = (externalId: number) => ({ namespace, externalId: `r${externalId}` });
      const model = (version: number) => ({ namespace, model: "m", version: String(version) });
      const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
      await client.record(
        ...sizes.map((sizeBytes, index): FactInput => ({
          operation: "registerDatasetSnapshot",
          input: { ...ref(index), sizeBytes },
        })),
        ...derived.map(([to, from]): FactInput => ({
          operation: "registerDatasetSnapshot",
          input: { ...ref(to), derivedFrom: [ref(from)] },
        })),
        ...used.map(([by, data]): FactInput => ({
          operation: "recordRun",
          input: { ...run(by), status: "COMPLETED", inputs: [{ role: "training", datasetSnapshot: ref(data) }] },
        })),
        ...wrote.map(([by, data]): FactInput => ({
          operation: "recordRun",
          input: { ...run(by), status: "COMPLETED", outputSnapshots: [ref(data)] },
        })),
        ...reused.map(([by, version]): FactInput => ({
          operation: "recordRun",
          input: { ...run(by), status: "COMPLETED", inputs: [{ role: "base", modelVersion: model(version) }] },
        })),
        ...made.map((by, version): FactInput => ({
          operation: "registerModelVersion",
          input: { ...model(version), producedBy: run(by) },
        })),
        ...served.map(({ endpoint, version, day: from, days, endReason, trafficPercent }): FactInput => ({
          operation: "recordDeployment",
          input: {
            namespace,
            endpoint: `e${endpoint}`,
            stage: "PRODUCTION",
            modelVersion: model(version),
            validFrom: day(from),
            trafficPercent,
            ...(days !== null && { validTo: day(from + days), endReason: endReason as "RETIRED" | "ROLLED_BACK" }),
          },
        })),
      );
      const planOf = async (target: object): Promise<{ verdict: string; impactToken: string }> =>
        (
          await client.answer<{ deletionPlan: { verdict: string; impactToken: string } }>(
            "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict impactToken } }",
            { of: [target] },
          )
        ).deletionPlan;
      for (const version of deleted) {
        const target = { modelVersion: model(version) };
        const input = {
          targets: [target],
          reason: "test",
          override: true,
          impactToken: (await planOf(target)).impactToken,
        };
        expect(
          await client.answer("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", { input }),
        ).toEqual({ tombstone: { status: "TOMBSTONED" } });
      }
      const allowed = [];
      for (const [index, size] of sizes.entries())
        if ((await planOf({ datasetSnapshot: ref(index) })).verdict === "ALLOWED")
          allowed.push({ version: String(index), size: size ?? -1 });
      const expected = allowed.toSorted(
        (left, right) => right.size - left.size || (left.version < right.version ? -1 : 1),
      );
      const candidates = await ask({ namespace });
      expect(versionsOf(candidates)).toEqual(expected.map(({ version }) => version));
      expect(candidates.totalBytes).toBe(expected.reduce((sum, { size }) => sum + Math.max(0, size), 0));
    }),
    { numRuns: 20 },
  );
});
