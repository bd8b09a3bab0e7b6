import { roles } from "../../src/core/api/principal.js";
import { modelVersionKey, runKey } from "../../src/core/shared/key.js";
import { deletionsOf } from "../support/deletions.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
afterEach(() => {
  client.roles = roles;
});
const { namespace, names, snapshot, version, of, keyOf, register, train, plan, tombstone, isTombstoned, entriesAbout } =
  deletionsOf(client);

const mutation = "mutation($input: RestoreInput!) { restore(input: $input) { key tombstone { at } } }";
const restore = async (targets: object[], more: object = {}): Promise<readonly { readonly key: string }[]> =>
  (
    await client.answer<{ restore: { key: string }[] }>(mutation, {
      input: { targets, reason: "recovered from the backup", ...more },
    })
  ).restore;
const refusal = async (targets: object[], more: object = {}): Promise<string | undefined> =>
  (await client.ask(mutation, { input: { targets, reason: "recovered", ...more } })).errors?.[0]?.message;

async function tombstoned(...targets: object[]): Promise<void> {
  const { impactToken } = await plan(...targets);
  expect((await tombstone(targets, impactToken)).status).toBe("TOMBSTONED");
}

/** The severity of a node, downstream of others, as of a time. */
async function severityAt(root: string, key: string, asOf: string | null): Promise<string | undefined> {
  const { impact } = await client.answer<{
    impact: { affected: { edges: { node: { severity: string; node: { key: string } } }[] } };
  }>(
    "query($key: String!, $asOf: DateTime) { impact(of: [{ key: $key }], asOf: $asOf) { affected { edges { node { severity node { key } } } } } }",
    { key: root, asOf },
  );
  return impact.affected.edges.find(({ node }) => node.node.key === key)?.node.severity;
}
/** The reason of a node's tombstone as of a time. */
async function reasonAt(key: string, asOf: string | null): Promise<string | undefined> {
  const { impact } = await client.answer<{ impact: { roots: { tombstone: { reason: string } | null }[] } }>(
    "query($key: String!, $asOf: DateTime) { impact(of: [{ key: $key }], asOf: $asOf) { roots { tombstone { reason } } } }",
    { key, asOf },
  );
  return impact.roots[0]?.tombstone?.reason;
}
/** A time between two writes. */
async function betweenWrites(): Promise<string> {
  const moment = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 2));
  return moment;
}

test("ends the tombstone with one ledger entry; an earlier time still shows it, and the node may be deleted again", async () => {
  const name = names();
  await client.record(register(name), ...train(name, name));
  const [data, made] = [keyOf(name), modelVersionKey(namespace, name, "1")];
  const target = { modelVersion: version(name) };
  const times = [await betweenWrites()];
  await tombstoned(target);
  times.push(await betweenWrites());
  expect(await restore([target])).toEqual([{ key: made, tombstone: null }]);
  times.push(await betweenWrites());
  await tombstoned(target);
  times.push(await betweenWrites());
  await restore([target]);
  const severities = [];
  const reasons = [];
  for (const asOf of [...times, null]) {
    severities.push(await severityAt(data, made, asOf));
    reasons.push(await reasonAt(made, asOf));
  }
  expect(severities).toEqual(["REGISTERED", "NONE", "REGISTERED", "NONE", "REGISTERED"]);
  expect(reasons).toEqual([undefined, "retention is over", undefined, "retention is over", undefined]);
  const decisions = (await entriesAbout(made)).slice(-4);
  expect(decisions.map(({ action }) => action)).toEqual(["tombstone", "restore", "tombstone", "restore"]);
  expect(decisions[1]?.detail).toEqual({
    reason: "recovered from the backup",
    restored: [made],
    tombstones: [{ key: made, at: expect.any(Number), by: "test", reason: "retention is over", override: false }],
  });
});

test("what is reported of tombstoned content is recorded and flagged; after the restore, it is like any other", async () => {
  const [name, externalId] = [names(), names()];
  const content = { digest: `sha256:${"a".repeat(64)}`, sizeBytes: 3 };
  await client.record(register(name, content));
  await tombstoned(...of(snapshot(name)));
  const produced = {
    operation: "recordRun",
    input: { namespace, externalId, status: "COMPLETED", outputSnapshots: [snapshot(name)] },
  } as const;
  expect(await client.write([produced, register(name, content), register(name, content)])).toEqual([
    { status: "NEW", key: runKey(namespace, externalId), tombstoned: [keyOf(name)] },
    { status: "CHANGED", key: keyOf(name), tombstoned: [keyOf(name)] },
    { status: "UNCHANGED", key: keyOf(name) },
  ]);
  expect((await entriesAbout(keyOf(name))).at(-1)?.detail).toMatchObject({ tombstoned: [keyOf(name)] });
  expect(await isTombstoned(keyOf(name))).toBe(true);
  await restore(of(snapshot(name)));
  expect(await isTombstoned(keyOf(name))).toBe(false);
  expect(await client.write([register(name, { ...content, rowCount: 7 })])).toEqual([
    { status: "CHANGED", key: keyOf(name) },
  ]);
  expect(await plan(...of(snapshot(name)))).toMatchObject({ verdict: "ALLOWED" });
});

test("restores the tombstoned ones of several targets; a CONFLICT if none is tombstoned, and repeatable with a key", async () => {
  const [gone, here] = [names(), names()];
  await client.record(register(gone), register(here));
  await tombstoned(...of(snapshot(gone)));
  const idempotencyKey = names();
  const once = await restore(of(snapshot(here), snapshot(gone)), { idempotencyKey });
  expect(once.map(({ key }) => key)).toEqual([keyOf(gone)]);
  expect(await restore(of(snapshot(here), snapshot(gone)), { idempotencyKey })).toEqual(once);
  expect((await entriesAbout(keyOf(gone))).filter(({ action }) => action === "restore")).toHaveLength(1);
  expect(await refusal(of(snapshot(gone)))).toBe(
    `${keyOf(gone)} is not tombstoned; restore applies to tombstoned nodes only`,
  );
});

test("requires the role deleter, a reason and an existing target", async () => {
  const name = names();
  await client.record(register(name));
  expect(await refusal(of(snapshot(name)), { reason: "  " })).toContain("state the reason for the restore");
  expect(await refusal([])).toContain("targets is empty");
  expect(await refusal(of(snapshot(names())))).toContain("matches no recorded node");
  client.roles = ["reader", "writer", "releaser", "admin"];
  expect(await refusal(of(snapshot(name)))).toBe("restore requires the role deleter, which test does not have");
});
