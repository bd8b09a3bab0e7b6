import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

/* Nothing is concluded from a refused registration: in one request, and by a later one that contradicts what is recorded. */

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Outcome {
  readonly status: string;
  readonly code?: string;
  readonly message?: string;
  readonly warnings?: readonly { readonly message: string }[];
}
const send = async (facts: readonly unknown[]): Promise<Outcome[]> =>
  ((await (await app.sendFacts(facts)).json()) as { outcomes: Outcome[] }).outcomes;
const register = (namespace: string, artifactDigest: string) => ({
  operation: "registerModelVersion",
  input: { namespace, model: "m", version: "3", artifactDigest },
});
const about = (namespace: string) => [
  { operation: "setModelAlias", input: { namespace, model: "m", version: "3", alias: "champion" } },
  {
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: "e",
      stage: "PRODUCTION",
      modelVersion: { namespace, model: "m", version: "3" },
      validFrom: "2026-01-01T00:00:00Z",
    },
  },
  {
    operation: "registerModelVersion",
    input: { namespace, model: "m", version: "4", derivedFrom: [{ namespace, model: "m", version: "3" }] },
  },
];
const stateOf = (namespace: string) =>
  app.ask(
    `query($n: String!) {
      modelVersion(namespace: $n, model: "m", version: "3") { artifactDigest aliases deployments { totalCount } downstream { totalCount } }
      endpoint(namespace: $n, name: "e") { name } }`,
    { n: namespace },
  );
const untouched = {
  modelVersion: {
    artifactDigest: "sha256:aa",
    aliases: [],
    deployments: { totalCount: 0 },
    downstream: { totalCount: 0 },
  },
  endpoint: null,
};

test.each([
  ["contradicts the recorded content", "sha256:bb", "CONFLICT"],
  ["cannot be read", "none", "BAD_USER_INPUT"],
])("a registration that %s is refused with everything about it, before and after it", async (_why, digest, code) => {
  for (const isFirst of [true, false]) {
    const namespace = uniqueNamespace();
    await send([register(namespace, "sha256:aa")]);
    const refused = register(namespace, digest);
    const outcomes = await send(isFirst ? [refused, ...about(namespace)] : [...about(namespace), refused]);
    const [registration, ...others] = isFirst ? outcomes : [...outcomes.slice(-1), ...outcomes.slice(0, -1)];
    expect(registration).toMatchObject({ status: "REJECTED", code });
    const message = expect.stringMatching(/registration of model-version:.*@3 in this request was rejected/);
    expect(others).toEqual([
      expect.objectContaining({ status: "REJECTED", code: "CONFLICT", message }),
      expect.objectContaining({ status: "REJECTED", code: "CONFLICT", message }),
      expect.objectContaining({
        status: "NEW",
        warnings: [expect.objectContaining({ message: expect.stringMatching(/@3/) })],
      }),
    ]);
    expect(await stateOf(namespace)).toEqual(untouched);
  }
});

test("a later request can refer to the recorded version, and can only contradict it with a conflict", async () => {
  const namespace = uniqueNamespace();
  await send([register(namespace, "sha256:aa")]);
  const statuses = async (...facts: unknown[]) => (await send(facts)).map(({ status, code }) => code ?? status);
  expect(await statuses(register(namespace, "sha256:bb"))).toEqual(["CONFLICT"]);
  expect(await statuses(register(namespace, "sha256:bb"), ...about(namespace))).toEqual([
    "CONFLICT",
    "CONFLICT",
    "CONFLICT",
    "NEW",
  ]);
  expect(await stateOf(namespace)).toEqual(untouched);
  // A reference has no digest. It refers to the version that is recorded under its key.
  expect(await statuses(...about(namespace))).toEqual(["NEW", "NEW", "CHANGED"]);
});
