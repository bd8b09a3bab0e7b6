import { Graph } from "../../src/core/graph/graph.js";
import { findImpact, noPage } from "../../src/features/impact/impact.service.js";
import { type TestApp, startTestApp, testDatabase, uniqueNamespace } from "../support/test-app.js";

/*
 * The table of severities row by row, each with its boundaries. The moment of the query is explicit, so that the end of
 * a deployment can be tested to the millisecond.
 */
let app: TestApp;
const graph = new Graph(testDatabase());
beforeAll(async () => void (app = await startTestApp()));
afterAll(async () => {
  await app.close();
  await graph.close();
});

const start = Date.parse("2026-03-01T00:00:00Z");
const end = Date.parse("2026-04-01T00:00:00Z");
const later = Date.parse("2026-06-01T00:00:00Z");
const time = (moment: number): string => new Date(moment).toISOString();

/** One model whose versions are derived from version 0, the root of every question. */
class World {
  readonly namespace = uniqueNamespace();
  readonly root = `model-version:${this.namespace}/m@0`;

  version(name: string): { namespace: string; model: string; version: string } {
    return { namespace: this.namespace, model: "m", version: name };
  }

  async register(...names: string[]): Promise<void> {
    await this.record(
      ...names.map((name) => ({
        operation: "registerModelVersion",
        input: { ...this.version(name), derivedFrom: [this.version("0")] },
      })),
    );
  }

  deploy(name: string, validFrom: number, more: object = {}): Promise<void> {
    return this.record({
      operation: "recordDeployment",
      input: {
        namespace: this.namespace,
        endpoint: "api",
        stage: "PRODUCTION",
        modelVersion: this.version(name),
        validFrom: time(validFrom),
        ...more,
      },
    });
  }

  async record(...facts: object[]): Promise<void> {
    const { outcomes } = (await (await app.sendFacts(facts)).json()) as { outcomes: { status: string }[] };
    expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
  }

  propose(name: string): Promise<string> {
    const input = { endpoint: { namespace: this.namespace, name: "api" }, modelVersion: this.version(name) };
    return app
      .ask<{ proposeRelease: { id: string } }>(
        "mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
        { input },
      )
      .then(({ proposeRelease }) => proposeRelease.id);
  }

  async tombstone(key: string): Promise<void> {
    const { deletionPlan } = await app.ask<{ deletionPlan: { impactToken: string } }>(
      "query($key: String!) { deletionPlan(of: [{ key: $key }]) { impactToken } }",
      { key },
    );
    const input = { targets: [{ key }], impactToken: deletionPlan.impactToken, reason: "test", override: true };
    expect(
      await app.ask("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", { input }),
    ).toEqual({ tombstone: { status: "TOMBSTONED" } });
  }

  /** The severity of every node downstream of the root at a moment, by its key without the unique part. */
  async severities(now: number): Promise<Record<string, string>> {
    const { affected } = await findImpact(
      graph,
      { roots: [this.root], asOf: null, now },
      { ...noPage, limit: 500 },
      { maxNodes: 1_000, maxMs: 30_000 },
      new AbortController().signal,
    );
    return Object.fromEntries(
      affected.map(({ key, severity }) => [
        key
          .replace(`${this.namespace}/`, "")
          .replace(/^model-version:m@/, "version ")
          .replace(/^deployment:api@(\d{4})(\d\d).*/, "deployment $1-$2")
          .replace(/^deployment:/, ""),
        severity,
      ]),
    );
  }
}

async function world(...versions: string[]): Promise<World> {
  const made = new World();
  await made.register(...versions);
  return made;
}

test("SERVING_PRODUCTION from validFrom on, and up to but not including validTo", async () => {
  const { deploy, severities } = bound(await world("1"));
  await deploy("1", start, { validTo: time(end) });
  const serving = { "version 1": "SERVING_PRODUCTION", "deployment 2026-03": "SERVING_PRODUCTION" };
  const ended = { "version 1": "REGISTERED", "deployment 2026-03": "REPRODUCIBILITY" };
  expect(await severities(start)).toEqual(serving);
  expect(await severities(end - 1)).toEqual(serving);
  expect(await severities(end)).toEqual(ended);
  expect(await severities(start - 1)).toEqual(ended);
});

test("SERVING_OTHER at any other stage, and in production without traffic", async () => {
  for (const stage of ["STAGING", "SHADOW", "DEVELOPMENT"]) {
    const { deploy, severities } = bound(await world("1"));
    await deploy("1", start, { stage });
    expect(await severities(later)).toEqual({ "version 1": "SERVING_OTHER", "deployment 2026-03": "SERVING_OTHER" });
  }
  const { deploy, severities } = bound(await world("1"));
  await deploy("1", start, { trafficPercent: 0 });
  expect(await severities(later)).toEqual({ "version 1": "SERVING_OTHER", "deployment 2026-03": "SERVING_OTHER" });
});

test("ROLLBACK_TARGET is the last deployment that served with traffic; earlier ones are REPRODUCIBILITY", async () => {
  const { deploy, severities } = bound(await world("1", "2", "3"));
  await deploy("1", start);
  await deploy("2", end);
  await deploy("3", Date.parse("2026-05-01T00:00:00Z"));
  expect(await severities(later)).toEqual({
    "version 3": "SERVING_PRODUCTION",
    "deployment 2026-05": "SERVING_PRODUCTION",
    "version 2": "ROLLBACK_TARGET",
    "deployment 2026-04": "ROLLBACK_TARGET",
    "version 1": "REGISTERED",
    "deployment 2026-03": "REPRODUCIBILITY",
  });
});

test("a version that was rolled back, never had traffic, or serves again is not a ROLLBACK_TARGET", async () => {
  const rolledBack = await world("1", "2", "3");
  await rolledBack.deploy("1", start);
  await rolledBack.deploy("2", end, { validTo: time(end + 1_000), endReason: "ROLLED_BACK" });
  await rolledBack.deploy("3", Date.parse("2026-05-01T00:00:00Z"));
  expect(await rolledBack.severities(later)).toMatchObject({
    "version 2": "REGISTERED",
    "deployment 2026-04": "REPRODUCIBILITY",
    "version 1": "ROLLBACK_TARGET",
  });

  const withoutTraffic = await world("1", "2", "3");
  await withoutTraffic.deploy("1", start);
  await withoutTraffic.deploy("2", end, { trafficPercent: 0, validTo: time(end + 1_000) });
  await withoutTraffic.deploy("3", Date.parse("2026-05-01T00:00:00Z"));
  expect(await withoutTraffic.severities(later)).toMatchObject({
    "version 2": "REGISTERED",
    "version 1": "ROLLBACK_TARGET",
  });

  const again = await world("1", "2");
  await again.deploy("1", start);
  await again.deploy("2", end);
  await again.deploy("1", Date.parse("2026-05-01T00:00:00Z"));
  expect(await again.severities(later)).toEqual({
    "version 1": "SERVING_PRODUCTION",
    "deployment 2026-05": "SERVING_PRODUCTION",
    "version 2": "ROLLBACK_TARGET",
    "deployment 2026-04": "ROLLBACK_TARGET",
    "deployment 2026-03": "REPRODUCIBILITY",
  });
});

test("while versions share the traffic, a rollback ends the newest: no other version is a ROLLBACK_TARGET", async () => {
  const made = await world("1", "2", "3");
  await made.deploy("1", start);
  await made.deploy("2", end);
  await made.deploy("3", Date.parse("2026-05-01T00:00:00Z"), { trafficPercent: 10 });
  expect(await made.severities(later)).toMatchObject({
    "version 3": "SERVING_PRODUCTION",
    "version 2": "SERVING_PRODUCTION",
    "version 1": "REGISTERED",
    "deployment 2026-03": "REPRODUCIBILITY",
  });
});

test("an endpoint without current deployments has no ROLLBACK_TARGET", async () => {
  const { deploy, severities } = bound(await world("1", "2"));
  await deploy("1", start);
  await deploy("2", end, { validTo: time(end + 1_000) });
  expect(await severities(end)).toMatchObject({ "version 1": "ROLLBACK_TARGET" });
  expect(await severities(end + 1_000)).toEqual({
    "version 1": "REGISTERED",
    "version 2": "REGISTERED",
    "deployment 2026-03": "REPRODUCIBILITY",
    "deployment 2026-04": "REPRODUCIBILITY",
  });
});

test("PENDING_RELEASE while a release is proposed or approved, and no longer once it is rejected or withdrawn", async () => {
  const made = await world("1", "2");
  await app.ask("mutation($input: DefineEndpointInput!) { defineEndpoint(input: $input) { id } }", {
    input: { namespace: made.namespace, name: "api", stage: "STAGING", policy: { requiredApprovals: 1 } },
  });
  const [first, second] = [await made.propose("1"), await made.propose("2")];
  expect(await made.severities(later)).toEqual({ "version 1": "PENDING_RELEASE", "version 2": "PENDING_RELEASE" });
  const review = (release: string, approve: boolean) =>
    app.ask(
      "mutation($input: ReviewReleaseInput!) { reviewRelease(input: $input) { state } }",
      { input: { release, approve } },
      { principal: "reviewer" },
    );
  expect(await review(first, true)).toEqual({ reviewRelease: { state: "APPROVED" } });
  expect(await made.severities(later)).toMatchObject({ "version 1": "PENDING_RELEASE" });
  await app.ask("mutation($input: WithdrawReleaseInput!) { withdrawRelease(input: $input) { state } }", {
    input: { release: first, reason: "not needed" },
  });
  expect(await review(second, false)).toEqual({ reviewRelease: { state: "REJECTED" } });
  expect(await made.severities(later)).toEqual({ "version 1": "REGISTERED", "version 2": "REGISTERED" });
});

test("PENDING_RELEASE is worse than REGISTERED, and better than ROLLBACK_TARGET", async () => {
  const made = await world("1", "2");
  await made.deploy("1", start);
  await made.deploy("2", end);
  await made.propose("1");
  expect(await made.severities(later)).toMatchObject({
    "version 1": "ROLLBACK_TARGET",
    "version 2": "SERVING_PRODUCTION",
  });
});

test("NONE for tombstoned nodes, which are not rollback targets; a tombstoned version that serves is SERVING_PRODUCTION, as is its deployment", async () => {
  const made = await world("1", "2", "3");
  await made.deploy("1", start);
  await made.deploy("2", end);
  await made.deploy("3", Date.parse("2026-05-01T00:00:00Z"));
  await made.tombstone(`model-version:${made.namespace}/m@2`);
  expect(await made.severities(later)).toMatchObject({
    "version 2": "NONE",
    "deployment 2026-04": "REPRODUCIBILITY",
    "version 1": "ROLLBACK_TARGET",
  });
  await made.tombstone(`model-version:${made.namespace}/m@3`);
  expect(await made.severities(later)).toMatchObject({
    "version 3": "SERVING_PRODUCTION",
    "deployment 2026-05": "SERVING_PRODUCTION",
  });
});

test("REPRODUCIBILITY for snapshots and runs, regardless of their downstream", async () => {
  const made = await world("1");
  await made.deploy("1", start);
  const { namespace } = made;
  await made.record({
    operation: "recordRun",
    input: {
      namespace,
      externalId: "score",
      status: "COMPLETED",
      inputs: [{ role: "model", modelVersion: made.version("1") }],
      outputSnapshots: [{ namespace, dataset: "scores", version: "1" }],
    },
  });
  const all = await made.severities(later);
  expect(all).toMatchObject({ "run:score": "REPRODUCIBILITY", "snapshot:scores@1": "REPRODUCIBILITY" });
});

/** Methods that may be detached from their object. */
function bound(made: World): Pick<World, "deploy" | "severities"> {
  return { deploy: made.deploy.bind(made), severities: made.severities.bind(made) };
}
