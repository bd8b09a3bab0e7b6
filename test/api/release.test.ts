import type { FactInput } from "../../src/ingest/fact.js";
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
const fields = "id state proposedBy closedAt closedBy closeReason override checks { check outcome message } approvals { by approved note } deployment { key }";

const record = async (...facts: FactInput[]): Promise<void> => {
  const { outcomes } = (await (await app.sendFacts(facts)).json()) as { outcomes: { status: string }[] };
  expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
};
const endpoint = (name: string, policy: object | null = null, stage: "PRODUCTION" | "STAGING" = "PRODUCTION"): FactInput =>
  ({ operation: "defineEndpoint", input: { namespace, name, stage, policy } });
const version = (number: string): FactInput => ({ operation: "registerModelVersion", input: { namespace, model: "m", version: number } });

async function propose(name: string, number: string, more: object = {}, principal = "ann"): Promise<ReleaseAnswer> {
  const input = { endpoint: { namespace, name }, modelVersion: { namespace, model: "m", version: number }, ...more };
  const { proposeRelease } = await app.ask<{ proposeRelease: ReleaseAnswer }>(`mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { ${fields} } }`, { input }, { principal });
  return proposeRelease;
}
const review = (release: string, approve: boolean, principal: string, note: string | null = null) =>
  app.graphql<{ reviewRelease: ReleaseAnswer }>(`mutation($input: ReviewReleaseInput!) { reviewRelease(input: $input) { ${fields} } }`, { input: { release, approve, note } }, { principal });

test("a release waits for approvals of others than its author; the last word of each person counts", async () => {
  await record(endpoint("two-approvals", { requiredApprovals: 2 }), version("1"));
  const { id, state, checks } = await propose("two-approvals", "1");
  expect(state).toBe("PROPOSED");
  expect(checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    "requiredApprovals FAILED", "requirePinnedEnvironment UNKNOWN", "requireCleanCommit UNKNOWN", "forbidRecalledUpstream PASSED", "forbidTombstonedUpstream PASSED",
  ]);
  const own = await review(id, true, "ann");
  expect(own.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect((await review(id, true, "bob")).data.reviewRelease.state).toBe("PROPOSED");
  const again = (await review(id, true, "bob", "still fine")).data.reviewRelease;
  expect(again).toMatchObject({ state: "PROPOSED", approvals: [{ by: "bob", approved: true, note: "still fine" }] });
  expect((await review(id, true, "cyd")).data.reviewRelease).toMatchObject({ state: "APPROVED", closedAt: null });
  const rejected = (await review(id, false, "bob", "a bug in feature 3")).data.reviewRelease;
  expect(rejected).toMatchObject({ state: "REJECTED", closedBy: "bob", approvals: [{ by: "cyd" }, { by: "bob", approved: false }] });
  const late = await review(id, true, "dan");
  expect(late.errors?.[0]).toMatchObject({ message: expect.stringContaining("REJECTED"), extensions: { code: "CONFLICT", state: "REJECTED" } });
});
