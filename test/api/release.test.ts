import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
const namespace = uniqueNamespace();
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface ReleaseAnswer {
  readonly id: string;
  readonly state: string;
  readonly checks: readonly { readonly check: string; readonly outcome: string; readonly message: string }[];
  readonly approvals: readonly { readonly by: string; readonly approved: boolean; readonly note: string | null }[];
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}
const fields =
  "id state proposedBy closedAt closedBy closeReason override checks { check outcome message } approvals { by approved note } deployment { key }";

const record = async (...facts: FactInput[]): Promise<void> => {
  const { outcomes } = (await (await app.sendFacts(facts)).json()) as { outcomes: { status: string }[] };
  expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
};
const endpoint = (
  name: string,
  policy: object | null = null,
  stage: "PRODUCTION" | "STAGING" = "PRODUCTION",
): FactInput => ({ operation: "defineEndpoint", input: { namespace, name, stage, policy } });
const version = (number: string): FactInput => ({
  operation: "registerModelVersion",
  input: { namespace, model: "m", version: number },
});

async function propose(name: string, number: string, more: object = {}, principal = "ann"): Promise<ReleaseAnswer> {
  const input = { endpoint: { namespace, name }, modelVersion: { namespace, model: "m", version: number }, ...more };
  const { proposeRelease } = await app.ask<{ proposeRelease: ReleaseAnswer }>(
    `mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { ${fields} } }`,
    { input },
    { principal },
  );
  return proposeRelease;
}
const review = (release: string, approve: boolean, principal: string, note: string | null = null) =>
  app.graphql<{ reviewRelease: ReleaseAnswer }>(
    `mutation($input: ReviewReleaseInput!) { reviewRelease(input: $input) { ${fields} } }`,
    { input: { release, approve, note } },
    { principal },
  );

test("a release requires approvals by others than its author; the latest review of each person counts", async () => {
  await record(endpoint("two-approvals", { requiredApprovals: 2 }), version("1"));
  const { id, state, checks } = await propose("two-approvals", "1");
  expect(state).toBe("PROPOSED");
  expect(checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    "requiredApprovals FAILED",
    "requirePinnedEnvironment UNKNOWN",
    "requireCleanCommit UNKNOWN",
    "forbidRecalledUpstream PASSED",
    "forbidTombstonedUpstream PASSED",
  ]);
  const own = await review(id, true, "ann");
  expect(own.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect((await review(id, true, "bob")).data.reviewRelease.state).toBe("PROPOSED");
  const again = (await review(id, true, "bob", "still fine")).data.reviewRelease;
  expect(again).toMatchObject({ state: "PROPOSED", approvals: [{ by: "bob", approved: true, note: "still fine" }] });
  expect((await review(id, true, "cyd")).data.reviewRelease).toMatchObject({ state: "APPROVED", closedAt: null });
  const rejected = (await review(id, false, "bob", "a bug in feature 3")).data.reviewRelease;
  expect(rejected).toMatchObject({
    state: "REJECTED",
    closedBy: "bob",
    approvals: [{ by: "cyd" }, { by: "bob", approved: false }],
  });
  const late = await review(id, true, "dan");
  expect(late.errors?.[0]).toMatchObject({
    message: expect.stringContaining("REJECTED"),
    extensions: { code: "CONFLICT", state: "REJECTED" },
  });
});

test("people are compared without letter case and surrounding space; the ledger keeps the names as given", async () => {
  await record(endpoint("people-one", { requiredApprovals: 1 }), endpoint("people-two", { requiredApprovals: 2 }));
  await record(version("1"));
  const jo = await propose("people-one", "1", {}, "jo@acme.example");
  const own = await review(jo.id, true, " Jo@acme.example");
  expect(own.errors?.[0]).toMatchObject({
    message: expect.stringContaining("proposed"),
    extensions: { code: "FORBIDDEN" },
  });
  expect((await tryDeploy(jo.id)).data.deployRelease).toMatchObject({ status: "REFUSED" });

  const ada = await propose("people-two", "1", {}, "jo@acme.example");
  await review(ada.id, true, `ada@${namespace}`);
  const twice = (await review(ada.id, true, `ADA@${namespace}`)).data.reviewRelease;
  expect(twice).toMatchObject({ state: "PROPOSED", approvals: [{ by: `ADA@${namespace}`, approved: true }] });
  expect(twice.checks[0]?.message).toContain("1 of 2");
  const { auditLog } = await app.ask<{ auditLog: { edges: { node: { by: string } }[] } }>(
    "query($by: String!) { auditLog(by: $by) { edges { node { by } } } }",
    { by: ` Ada@${namespace}` },
  );
  expect(auditLog.edges.map(({ node }) => node.by)).toEqual([`ADA@${namespace}`, `ada@${namespace}`]);
});

const deployFields = `status checks { check outcome message } release { ${fields} } deployment { key trafficPercent state release { id } }`;
interface DeployAnswer {
  readonly status: string;
  readonly checks: ReleaseAnswer["checks"];
  readonly release: ReleaseAnswer & {
    readonly override: boolean;
    readonly closeReason: string | null;
    readonly deployment: { readonly key: string } | null;
  };
  readonly deployment: {
    readonly key: string;
    readonly trafficPercent: number;
    readonly release: { readonly id: string } | null;
  } | null;
}
const tryDeploy = (release: string, more: object = {}, principal = "rel") =>
  app.graphql<{ deployRelease: DeployAnswer }>(
    `mutation($input: DeployReleaseInput!) { deployRelease(input: $input) { ${deployFields} } }`,
    { input: { release, ...more } },
    { principal },
  );
async function deploy(release: string, more: object = {}): Promise<DeployAnswer> {
  const { data, errors } = await tryDeploy(release, more);
  expect(errors).toBeUndefined();
  return data.deployRelease;
}
const serving = async (name: string): Promise<string[]> => {
  const found = await app.ask<{
    endpoint: { serving: { trafficPercent: number; modelVersion: { version: string } }[] };
  }>(
    "query($namespace: String!, $name: String!) { endpoint(namespace: $namespace, name: $name) { serving { trafficPercent modelVersion { version } } } }",
    { namespace, name },
  );
  return found.endpoint.serving.map(({ trafficPercent, modelVersion }) => `${modelVersion.version}: ${trafficPercent}`);
};
/** The run that produced the version; it fulfils a strict policy unless changed. */
async function train(
  number: string,
  {
    auc,
    dirty = false,
    requirements = "numpy==2.0.0\n",
  }: { auc?: number; dirty?: boolean; requirements?: string } = {},
): Promise<void> {
  const repository = "https://git.example.com/m";
  const sha = `${number.padStart(4, "0")}${"a".repeat(36)}`;
  const {
    registerEnvironment: { digest },
  } = await app.ask<{ registerEnvironment: { digest: string } }>(
    "mutation($input: RegisterEnvironmentInput!) { registerEnvironment(input: $input) { digest } }",
    { input: { requirements: `${requirements}# ${namespace}` } },
  );
  await record(
    { operation: "registerCodeCommit", input: { repository, sha, dirty } },
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: `train-${number}`,
        status: "COMPLETED",
        command: "python train.py",
        codeCommit: { repository, sha },
        environment: { digest },
        metrics: auc === undefined ? [] : [{ name: "auc", value: auc }],
        inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: "rows", version: number } }],
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model: "m", version: number, producedBy: { namespace, externalId: `train-${number}` } },
    },
  );
}

test("an unapproved release is refused with a remedy; once approved it is deployed and frozen", async () => {
  await record(endpoint("strict"));
  await train("10");
  const { id } = await propose("strict", "10");
  const refused = await deploy(id);
  expect(refused).toMatchObject({ status: "REFUSED", deployment: null, release: { state: "PROPOSED" } });
  expect(refused.checks.filter(({ outcome }) => outcome !== "PASSED")).toEqual([
    { check: "requiredApprovals", outcome: "FAILED", message: expect.stringContaining("reviewRelease") },
  ]);
  expect(await serving("strict")).toEqual([]);
  await review(id, true, "bob");
  const deployed = await deploy(id);
  expect(deployed).toMatchObject({
    status: "DEPLOYED",
    deployment: { trafficPercent: 100, release: { id } },
    release: { state: "DEPLOYED", closedBy: "rel", override: false },
  });
  expect(deployed.release.deployment?.key).toBe(deployed.deployment?.key);
  expect(await serving("strict")).toEqual(["10: 100"]);
  const twice = await tryDeploy(id);
  expect(twice.errors?.[0]).toMatchObject({
    message: expect.stringContaining("DEPLOYED"),
    extensions: { code: "CONFLICT", state: "DEPLOYED" },
  });
  await record(endpoint("strict", { requiredApprovals: 5, metrics: [{ name: "auc", comparison: "GT", value: 0.9 }] }));
  const later = await app.ask<{ release: ReleaseAnswer }>(
    `query($id: ID!) { release(id: $id) { ${fields} policy { requiredApprovals metrics { name } } } }`,
    { id },
  );
  expect(later.release).toMatchObject({ checks: deployed.checks, policy: { requiredApprovals: 1, metrics: [] } });
});

test("an admin may deploy despite failed checks with a reason; the checks and the reason are recorded", async () => {
  await record(endpoint("overridden"), version("20"));
  const { id } = await propose("overridden", "20");
  expect((await tryDeploy(id, { override: true })).errors?.[0]).toMatchObject({
    message: expect.stringContaining("reason"),
    extensions: { code: "BAD_USER_INPUT" },
  });
  const { status, release, checks } = await deploy(id, { override: true, reason: "the old one is on fire" });
  expect({ status, override: release.override, closeReason: release.closeReason }).toEqual({
    status: "DEPLOYED",
    override: true,
    closeReason: "the old one is on fire",
  });
  expect(checks.some(({ outcome }) => outcome !== "PASSED")).toBe(true);
});

test.each([
  ["requirePinnedEnvironment", "FAILED", { requirements: "numpy>=2\n" }],
  ["requireCleanCommit", "FAILED", { dirty: true }],
] as const)("%s: %s if it is not fulfilled", async (check, outcome, made) => {
  const name = `rule-${check}`;
  const number = check === "requireCleanCommit" ? "31" : "30";
  await record(endpoint(name, { requiredApprovals: 0 }));
  await train(number, made);
  const { id, state } = await propose(name, number);
  expect(state).toBe("APPROVED");
  const { status, checks } = await deploy(id);
  expect(status).toBe("REFUSED");
  expect(checks.filter((each) => each.outcome !== "PASSED").map((each) => [each.check, each.outcome])).toEqual([
    [check, outcome],
  ]);
});

test("metrics: a condition passes, fails or is unknown; no metric is worse than the current version's beyond the tolerance", async () => {
  const policy = {
    requiredApprovals: 0,
    metrics: [{ name: "auc", comparison: "GTE" as const, value: 0.7 }],
    noWorseThanServing: [{ name: "auc", higherIsBetter: true, tolerance: 0.01 }],
  };
  await record(endpoint("measured", policy));
  await Promise.all([
    train("40", { auc: 0.8 }),
    train("41", { auc: 0.6 }),
    train("42"),
    train("43", { auc: 0.785 }),
    train("44", { auc: 0.795 }),
  ]);
  const outcomesOf = async (number: string) => {
    const { id } = await propose("measured", number);
    const { status, checks } = await deploy(id);
    return [status, ...checks.filter(({ check }) => check.includes("auc")).map(({ outcome }) => outcome)];
  };
  expect(await outcomesOf("40")).toEqual(["DEPLOYED", "PASSED", "PASSED"]);
  expect(await outcomesOf("41")).toEqual(["REFUSED", "FAILED", "FAILED"]);
  expect(await outcomesOf("42")).toEqual(["REFUSED", "UNKNOWN", "UNKNOWN"]);
  expect(await outcomesOf("43")).toEqual(["REFUSED", "PASSED", "FAILED"]);
  expect(await outcomesOf("44")).toEqual(["DEPLOYED", "PASSED", "PASSED"]);
});

test("a release with recalled or tombstoned upstream nodes is refused at any distance", async () => {
  await record(endpoint("upstream", { requiredApprovals: 0 }));
  await Promise.all([train("50"), train("51")]);
  const snapshot = (number: string) => ({ datasetSnapshot: { namespace, dataset: "rows", version: number } });
  await app.ask("mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }", {
    input: { targets: [snapshot("50")], reason: "mislabelled" },
  });
  const recalled = await deploy((await propose("upstream", "50")).id);
  expect(recalled.checks.filter(({ outcome }) => outcome === "FAILED")).toEqual([
    { check: "forbidRecalledUpstream", outcome: "FAILED", message: expect.stringContaining("rows@50") },
  ]);
  const { id } = await propose("upstream", "51");
  const {
    deletionPlan: { impactToken, verdict },
  } = await app.ask<{ deletionPlan: { impactToken: string; verdict: string } }>(
    "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict impactToken } }",
    { of: [snapshot("51")] },
  );
  expect(verdict).toBe("BLOCKED");
  await app.ask("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", {
    input: { targets: [snapshot("51")], impactToken, reason: "asked to", override: true },
  });
  const tombstoned = await deploy(id);
  expect(tombstoned.status).toBe("REFUSED");
  expect(tombstoned.checks.filter(({ outcome }) => outcome === "FAILED")).toEqual([
    { check: "forbidTombstonedUpstream", outcome: "FAILED", message: expect.stringContaining("rows@51") },
  ]);
});

test("a canary leaves the remaining traffic to the others; its next share replaces its first", async () => {
  await record(endpoint("canary", null, "STAGING"), version("60"), version("61"));
  await deploy((await propose("canary", "60")).id);
  await deploy((await propose("canary", "61", { trafficPercent: 10 })).id);
  expect(await serving("canary")).toEqual(["61: 10", "60: 90"]);
  await deploy((await propose("canary", "61", { trafficPercent: 50 })).id);
  expect(await serving("canary")).toEqual(["61: 50", "60: 50"]);
  await deploy((await propose("canary", "61")).id);
  expect(await serving("canary")).toEqual(["61: 100"]);
});

test("concurrent deployments of a release create one deployment; a repeated request returns its first answer", async () => {
  await record(endpoint("race", null, "STAGING"), version("70"), version("71"));
  const { id } = await propose("race", "70");
  const answers = await Promise.all([tryDeploy(id, {}, "one"), tryDeploy(id, {}, "two")]);
  expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)).toEqual(["CONFLICT"]);
  expect(await serving("race")).toEqual(["70: 100"]);
  const next = await propose("race", "71", { idempotencyKey: `${namespace}-71` });
  expect((await propose("race", "71", { idempotencyKey: `${namespace}-71` })).id).toBe(next.id);
  const key = { idempotencyKey: `${namespace}-deploy` };
  const first = await deploy(next.id, key);
  expect((await deploy(next.id, key)).deployment?.key).toBe(first.deployment?.key);
});

test("deployments outside the process are listed and counted; a withdrawn release cannot be deployed", async () => {
  const own = uniqueNamespace();
  const outside: FactInput = {
    operation: "recordDeployment",
    input: {
      namespace: own,
      endpoint: "outside",
      stage: "PRODUCTION",
      modelVersion: { namespace, model: "m", version: "80" },
      validFrom: "2026-01-01T00:00:00Z",
    },
  };
  await record(outside, {
    operation: "defineEndpoint",
    input: {
      namespace: own,
      name: "inside",
      stage: "PRODUCTION",
      policy: { requiredApprovals: 0, requirePinnedEnvironment: false, requireCleanCommit: false },
    },
  });
  const inside = {
    endpoint: { namespace: own, name: "inside" },
    modelVersion: { namespace, model: "m", version: "80" },
  };
  const proposed = await app.ask<{ proposeRelease: { id: string } }>(
    "mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
    { input: inside },
  );
  expect((await deploy(proposed.proposeRelease.id)).status).toBe("DEPLOYED");
  const list = (backedByRelease: boolean) =>
    app.ask<{
      deployments: { totalCount: number; edges: { node: { endpoint: { name: string }; release: object | null } }[] };
    }>(
      `query($own: String!, $backedByRelease: Boolean) { deployments(namespace: $own, stage: PRODUCTION, serving: true, backedByRelease: $backedByRelease) { totalCount edges { node { endpoint { name } release { id } } } } }`,
      { own, backedByRelease },
    );
  expect((await list(false)).deployments).toEqual({
    totalCount: 1,
    edges: [{ node: { endpoint: { name: "outside" }, release: null } }],
  });
  expect((await list(true)).deployments).toEqual({
    totalCount: 1,
    edges: [{ node: { endpoint: { name: "inside" }, release: { id: proposed.proposeRelease.id } } }],
  });
  const second = await app.ask<{ proposeRelease: { id: string } }>(
    "mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
    { input: inside },
  );
  const withdrawn = await app.ask<{ withdrawRelease: ReleaseAnswer }>(
    `mutation($input: WithdrawReleaseInput!) { withdrawRelease(input: $input) { ${fields} } }`,
    { input: { release: second.proposeRelease.id, reason: "no longer wanted" } },
  );
  expect(withdrawn.withdrawRelease).toMatchObject({ state: "WITHDRAWN", closeReason: "no longer wanted" });
  expect((await tryDeploy(second.proposeRelease.id)).errors?.[0]?.extensions).toMatchObject({
    code: "CONFLICT",
    state: "WITHDRAWN",
  });
  const found = await app.ask<{
    releases: { edges: { node: { state: string } }[]; totalCount: number };
    node: { __typename: string };
  }>(
    `query($endpoint: EndpointRefInput!, $id: ID!) { releases(endpoint: $endpoint, states: [WITHDRAWN, PROPOSED]) { totalCount edges { node { state } } } node(id: $id) { __typename } }`,
    { endpoint: inside.endpoint, id: second.proposeRelease.id },
  );
  expect(found).toEqual({
    releases: { totalCount: 1, edges: [{ node: { state: "WITHDRAWN" } }] },
    node: { __typename: "Release" },
  });
});
