import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
const namespace = uniqueNamespace();
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const record = async (fact: FactInput): Promise<void> => {
  const { outcomes } = (await (await app.sendFacts([fact])).json()) as { outcomes: { status: string }[] };
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

interface Answer {
  readonly exact: boolean;
  readonly decisionBucket: number | null;
  readonly candidates: readonly {
    readonly trafficPercent: number;
    readonly firstBucket: number;
    readonly endBucket: number;
    readonly modelVersion: { readonly version: string };
  }[];
}
async function askServed(endpoint: string, day: string, more: object = {}): Promise<Answer> {
  const { servedAt } = await app.ask<{ servedAt: Answer }>(
    `query($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime, $decisionKey: String) {
      servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt, decisionKey: $decisionKey) {
        exact decisionBucket candidates { trafficPercent firstBucket endBucket modelVersion { version } deployment { key } }
      }
    }`,
    { endpoint: { namespace, name: endpoint }, at: `2026-01-${day}T12:00:00Z`, ...more },
  );
  return servedAt;
}
const shares = ({ candidates }: Answer) =>
  candidates.map(
    ({ modelVersion, trafficPercent, firstBucket, endBucket }) =>
      `${modelVersion.version}: ${trafficPercent} % ${firstBucket}–${endBucket}`,
  );
/** The server's current time, as its answers date it. */
const now = async () =>
  (
    await app.ask<{ servedAt: { knownAt: string } }>(
      'query($endpoint: EndpointRefInput!) { servedAt(endpoint: $endpoint, at: "2026-01-01T00:00:00Z") { knownAt } }',
      { endpoint: { namespace, name: "canaries" } },
    )
  ).servedAt.knownAt;

test("the answer has the shares of the given moment, and later corrections do not change an earlier answer", async () => {
  await record(served("canaries", "1", "01"));
  const knownAt = await now();
  await record(served("canaries", "2", "05", { trafficPercent: 10 }));
  await record(served("canaries", "3", "10", { trafficPercent: 30 }));
  const beforeCorrection = await now();
  expect(shares(await askServed("canaries", "04"))).toEqual(["1: 100 % 0–10000"]);
  expect(shares(await askServed("canaries", "06"))).toEqual(["1: 90 % 0–9000", "2: 10 % 9000–10000"]);
  expect(shares(await askServed("canaries", "11"))).toEqual([
    "1: 60 % 0–6000",
    "2: 10 % 6000–7000",
    "3: 30 % 7000–10000",
  ]);
  await record(served("canaries", "2", "05", { trafficPercent: 20, validTo: "2026-01-08T00:00:00Z" }));
  expect(shares(await askServed("canaries", "06"))).toEqual(["1: 80 % 0–8000", "2: 20 % 8000–10000"]);
  expect(shares(await askServed("canaries", "11"))).toEqual(["1: 70 % 0–7000", "3: 30 % 7000–10000"]);
  expect(shares(await askServed("canaries", "06", { knownAt: beforeCorrection }))).toEqual([
    "1: 90 % 0–9000",
    "2: 10 % 9000–10000",
  ]);
  expect(shares(await askServed("canaries", "11", { knownAt }))).toEqual(["1: 100 % 0–10000"]);
  expect(await askServed("canaries", "11", { knownAt: "2026-01-01T00:00:00Z" })).toMatchObject({
    candidates: [],
    exact: false,
  });
});

test("the bucket of a decision's key determines one version; a bucket that no deployment serves determines none", async () => {
  await record(served("split", "1", "01", { trafficPercent: 40 }));
  await record(served("split", "2", "02", { trafficPercent: 40 }));
  expect(await askServed("split", "03")).toMatchObject({ exact: false, decisionBucket: null });
  // SHA-256 of these, by sha256sum: 3cfbf6d61ddae568… and a5a0e9bfd0a0e44a… are far apart; their buckets are checked against BigInt arithmetic.
  for (const decisionKey of ["loan-1", "loan-2", "loan-3", "loan-4", "loan-5", "loan-6", "loan-7", "loan-8"]) {
    const { createHash } = await import("node:crypto");
    const bucket = Number(BigInt(`0x${createHash("sha256").update(decisionKey).digest("hex").slice(0, 16)}`) % 10_000n);
    const answer = await askServed("split", "03", { decisionKey });
    expect(answer).toMatchObject({ decisionBucket: bucket, exact: bucket < 8_000 });
    expect(answer.candidates.map(({ modelVersion }) => modelVersion.version)).toEqual(
      bucket < 4_000 ? ["1"] : bucket < 8_000 ? ["2"] : [],
    );
  }
});

test("nothing served before the first and after the last deployment; an unknown endpoint is not found", async () => {
  await record(served("interval", "1", "10", { validTo: "2026-01-20T00:00:00Z" }));
  expect((await askServed("interval", "09")).candidates).toEqual([]);
  expect(await askServed("interval", "19")).toMatchObject({
    exact: true,
    candidates: [{ modelVersion: { version: "1" } }],
  });
  expect((await askServed("interval", "20")).candidates).toEqual([]);
  await expect(askServed("nowhere", "01")).rejects.toThrow("NOT_FOUND");
});

test("a deployment that was retracted later is shown to a question about an earlier recorded time, and to no other", async () => {
  await record(served("retracted", "1", "10"));
  const knownAt = await now();
  await app.ask("mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
    input: { nodes: [{ deployment: { namespace, endpoint: "retracted" } }], reason: "another endpoint" },
  });
  expect((await askServed("retracted", "11")).candidates).toEqual([]);
  expect((await askServed("retracted", "11", { knownAt })).candidates).toMatchObject([
    { modelVersion: { version: "1" }, deployment: { key: expect.stringContaining("retracted") } },
  ]);
});
