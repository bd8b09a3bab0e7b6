import { randomUUID } from "node:crypto";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { modelVersionKey } from "../../src/core/shared/key.js";
import { loadBlindSpots } from "../../src/features/impact/blind-spots.js";
import { deletionsOf } from "../support/deletions.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
afterEach(() => {
  client.blocksBlindSpots = false;
});
const { names, snapshot, of, register, chain, plan, tombstone } = deletionsOf(client);

/** Blind spots are listed by key. Those of this namespace come first, because of the exclamation mark. */
const namespace = `!${randomUUID()}`;
const ref = (model: string) => ({ namespace, model, version: "1" });
const version = (model: string, more: object = {}): FactInput => ({
  operation: "registerModelVersion",
  input: { ...ref(model), ...more },
});
const deploy = (model: string, more: object = {}): FactInput => ({
  operation: "recordDeployment",
  input: {
    namespace,
    endpoint: model,
    stage: "PRODUCTION",
    modelVersion: ref(model),
    validFrom: "2026-05-02T10:00:00Z",
    ...more,
  },
});
/** The models of this suite that are blind spots. */
const blindSpots = async (asOf: number | null = null): Promise<string[]> => {
  const { keys } = await loadBlindSpots(client.graph, { asOf, limit: 1_000_000 }, 60_000);
  const prefix = `model-version:${namespace}/`;
  return keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length).replace("@1", "")] : []));
};

test("a version that serves production without a recorded upstream is a blind spot, also if it is tombstoned", async () => {
  await client.record(
    { operation: "recordRun", input: { namespace, externalId: "run", status: "COMPLETED" } },
    version("base"),
    ...[version("bare"), deploy("bare")],
    ...[version("trained", { producedBy: { namespace, externalId: "run" } }), deploy("trained")],
    ...[version("unreported", { producedBy: { namespace, externalId: "unreported" } }), deploy("unreported")],
    ...[version("tuned", { derivedFrom: [ref("base")] }), deploy("tuned")],
    ...[version("bought", { origin: "EXTERNAL" }), deploy("bought")],
    ...[version("staged"), deploy("staged", { stage: "STAGING" })],
    ...[version("silent"), deploy("silent", { trafficPercent: 0 })],
    ...[version("ended"), deploy("ended", { validTo: "2026-06-02T10:00:00Z" })],
    version("gone"),
  );
  const target = [{ modelVersion: ref("gone") }];
  await tombstone(target, (await plan(...target)).impactToken);
  await client.record(deploy("gone"));
  expect(await blindSpots()).toEqual(["bare", "gone", "unreported"]);
});

test("it is none once its run is recorded; an earlier time still shows it", async () => {
  await client.record(version("late"), deploy("late"));
  const before = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(await blindSpots()).toContain("late");
  await client.record(
    { operation: "recordRun", input: { namespace, externalId: "late", status: "COMPLETED" } },
    version("late", { producedBy: { namespace, externalId: "late" } }),
  );
  expect(await blindSpots()).not.toContain("late");
  expect(await blindSpots(before)).toContain("late");
});

test("impacts and plans count and list them, with one statement that runs only if they are requested", async () => {
  const name = names();
  await client.record(register(name), version("asked"), deploy("asked"));
  const variables = { of: of(snapshot(name)) };
  const fields = "blindSpotCount one: blindSpots(limit: 1) { namespace origin } blindSpots(limit: 1000) { namespace }";
  const { data, errors, statements } = await client.ask(
    `query($of: [NodeRefInput!]!) { impact(of: $of) { severity ${fields} } deletionPlan(of: $of) { verdict impact { ${fields} } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  expect(statements.filter((statement) => statement === "impact/find-blind-spots")).toHaveLength(2);
  const found = {
    blindSpotCount: expect.any(Number),
    one: [{ namespace: expect.stringMatching(/^!/), origin: "RECORDED" }],
    blindSpots: expect.arrayContaining([{ namespace }]),
  };
  expect(data).toEqual({
    impact: { severity: "NONE", ...found },
    deletionPlan: { verdict: "ALLOWED", impact: found },
  });
  const without = await client.ask("query($of: [NodeRefInput!]!) { impact(of: $of) { severity } }", variables);
  expect(without.statements).not.toContain("impact/find-blind-spots");
});

test("with LINEAGE_BLIND_SPOTS=block they make plans UNKNOWN, tombstone nothing, and leave no candidates", async () => {
  const [free, served] = [names(), names()];
  await client.record(register(free), ...chain(served), version("blocking"), deploy("blocking"));
  const { impactToken } = await plan(...of(snapshot(free)));
  client.blocksBlindSpots = true;
  expect(await plan(...of(snapshot(free)))).toMatchObject({ verdict: "UNKNOWN", impactToken });
  expect((await plan(...of(snapshot(served)))).verdict).toBe("BLOCKED");
  expect((await tombstone(of(snapshot(free)), impactToken)).status).toBe("BLOCKED");
  const candidates = async () =>
    client.answer<{ deletionCandidates: { totalCount: number } }>(
      "query($namespace: String!) { deletionCandidates(namespace: $namespace) { totalCount edges { node { key } } } }",
      { namespace: client.namespace },
    );
  expect(await candidates()).toEqual({ deletionCandidates: { totalCount: 0, edges: [] } });
  client.blocksBlindSpots = false;
  expect((await candidates()).deletionCandidates.totalCount).toBeGreaterThan(0);
  expect((await tombstone(of(snapshot(free)), impactToken)).status).toBe("TOMBSTONED");
});

test("a version declared EXTERNAL stays EXTERNAL, and one without a declaration is RECORDED", async () => {
  const key = modelVersionKey(namespace, "declared", "1");
  const originOf = async (): Promise<unknown> =>
    client.answer("query($key: String!) { lineageNode(ref: { key: $key }) { ... on ModelVersion { origin } } }", {
      key,
    });
  await client.record(version("declared"));
  expect(await originOf()).toEqual({ lineageNode: { origin: "RECORDED" } });
  expect(await client.write([version("declared", { origin: "EXTERNAL" })])).toEqual([{ status: "CHANGED", key }]);
  expect(await client.write([version("declared"), version("declared", { origin: "RECORDED" })])).toEqual([
    { status: "UNCHANGED", key },
    { status: "UNCHANGED", key },
  ]);
  expect(await originOf()).toEqual({ lineageNode: { origin: "EXTERNAL" } });
  expect(await client.write([version("declared", { origin: "ELSEWHERE" })])).toMatchObject([{ status: "REJECTED" }]);
});
