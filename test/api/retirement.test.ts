import { roles } from "../../src/core/api/principal.js";
import { deploymentKey, endpointKey, modelVersionKey } from "../../src/core/shared/key.js";
import { deletionsOf } from "../support/deletions.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
afterEach(() => {
  client.roles = roles;
});
const { namespace, names, of, snapshot, chain, plan, entriesAbout } = deletionsOf(client);

const mutation =
  "mutation($input: EndDeploymentInput!) { endDeployment(input: $input) { key validTo endReason trafficPercent } }";
const inputOf = (deployment: object, more: object) => ({
  input: { deployment, reason: "the service is discontinued", ...more },
});
interface Ended {
  readonly key: string;
  readonly validTo: string;
  readonly endReason: string;
}
const end = async (deployment: object, more: object = {}): Promise<Ended> =>
  (await client.answer<{ endDeployment: Ended }>(mutation, inputOf(deployment, more))).endDeployment;
const refusal = async (deployment: object, more: object = {}): Promise<string | undefined> =>
  (await client.ask(mutation, inputOf(deployment, more))).errors?.[0]?.message;
const deploymentOf = (name: string): string =>
  deploymentKey(namespace, `${name}-api`, modelVersionKey(namespace, name, "1"), Date.parse("2026-05-02T10:00:00Z"));

test("ends a deployment as RETIRED: nothing serves, its data may be deleted, and the ledger has the reason", async () => {
  const name = names();
  await client.record(...chain(name));
  expect((await plan(...of(snapshot(name)))).verdict).toBe("BLOCKED");
  const endpoint = { namespace, name: `${name}-api` };
  const ended = await end({ deployment: { namespace, endpoint: endpoint.name } });
  const key = deploymentOf(name);
  expect(ended).toMatchObject({ key, endReason: "RETIRED", validTo: expect.any(String) });
  expect((await plan(...of(snapshot(name)))).verdict).toBe("ALLOWED");
  const found = await client.answer(
    "query($namespace: String!, $name: String!) { endpoint(namespace: $namespace, name: $name) { serving { key } } }",
    endpoint,
  );
  expect(found).toEqual({ endpoint: { serving: [] } });
  expect((await entriesAbout(endpointKey(namespace, `${name}-api`))).at(-1)).toEqual({
    action: "endDeployment",
    detail: {
      deployment: key,
      endedAt: ended.validTo,
      endReason: "RETIRED",
      reason: "the service is discontinued",
    },
  });
  expect(await refusal({ key })).toBe(
    `${key} ended at ${ended.validTo} as RETIRED; only a deployment that serves later can be ended`,
  );
});

test("an end in the past is recorded as such; earlier knowledge is unchanged, and an end before the start is invalid", async () => {
  const name = names();
  await client.record(...chain(name));
  const key = deploymentOf(name);
  const knownAt = new Date().toISOString();
  expect(await refusal({ key }, { at: "2026-05-02T10:00:00Z" })).toContain("is not after its start");
  expect(await end({ key }, { at: "2026-06-01T00:00:00Z" })).toMatchObject({ validTo: "2026-06-01T00:00:00.000Z" });
  const served = async (more: object) =>
    client.answer(
      "query($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime) { servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt) { candidates { deployment { key } } } }",
      { endpoint: { namespace, name: `${name}-api` }, at: "2026-07-01T00:00:00Z", ...more },
    );
  expect(await served({})).toEqual({ servedAt: { candidates: [] } });
  expect(await served({ knownAt })).toEqual({ servedAt: { candidates: [{ deployment: { key } }] } });
});

test("requires the role releaser, a reason, and exactly one deployment; repeatable with a key", async () => {
  const name = names();
  await client.record(...chain(name));
  const key = deploymentOf(name);
  expect(await refusal({ key }, { reason: " " })).toContain("state the reason for the end");
  expect(await refusal({ datasetSnapshot: snapshot(name) })).toContain("give the key of one deployment");
  client.roles = ["reader", "writer", "deleter", "admin"];
  expect(await refusal({ key })).toBe("endDeployment requires the role releaser, which test does not have");
  client.roles = roles;
  const idempotencyKey = names();
  const once = await end({ key }, { idempotencyKey });
  expect(await end({ key }, { idempotencyKey })).toEqual(once);
});
