import { randomUUID } from "node:crypto";
import { roles } from "../../src/core/api/principal.js";
import { modelKey, modelVersionKey, runKey } from "../../src/core/shared/key.js";
import { deletionsOf } from "../support/deletions.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
afterEach(() => {
  client.roles = roles;
});
const {
  namespace,
  names,
  snapshot,
  version,
  of,
  keyOf,
  register,
  train,
  deploy,
  chain,
  plan,
  tombstone,
  refusal,
  isTombstoned,
  tombstonedStates,
  entriesAbout,
} = deletionsOf(client);

describe("tombstone", () => {
  test("marks all targets of every kind with one ledger entry", async () => {
    const name = names();
    await client.record(register(name), ...train(name, name));
    const targets = [...of(snapshot(name)), { run: { namespace, externalId: name } }, { modelVersion: version(name) }];
    const { impactToken } = await plan(...targets);
    const keys = [keyOf(name), runKey(namespace, name), modelVersionKey(namespace, name, "1")];
    const {
      status,
      tombstoned,
      plan: after,
    } = await tombstone(targets, impactToken, { reason: "  retention is over " });
    expect([status, after.verdict]).toEqual(["TOMBSTONED", "ALLOWED"]);
    expect(tombstoned).toEqual(
      keys.toSorted().map((key) => ({ key, tombstone: { by: "test", reason: "retention is over", override: false } })),
    );
    const entries = (await entriesAbout(keyOf(name))).filter(({ action }) => action === "tombstone");
    expect(entries).toEqual([
      {
        action: "tombstone",
        detail: {
          status: "TOMBSTONED",
          verdict: "ALLOWED",
          impactToken,
          reason: "retention is over",
          override: false,
          tombstoned: keys.toSorted(),
        },
      },
    ]);
  });

  test("removes the aliases of a version in the same ledger entry; the plan names them, and an earlier moment still shows them", async () => {
    const name = names();
    await client.record({ operation: "registerModelVersion", input: version(name) });
    for (const alias of ["champion", "blue"])
      await client.record({
        operation: "setModelAlias",
        input: { namespace, model: name, alias, version: "1", allowUnregistered: true },
      });
    const key = modelVersionKey(namespace, name, "1");
    const targets = [{ modelVersion: version(name) }];
    const aliasesOf = async () =>
      (
        await client.answer<{ deletionPlan: { aliases: object[] } }>(
          "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { aliases { name model { name } version { key aliases } } } }",
          { of: targets },
        )
      ).deletionPlan.aliases;
    const planned = { model: { name }, version: { key, aliases: ["blue", "champion"] } };
    expect(await aliasesOf()).toEqual([
      { name: "blue", ...planned },
      { name: "champion", ...planned },
    ]);
    const before = new Date().toISOString();
    const { impactToken } = await plan(...targets);
    expect((await tombstone(targets, impactToken)).status).toBe("TOMBSTONED");
    expect(await aliasesOf()).toEqual([]);
    const champion = async (asOf: string | null) =>
      (
        await client.answer<{ modelVersion: { key: string; aliases: string[] } | null }>(
          'query($namespace: String!, $model: String!, $asOf: DateTime) { modelVersion(namespace: $namespace, model: $model, alias: "champion", asOf: $asOf) { key aliases } }',
          { namespace, model: name, asOf },
        )
      ).modelVersion;
    expect(await champion(null)).toBeNull();
    expect(await champion(before)).toMatchObject({ key });
    const ended = { modelKey: modelKey(namespace, name), versionKey: key };
    expect((await entriesAbout(key)).at(-1)).toMatchObject({
      action: "tombstone",
      detail: {
        tombstoned: [key],
        aliases: [
          { alias: "blue", ...ended },
          { alias: "champion", ...ended },
        ],
      },
    });
  });

  test("is refused if production depends on a target, regardless of the token; an admin may override, which is recorded", async () => {
    const name = names();
    await client.record(...chain(name));
    const { impactToken } = await plan(...of(snapshot(name)));
    const refused = await tombstone(of(snapshot(name)), impactToken);
    expect(refused).toMatchObject({ status: "BLOCKED", tombstoned: [], plan: { verdict: "BLOCKED", blockerCount: 2 } });
    client.roles = ["reader", "deleter"];
    expect(await refusal(of(snapshot(name)), { impactToken, override: true })).toBe(
      "tombstone with override: true requires the role admin, which test does not have",
    );
    expect(await isTombstoned(keyOf(name))).toBe(false);
    client.roles = roles;
    expect(await tombstone(of(snapshot(name)), impactToken, { override: true })).toMatchObject({
      status: "TOMBSTONED",
      tombstoned: [{ key: keyOf(name), tombstone: { override: true } }],
    });
    expect((await entriesAbout(keyOf(name))).slice(-2).map(({ detail }) => [detail.status, detail.override])).toEqual([
      ["BLOCKED", false],
      ["TOMBSTONED", true],
    ]);
  });

  test("a tombstoned version that is deployed is SERVING_PRODUCTION, and tombstoning it again changes nothing", async () => {
    const name = names();
    await client.record(register(name), ...train(name, name));
    const target = [{ modelVersion: version(name) }];
    expect((await tombstone(target, (await plan(...target)).impactToken)).status).toBe("TOMBSTONED");
    expect(await client.write([deploy(name)])).toMatchObject([{ status: "NEW", tombstoned: [expect.any(String)] }]);
    const { impact, model, deletionCandidates } = await client.answer<Record<string, object>>(
      `query($of: [NodeRefInput!]!, $namespace: String!, $name: String!) {
        impact(of: $of) { affected(kinds: [MODEL_VERSION], minSeverity: SERVING_PRODUCTION) { totalCount edges { node { node { key } } } } }
        model(namespace: $namespace, name: $name) { production { key } }
        deletionCandidates(namespace: $namespace, first: 100) { edges { node { key } } }
      }`,
      { of: of(snapshot(name)), namespace, name },
    );
    const key = modelVersionKey(namespace, name, "1");
    expect(impact).toEqual({ affected: { totalCount: 1, edges: [{ node: { node: { key } } }] } });
    expect(model).toEqual({ production: [{ key }] });
    expect(deletionCandidates).not.toMatchObject({
      edges: expect.arrayContaining([{ node: { key: keyOf(name) } }]),
    });
    const again = await plan(...target);
    expect(again).toMatchObject({ verdict: "BLOCKED", blockerCount: 2 });
    expect(await tombstone(target, again.impactToken)).toMatchObject({ status: "TOMBSTONED", tombstoned: [] });
  });

  test("requires the role deleter", async () => {
    const name = names();
    await client.record(register(name));
    client.roles = ["reader", "writer", "releaser", "admin"];
    expect(await refusal(of(snapshot(name)))).toBe("tombstone requires the role deleter, which test does not have");
  });

  test("an override without blockers is not recorded as one; a stale token remains stale", async () => {
    const name = names();
    await client.record(register(name));
    expect((await tombstone(of(snapshot(name)), "0".repeat(64), { override: true })).status).toBe("STALE_IMPACT");
    const { impactToken } = await plan(...of(snapshot(name)));
    expect(await tombstone(of(snapshot(name)), impactToken, { override: true })).toMatchObject({
      status: "TOMBSTONED",
      tombstoned: [{ tombstone: { override: false } }],
    });
  });

  test("tombstones all targets or none", async () => {
    const [free, used] = [names(), names()];
    await client.record(register(free), ...chain(used));
    const { impactToken } = await plan(...of(snapshot(free), snapshot(used)));
    expect((await tombstone(of(snapshot(free), snapshot(used)), impactToken)).status).toBe("BLOCKED");
    expect(await refusal(of(snapshot(free), snapshot(names())), { impactToken })).toContain(
      "nothing is recorded under",
    );
    expect(await tombstonedStates(keyOf(free), keyOf(used))).toEqual([false, false]);
  });

  test("the first tombstone remains, and tombstoned targets require no permission", async () => {
    const [name, more] = [names(), names()];
    await client.record(...chain(name), register(more));
    await tombstone(of(snapshot(name)), (await plan(...of(snapshot(name)))).impactToken, {
      override: true,
      reason: "first",
    });
    const again = await plan(...of(snapshot(name)));
    expect(await tombstone(of(snapshot(name)), again.impactToken, { reason: "second" })).toMatchObject({
      status: "TOMBSTONED",
      tombstoned: [],
    });
    const both = await plan(...of(snapshot(name), snapshot(more)));
    expect(both.verdict).toBe("BLOCKED");
    expect(
      await tombstone(of(snapshot(name), snapshot(more)), both.impactToken, { override: true, reason: "third" }),
    ).toMatchObject({ status: "TOMBSTONED", tombstoned: [{ key: keyOf(more) }] });
    const { datasetSnapshot } = await client.answer(
      'query($name: String!, $namespace: String!) { datasetSnapshot(namespace: $namespace, dataset: $name, version: "1") { tombstone { reason } } }',
      { namespace, name },
    );
    expect(datasetSnapshot).toEqual({ tombstone: { reason: "first" } });
  });

  test("a repeated idempotency key has no further effect and returns the first answer; with another request it is a CONFLICT", async () => {
    const [name, idempotencyKey] = [names(), randomUUID()];
    await client.record(register(name));
    const { impactToken } = await plan(...of(snapshot(name)));
    const first = await tombstone(of(snapshot(name)), impactToken, { idempotencyKey });
    expect(await tombstone(of(snapshot(name)), impactToken, { idempotencyKey })).toEqual(first);
    expect(first).toMatchObject({ status: "TOMBSTONED", tombstoned: [{ key: keyOf(name) }] });
    expect((await entriesAbout(keyOf(name))).filter(({ action }) => action === "tombstone")).toHaveLength(1);
    expect(await refusal(of(snapshot(name)), { impactToken, idempotencyKey, reason: "another" })).toContain(
      idempotencyKey,
    );
    // Without the key it is another request, whose token predates the deletion.
    expect((await tombstone(of(snapshot(name)), impactToken)).status).toBe("STALE_IMPACT");
  });

  test("of two concurrent deletions with the same token, one takes effect", async () => {
    for (let round = 0; round < 5; round += 1) {
      const name = names();
      await client.record(register(name));
      const { impactToken } = await plan(...of(snapshot(name)));
      const [one, two] = await Promise.all([
        tombstone(of(snapshot(name)), impactToken),
        tombstone(of(snapshot(name)), impactToken),
      ]);
      expect([one.status, two.status].toSorted()).toEqual(["STALE_IMPACT", "TOMBSTONED"]);
    }
  });

  test.each([
    ["no reason", { reason: "  " }, /^reason: is empty/],
    ["a reason too long", { reason: "x".repeat(4_001) }, /^reason: /],
    ["no target", { targets: [] }, /^targets is empty/],
    ["an empty key", { idempotencyKey: "" }, /^idempotencyKey: /],
  ])("%s is rejected", async (_what, rest, message) => {
    expect(await refusal(of(snapshot("any")), rest)).toMatch(message);
  });

  test("tombstoned nodes conduct, and have the severity NONE", async () => {
    const name = names();
    await client.record(register(name), ...train(name, name));
    await tombstone(
      [{ run: { namespace, externalId: name } }],
      (await plan({ run: { namespace, externalId: name } })).impactToken,
    );
    const { impact } = await client.answer<{ impact: { affected: { edges: object[] } } }>(
      "query($of: [NodeRefInput!]!) { impact(of: $of) { affected { edges { node { severity depth node { kind tombstone { reason } } } } } } }",
      { of: of(snapshot(name)) },
    );
    expect(impact.affected.edges).toEqual([
      { node: { severity: "REGISTERED", depth: 2, node: { kind: "MODEL_VERSION", tombstone: null } } },
      { node: { severity: "NONE", depth: 1, node: { kind: "RUN", tombstone: { reason: "retention is over" } } } },
    ]);
  });
});
