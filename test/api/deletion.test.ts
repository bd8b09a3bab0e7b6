import { randomUUID } from "node:crypto";
import { roles } from "../../src/core/api/principal.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { modelVersionKey, runKey, snapshotKey } from "../../src/core/shared/key.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
// How fast the machine is decides nothing here.
client.closureBudget = { ...client.closureBudget, maxMs: 60_000 };
beforeAll(() => client.start());
afterAll(() => client.close());
afterEach(() => {
  client.roles = roles;
});

/** Each test has names of its own: data `name`, a run on it, a model, and where it is served. */
const { namespace } = client;
const names = (): string => randomUUID();
const snapshot = (name: string, version = "1") => ({ namespace, dataset: name, version });
const version = (name: string) => ({ namespace, model: name, version: "1" });
const of = (...given: ReturnType<typeof snapshot>[]) => given.map((datasetSnapshot) => ({ datasetSnapshot }));
const keyOf = (name: string): string => snapshotKey(namespace, name, "1");

const register = (name: string, rest: object = {}): FactInput => ({
  operation: "registerDatasetSnapshot",
  input: { ...snapshot(name), ...rest },
});
const train = (name: string, ...on: string[]): FactInput[] => [
  {
    operation: "recordRun",
    input: {
      namespace,
      externalId: name,
      status: "COMPLETED",
      inputs: on.map((data) => ({ role: "training", datasetSnapshot: snapshot(data) })),
    },
  },
  { operation: "registerModelVersion", input: { ...version(name), producedBy: { namespace, externalId: name } } },
];
const deploy = (name: string, stage: "PRODUCTION" | "STAGING" = "PRODUCTION"): FactInput => ({
  operation: "recordDeployment",
  input: { namespace, endpoint: `${name}-api`, stage, modelVersion: version(name), validFrom: "2026-05-02T10:00:00Z" },
});
/** Data, a model trained on it, and a deployment of that. */
const chain = (name: string): FactInput[] => [register(name), ...train(name, name), deploy(name)];

interface Plan {
  readonly verdict: string;
  readonly impactToken: string;
  readonly blockerCount: number;
  readonly blockers: readonly {
    readonly severity: string;
    readonly depth: number;
    readonly node: { readonly key: string };
  }[];
}
const planFields = "verdict impactToken blockerCount blockers { severity depth reason node { key kind } }";
const plan = async (...targets: object[]): Promise<Plan> =>
  (
    await client.answer<{ deletionPlan: Plan }>(
      `query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { ${planFields} } }`,
      { of: targets },
    )
  ).deletionPlan;

interface Payload {
  readonly status: string;
  readonly tombstoned: readonly { readonly key: string }[];
  readonly plan: Plan;
}
const mutation = `mutation($input: TombstoneInput!) { tombstone(input: $input) { status tombstoned { key tombstone { by reason override } } plan { ${planFields} } } }`;
const tombstone = async (targets: object[], impactToken: string, rest: object = {}): Promise<Payload> =>
  (
    await client.answer<{ tombstone: Payload }>(mutation, {
      input: { targets, impactToken, reason: "retention is over", ...rest },
    })
  ).tombstone;
const refusal = async (targets: object[], rest: object = {}): Promise<string | undefined> =>
  (await client.ask(mutation, { input: { targets, impactToken: "", reason: "retention is over", ...rest } }))
    .errors?.[0]?.message;
const isTombstoned = async (key: string): Promise<boolean> =>
  (
    await client.answer<{ lineageNode: { tombstone: object | null } }>(
      "query($key: String!) { lineageNode(ref: { key: $key }) { tombstone { at } } }",
      { key },
    )
  ).lineageNode.tombstone !== null;
const tombstonedStates = (...keys: string[]): Promise<boolean[]> => Promise.all(keys.map(isTombstoned));

/** The ledger's entries about a key, newest last. */
async function entriesAbout(key: string): Promise<{ action: string; detail: Record<string, unknown> }[]> {
  const found = [];
  for (let after = 0; ;) {
    const entries = await client.graph.read(listEntries, { after, limit: 5_000 });
    found.push(...entries.filter(({ targets }) => targets.includes(key)));
    const last = entries.at(-1);
    if (!last)
      return found.map(({ action, detail }) => ({ action, detail: JSON.parse(detail) as Record<string, unknown> }));
    after = last.sequence;
  }
}

describe("the plan", () => {
  test("what nothing depends on may go", async () => {
    const name = names();
    await client.record(register(name));
    expect(await plan(...of(snapshot(name)))).toEqual({
      verdict: "ALLOWED",
      impactToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      blockerCount: 0,
      blockers: [],
    });
  });

  test("what production serves blocks, worst first, and what only is reproducible with it does not", async () => {
    const name = names();
    await client.record(...chain(name));
    const { verdict, blockerCount, blockers } = await plan(...of(snapshot(name)));
    expect([verdict, blockerCount]).toEqual(["BLOCKED", 2]);
    expect(blockers.map(({ severity, depth, node }) => [severity, depth, node.key.replace(/:.*/, "")])).toEqual([
      ["SERVING_PRODUCTION", 2, "model-version"],
      ["SERVING_PRODUCTION", 3, "deployment"],
    ]);
  });

  test("a registered version, a failed run and derived data do not block", async () => {
    const name = names();
    await client.record(
      register(name),
      ...train(name, name),
      register(`${name}-copy`, { derivedFrom: [snapshot(name)] }),
    );
    expect(await plan(...of(snapshot(name)))).toMatchObject({ verdict: "ALLOWED", blockers: [] });
  });

  test("a deployment that serves blocks its own deletion, and the path to it is itself", async () => {
    const name = names();
    await client.record(...chain(name));
    const { deletionPlan } = await client.answer(
      "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict blockers { depth reason node { key } path { key } } } }",
      { of: [{ deployment: { namespace, endpoint: `${name}-api` } }] },
    );
    const key = expect.stringMatching(new RegExp(`^deployment:${namespace}/${name}-api@`));
    expect(deletionPlan).toEqual({
      verdict: "BLOCKED",
      blockers: [{ depth: 0, reason: expect.stringContaining("serves 100 %"), node: { key }, path: [{ key }] }],
    });
  });

  test("a model version with a release under way blocks, until the release is withdrawn", async () => {
    const name = names();
    await client.record(register(name), ...train(name, name), {
      operation: "defineEndpoint",
      input: { namespace, name: `${name}-api`, stage: "PRODUCTION" },
    });
    const { proposeRelease } = await client.answer<{ proposeRelease: { id: string } }>(
      "mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
      { input: { endpoint: { namespace, name: `${name}-api` }, modelVersion: version(name) } },
    );
    expect((await plan(...of(snapshot(name)))).blockers).toMatchObject([{ severity: "PENDING_RELEASE", depth: 2 }]);
    expect((await plan({ modelVersion: version(name) })).blockers).toMatchObject([
      { severity: "PENDING_RELEASE", depth: 0 },
    ]);
    await client.answer("mutation($release: ID!) { withdrawRelease(input: { release: $release }) { id } }", {
      release: proposeRelease.id,
    });
    expect(await plan(...of(snapshot(name)))).toMatchObject({ verdict: "ALLOWED", blockers: [] });
  });

  test("all of it is one statement; the blockers that are listed may be fewer than there are", async () => {
    const name = names();
    await client.record(...chain(name));
    const { data, errors, statements } = await client.ask(
      `query($of: [NodeRefInput!]!) { deletionPlan(of: $of) {
      targets { key tombstone { at } } verdict impactToken blockerCount blockers(limit: 1) { node { key } } impact { severity counts { severity kind count } productionDeployments { key } completeness { status reachedCount } }
    } }`,
      { of: of(snapshot(name)) },
    );
    expect(errors).toBeUndefined();
    expect(statements).toEqual(["impact/impact", "deletion/load-tombstones"]);
    expect(data).toMatchObject({
      deletionPlan: {
        targets: [{ key: keyOf(name), tombstone: null }],
        verdict: "BLOCKED",
        blockerCount: 2,
        blockers: [{ node: { key: modelVersionKey(namespace, name, "1") } }],
        impact: { severity: "SERVING_PRODUCTION", completeness: { status: "COMPLETE", reachedCount: 3 } },
      },
    });
  });

  test("where not all could be looked at nobody knows, and that authorises nothing", async () => {
    const name = names();
    await client.record(register(name), ...train(name, name));
    const { closureBudget } = client;
    client.closureBudget = { ...closureBudget, maxNodes: 1 };
    try {
      const { verdict, impactToken } = await plan(...of(snapshot(name)));
      expect(verdict).toBe("UNKNOWN");
      expect((await tombstone(of(snapshot(name)), impactToken)).status).toBe("BLOCKED");
      expect(await isTombstoned(keyOf(name))).toBe(false);
      expect(await tombstone(of(snapshot(name)), impactToken, { override: true })).toMatchObject({
        status: "TOMBSTONED",
        tombstoned: [{ tombstone: { override: true } }],
      });
    } finally {
      client.closureBudget = closureBudget;
    }
  });

  test("which versions could be made again before and not after", async () => {
    const [name, other] = [names(), names()];
    const sha = name.replaceAll("-", "").padEnd(40, "0");
    const repository = `https://git.test/${name}`;
    const [environment] = await client.write([
      { operation: "registerEnvironment", input: { requirements: `numpy==1.26.4\n${name}==1.0\n` } },
    ]);
    const digest = decodeURIComponent(
      environment?.status === "REJECTED" ? "" : (environment?.key ?? "").replace(/^.*@/, ""),
    );
    await client.record(
      register(name, { digest: "sha256:aa" }),
      register(other),
      { operation: "registerCodeCommit", input: { repository, sha, dirty: false } },
      ...train(name, name),
      ...train(other, name),
      {
        operation: "recordRun",
        input: {
          namespace,
          externalId: name,
          status: "COMPLETED",
          command: "make",
          codeCommit: { repository, sha },
          environment: { digest },
        },
      },
    );
    const { deletionPlan } = await client.answer(
      "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict reproducibilityLostCount reproducibilityLost { key version } } }",
      { of: of(snapshot(name)) },
    );
    // The other one's run names no code, so that it could not have been made again before.
    expect(deletionPlan).toEqual({
      verdict: "ALLOWED",
      reproducibilityLostCount: 1,
      reproducibilityLost: [{ key: modelVersionKey(namespace, name, "1"), version: "1" }],
    });
  });

  test("a target that does not exist, and no target at all, are refused", async () => {
    const ask = async (targets: object[]) =>
      (await client.ask("query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict } }", { of: targets }))
        .errors?.[0]?.message;
    expect(await ask([{ key: "snapshot:no/such@1" }])).toContain("nothing is recorded under snapshot:no/such@1");
    expect(await ask([])).toBe("of is empty; name at least one node");
  });
});

describe("the token", () => {
  test("is the same for the same, whatever the order and the names of the targets", async () => {
    const [one, two] = [names(), names()];
    await client.record(...chain(one), register(two));
    const { impactToken } = await plan(...of(snapshot(one), snapshot(two)));
    expect((await plan({ key: keyOf(two) }, { dataset: { namespace, name: one } })).impactToken).toBe(impactToken);
    expect((await plan(...of(snapshot(one)))).impactToken).not.toBe(impactToken);
  });

  test.each([
    ["another run that uses it", (name: string) => train(`${name}-more`, name)],
    ["a deployment of what was only registered", (name: string) => [deploy(name)]],
  ])("changes with %s, and then nothing is tombstoned", async (_what, change) => {
    const name = names();
    await client.record(register(name), ...train(name, name));
    const { impactToken } = await plan(...of(snapshot(name)));
    await client.record(...change(name));
    const { status, tombstoned, plan: fresh } = await tombstone(of(snapshot(name)), impactToken);
    expect([status, tombstoned]).toEqual(["STALE_IMPACT", []]);
    expect(fresh).toEqual(await plan(...of(snapshot(name))));
    expect(fresh.impactToken).not.toBe(impactToken);
    expect(await isTombstoned(keyOf(name))).toBe(false);
    expect((await entriesAbout(keyOf(name))).at(-1)).toMatchObject({
      action: "tombstone",
      detail: { status: "STALE_IMPACT", tombstoned: [] },
    });
  });

  test("does not change with what has nothing to do with it", async () => {
    const name = names();
    await client.record(...chain(name));
    const { impactToken } = await plan(...of(snapshot(name)));
    await client.record(...chain(names()), register(name, { sizeBytes: 12 }));
    expect((await plan(...of(snapshot(name)))).impactToken).toBe(impactToken);
  });
});

describe("tombstone", () => {
  test("marks all targets, of whatever kind, with one entry of the ledger", async () => {
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

  test("is refused where production depends on it, whatever the token; an admin may override, and that is told", async () => {
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

  test("requires the role deleter", async () => {
    const name = names();
    await client.record(register(name));
    client.roles = ["reader", "writer", "releaser", "admin"];
    expect(await refusal(of(snapshot(name)))).toBe("tombstone requires the role deleter, which test does not have");
  });

  test("an override where nothing stands in the way overrides nothing; a stale token is stale all the same", async () => {
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

  test("the first tombstone stays, and what is tombstoned already takes no permission", async () => {
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

  test("the same idempotency key has no second effect and the first answer; with another request it is a CONFLICT", async () => {
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
    // Without the key it is another request, and the token is of a time when nothing was deleted.
    expect((await tombstone(of(snapshot(name)), impactToken)).status).toBe("STALE_IMPACT");
  });

  test("of two who delete the same at once with the same token one does", async () => {
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
  ])("%s is refused", async (_what, rest, message) => {
    expect(await refusal(of(snapshot("any")), rest)).toMatch(message);
  });

  test("what is tombstoned conducts, and has the severity NONE", async () => {
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
