import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
const namespace = uniqueNamespace();
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const record = async (...facts: FactInput[]): Promise<void> => {
  const { outcomes } = (await (await app.sendFacts(facts)).json()) as { outcomes: { status: string }[] };
  expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
};
const served = (endpoint: string, version: string, day: string, more: object = {}): FactInput => ({
  operation: "recordDeployment",
  input: {
    namespace,
    endpoint,
    stage: "PRODUCTION",
    modelVersion: { namespace, model: "m", version },
    validFrom: `2026-01-${day}T00:00:00Z`,
    ...more,
  },
});

const deployment = "id key state validFrom validTo trafficPercent modelVersion { version }";
const planFields = `serving { ${deployment} } target { deployment { key } modelVersion { version } } candidates { eligible reasons deployment { id key } modelVersion { version } }`;
interface Served {
  readonly id: string;
  readonly key: string;
  readonly state: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly trafficPercent: number;
  readonly modelVersion: { readonly version: string };
}
interface Plan {
  readonly serving: readonly Served[];
  readonly target: {
    readonly deployment: { readonly key: string };
    readonly modelVersion: { readonly version: string };
  } | null;
  readonly candidates: readonly {
    readonly eligible: boolean;
    readonly reasons: readonly string[];
    readonly deployment: { readonly id: string; readonly key: string };
    readonly modelVersion: { readonly version: string };
  }[];
}
interface ImpactAnswer {
  readonly completeness: { readonly status: string };
  readonly affected: {
    readonly edges: readonly {
      readonly node: { readonly severity: string; readonly node: { readonly key: string } };
    }[];
  };
}
interface Payload {
  readonly status: string;
  readonly message: string;
  readonly deployment: Served | null;
  readonly plan: Plan;
}

const planOf = async (name: string) =>
  (
    await app.ask<{ rollbackPlan: Plan }>(
      `query($endpoint: EndpointRefInput!) { rollbackPlan(endpoint: $endpoint) { ${planFields} } }`,
      { endpoint: { namespace, name } },
    )
  ).rollbackPlan;
const rollback = async (name: string, more: object = {}) =>
  (
    await app.ask<{ rollback: Payload }>(
      `mutation($input: RollbackInput!) { rollback(input: $input) { status message deployment { ${deployment} } plan { ${planFields} } } }`,
      { input: { endpoint: { namespace, name }, reason: "it is wrong", ...more } },
    )
  ).rollback;
const historyOf = async (name: string) => {
  const found = await app.ask<{ endpoint: { history: { edges: { node: Served }[] } } }>(
    `query($namespace: String!, $name: String!) { endpoint(namespace: $namespace, name: $name) { history { edges { node { ${deployment} } } } } }`,
    { namespace, name },
  );
  return found.endpoint.history.edges.map(({ node }) => node);
};
const told = (plan: Plan) =>
  plan.candidates.map(({ modelVersion, eligible, reasons }) => [modelVersion.version, eligible, ...reasons]);
/** The endpoint's rollback target according to impact. */
const impactTargets = async (...versions: string[]) => {
  const { impact } = await app.ask<{ impact: ImpactAnswer }>(
    "query($of: [NodeRefInput!]!) { impact(of: $of) { completeness { status } affected(kinds: [DEPLOYMENT]) { edges { node { severity node { key } } } } } }",
    { of: versions.map((version) => ({ modelVersion: { namespace, model: "m", version } })) },
  );
  expect(impact.completeness.status).toBe("COMPLETE");
  return impact.affected.edges
    .filter(({ node }) => node.severity === "ROLLBACK_TARGET")
    .map(({ node }) => node.node.key);
};

test("a rollback restores the previous deployment without a gap; the next one skips rolled-back and current versions", async () => {
  await record(served("plain", "1", "01"), served("plain", "2", "02"), served("plain", "3", "03"));
  const plan = await planOf("plain");
  expect(plan.serving.map(({ modelVersion }) => modelVersion.version)).toEqual(["3"]);
  expect(told(plan)).toEqual([
    ["2", true],
    ["1", true],
  ]);
  expect(await impactTargets("1", "2", "3")).toEqual([plan.target?.deployment.key]);
  const done = await rollback("plain");
  expect(done).toMatchObject({
    status: "DEPLOYED",
    deployment: { state: "ACTIVE", trafficPercent: 100, modelVersion: { version: "2" } },
  });
  const [now, before] = await historyOf("plain");
  expect(before).toMatchObject({ modelVersion: { version: "3" }, state: "ROLLED_BACK", validTo: now?.validFrom });
  const next = await planOf("plain");
  expect(told(next)).toEqual([
    ["3", false, expect.stringContaining("was rolled back at ")],
    ["2", false, "m@2 already serves at the endpoint"],
    ["1", true],
  ]);
  expect(await impactTargets("1", "2", "3")).toEqual([next.target?.deployment.key]);
  expect((await rollback("plain")).deployment?.modelVersion.version).toBe("1");
});

test("repeated rollbacks go further back and end with a refusal; a rejected version is eligible once it is deployed again", async () => {
  await record(served("circle", "0", "01"), served("circle", "2", "02"), served("circle", "3", "03"));
  // The version that is rolled back first has served before, too.
  await record(served("circle", "2", "04"), served("circle", "3", "05"));
  expect((await rollback("circle")).deployment?.modelVersion.version).toBe("2");
  expect((await rollback("circle")).deployment?.modelVersion.version).toBe("0");
  const refused = await rollback("circle");
  expect(refused).toMatchObject({ status: "REFUSED", deployment: null, plan: { target: null } });
  expect(refused.message).toMatch(
    /^no candidate is eligible \(m@2: was rolled back at .*; m@3: was rolled back at .*m@3: m@3 was rolled back at .* has not been deployed at the endpoint since.*\); deploy a release instead$/,
  );
  expect(refused.plan.candidates.map(({ eligible }) => eligible)).not.toContain(true);
  expect(await impactTargets("0", "2", "3")).toEqual([]);

  const [current] = await historyOf("circle");
  const began = Date.parse(current?.validFrom ?? "");
  const soonAfter = (ms: number) => ({ validFrom: new Date(began + ms).toISOString() });
  await record(served("circle", "3", "05", soonAfter(1)), served("circle", "4", "05", soonAfter(2)));
  const again = await planOf("circle");
  expect(again.target?.modelVersion.version).toBe("3");
  expect(await impactTargets("3", "4")).toEqual([again.target?.deployment.key]);
});

test("a rollback without an eligible target is REFUSED, with a reason for each candidate", async () => {
  await record(
    served("hopeless", "5", "01", { trafficPercent: 0 }),
    served("hopeless", "6", "02", { validTo: "2026-01-03T00:00:00Z", endReason: "ROLLED_BACK" }),
    served("hopeless", "7", "04"),
  );
  await record(served("hopeless", "5", "01", { trafficPercent: 0, validTo: "2026-01-02T00:00:00Z" }));
  const refused = await rollback("hopeless");
  expect(refused).toMatchObject({
    status: "REFUSED",
    deployment: null,
    message: expect.stringContaining("no candidate is eligible"),
    plan: { target: null },
  });
  expect(told(refused.plan)).toEqual([
    ["6", false, expect.stringContaining("was rolled back at ")],
    ["5", false, "never received traffic"],
  ]);
  expect(await impactTargets("5", "6", "7")).toEqual([]);
  expect((await historyOf("hopeless")).map(({ state }) => state)).toEqual(["ACTIVE", "ROLLED_BACK", "RETIRED"]);
});

test("recalled and tombstoned versions are skipped with the reason, and `to` selects another eligible one", async () => {
  for (const [version, day] of [
    ["10", "01"],
    ["11", "02"],
    ["12", "03"],
    ["13", "04"],
  ] as const) {
    await record(
      {
        operation: "recordRun",
        input: {
          namespace,
          externalId: `run-${version}`,
          status: "COMPLETED",
          inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: "rows", version } }],
        },
      },
      {
        operation: "registerModelVersion",
        input: { namespace, model: "m", version, producedBy: { namespace, externalId: `run-${version}` } },
      },
      served("bad", version, day),
    );
  }
  const target = (version: string) => [{ datasetSnapshot: { namespace, dataset: "rows", version } }];
  await app.ask("mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }", {
    input: { targets: target("12"), reason: "mislabelled" },
  });
  const plan = await planOf("bad");
  expect(told(plan)).toEqual([
    ["12", false, expect.stringMatching(/recalled upstream: snapshot:.*rows@12/)],
    ["11", true],
    ["10", true],
  ]);
  expect(await impactTargets("10", "11", "12")).toEqual([plan.target?.deployment.key]);
  const [recalled, , oldest] = plan.candidates;
  expect(await rollback("bad", { to: recalled?.deployment.id })).toMatchObject({
    status: "REFUSED",
    message: expect.stringContaining("recalled upstream"),
  });
  expect(await rollback("bad", { to: oldest?.deployment.id })).toMatchObject({
    status: "DEPLOYED",
    deployment: { modelVersion: { version: "10" } },
  });
});

test("of two concurrent rollbacks one takes effect; an outdated plan is refused", async () => {
  await record(served("race", "20", "01"), served("race", "21", "02"), served("race", "22", "03"));
  const shown = (await planOf("race")).serving.map(({ id }) => id);
  const answers = await Promise.all([rollback("race"), rollback("race")]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["DEPLOYED", "REFUSED"]);
  expect(
    (await historyOf("race")).filter(({ state }) => state === "ACTIVE").map(({ modelVersion }) => modelVersion.version),
  ).toEqual(["21"]);
  expect(await rollback("race", { serving: shown })).toMatchObject({
    status: "REFUSED",
    message: expect.stringContaining("have changed"),
  });
});

test("a canary is rolled back to the version beside it, regardless of earlier versions", async () => {
  await record(
    served("canary", "29", "01"),
    served("canary", "30", "02"),
    served("canary", "31", "03", { trafficPercent: 10 }),
  );
  const plan = await planOf("canary");
  expect(told(plan)).toEqual([
    ["30", true, "serves 90% of the traffic; a rollback to it ends the other deployments"],
    ["29", true],
  ]);
  expect(await rollback("canary")).toMatchObject({
    status: "DEPLOYED",
    deployment: { modelVersion: { version: "30" }, trafficPercent: 100 },
  });
  expect((await historyOf("canary")).map(({ modelVersion, state }) => `${modelVersion.version} ${state}`)).toEqual([
    "30 ACTIVE",
    "31 ROLLED_BACK",
    "30 SUPERSEDED",
    "29 SUPERSEDED",
  ]);
});

test("an endpoint without current deployments cannot be rolled back, and an unknown endpoint is not found", async () => {
  await record(served("empty", "40", "01", { validTo: "2026-01-05T00:00:00Z" }));
  const refused = await rollback("empty");
  expect(refused).toMatchObject({ status: "REFUSED", plan: { serving: [], target: null } });
  expect(refused.plan.candidates[0]?.reasons[0]).toContain("no deployment serves the endpoint");
  expect(await impactTargets("40")).toEqual([]);
  const unknown = await app.graphql(
    "query($endpoint: EndpointRefInput!) { rollbackPlan(endpoint: $endpoint) { target { eligible } } }",
    { endpoint: { namespace, name: "nowhere" } },
  );
  expect(unknown.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});
