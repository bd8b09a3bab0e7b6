import { modelVersionKey } from "../../src/core/shared/key.js";
import { deletionsOf } from "../support/deletions.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
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
  isTombstoned,
  entriesAbout,
} = deletionsOf(client);

describe("the plan", () => {
  test("data without dependants may be deleted", async () => {
    const name = names();
    await client.record(register(name));
    expect(await plan(...of(snapshot(name)))).toEqual({
      verdict: "ALLOWED",
      impactToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      blockerCount: 0,
      blockers: [],
    });
  });

  test("serving deployments block, worst first; nodes that only lose reproducibility do not", async () => {
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

  test("a serving deployment blocks its own deletion, and is its own path", async () => {
    const name = names();
    await client.record(...chain(name));
    const { deletionPlan } = await client.answer(
      "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict blockers { depth reason node { key } path { key } } } }",
      { of: [{ deployment: { namespace, endpoint: `${name}-api` } }] },
    );
    const key = expect.stringMatching(new RegExp(`^deployment:${namespace}/${name}-api@`));
    expect(deletionPlan).toEqual({
      verdict: "BLOCKED",
      blockers: [{ depth: 0, reason: expect.stringContaining("serves 100%"), node: { key }, path: [{ key }] }],
    });
  });

  test("a model version with a pending release blocks until the release is withdrawn", async () => {
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

  test("a plan is one statement; the list of blockers may be limited", async () => {
    const name = names();
    await client.record(...chain(name));
    const { data, errors, statements } = await client.ask(
      `query($of: [NodeRefInput!]!) { deletionPlan(of: $of) {
      targets { key tombstone { at } } verdict impactToken blockerCount blockers(limit: 1) { node { key } } impact { severity counts { severity kind count } productionDeployments { key } completeness { status reachedCount } }
    } }`,
      { of: of(snapshot(name)) },
    );
    expect(errors).toBeUndefined();
    expect(statements).toEqual(["deletion/plan", "deletion/load-tombstones"]);
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

  test("an incomplete plan is UNKNOWN and does not authorise a deletion", async () => {
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

  test("the plan lists versions that the deletion makes irreproducible", async () => {
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
    // The other version's run has no code, so it could not be rebuilt before either.
    expect(deletionPlan).toEqual({
      verdict: "ALLOWED",
      reproducibilityLostCount: 1,
      reproducibilityLost: [{ key: modelVersionKey(namespace, name, "1"), version: "1" }],
    });
  });

  test("an unknown target and an empty list of targets are rejected", async () => {
    const ask = async (targets: object[]) =>
      (await client.ask("query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict } }", { of: targets }))
        .errors?.[0]?.message;
    expect(await ask([{ key: "snapshot:no/such@1" }])).toContain("nothing is recorded under snapshot:no/such@1");
    expect(await ask([])).toBe("of is empty; name at least one node");
  });
});

describe("the token", () => {
  test("is equal for equal plans, regardless of the order and the references of the targets", async () => {
    const [one, two] = [names(), names()];
    await client.record(...chain(one), register(two));
    const { impactToken } = await plan(...of(snapshot(one), snapshot(two)));
    expect((await plan({ key: keyOf(two) }, { dataset: { namespace, name: one } })).impactToken).toBe(impactToken);
    expect((await plan(...of(snapshot(one)))).impactToken).not.toBe(impactToken);
  });

  test.each([
    ["another run that uses it", (name: string) => train(`${name}-more`, name)],
    ["a deployment of what was only registered", (name: string) => [deploy(name)]],
  ])("changes with %s, and the old token tombstones nothing", async (_what, change) => {
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

  test("does not change with unrelated writes", async () => {
    const name = names();
    await client.record(...chain(name));
    const { impactToken } = await plan(...of(snapshot(name)));
    await client.record(...chain(names()), register(name, { sizeBytes: 12 }));
    expect((await plan(...of(snapshot(name)))).impactToken).toBe(impactToken);
  });
});
