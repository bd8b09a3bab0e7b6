import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

/* What a fact reported and was not recorded is visible wherever the fact was reported. */

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Warned {
  readonly data: unknown;
  readonly errors?: unknown;
  readonly extensions?: { readonly warnings?: readonly object[] };
}
const mutate = async (query: string, variables: object): Promise<Warned> => {
  const response = await fetch(`${app.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Warned;
};
const document = (operation: string): string =>
  `mutation($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { key } }`;

const at = (day: number): string => `2026-01-0${day}T00:00:00Z`;
const descriptions: [string, Record<string, unknown>, Record<string, [unknown, unknown]>][] = [
  ["registerDatasetSnapshot", { dataset: "d", version: "1" }, { uri: ["s3://a", "s3://b"], createdAt: [at(1), at(2)] }],
  ["registerCodeCommit", { sha: "abc" }, { message: ["m", "n"], author: ["jo", "al"], committedAt: [at(1), at(2)] }],
  [
    "recordRun",
    { externalId: "r", status: "COMPLETED" },
    { by: ["jo", "al"], command: ["fit", "fit --fast"], parent: [{ externalId: "p" }, { externalId: "q" }] },
  ],
  ["registerModelVersion", { model: "m", version: "1" }, { artifactUri: ["a", "b"], createdAt: [at(1), at(2)] }],
  [
    "recordDeployment",
    { endpoint: "e", stage: "STAGING", modelVersion: { model: "m", version: "1" }, validFrom: at(1) },
    { by: ["jo", "al"] },
  ],
];

describe.each(descriptions)("%s", (operation, identity, fields) => {
  const inputOf = (namespace: string, side: 0 | 1): Record<string, unknown> => {
    const owned = (value: unknown): unknown =>
      typeof value === "object" && value !== null ? { namespace, ...value } : value;
    const described = Object.entries(fields).map(([field, sides]) => [field, owned(sides[side])]);
    const identified = Object.entries(identity).map(([field, value]) => [field, owned(value)]);
    const owner = operation === "registerCodeCommit" ? "repository" : "namespace";
    return { [owner]: namespace, ...Object.fromEntries([...identified, ...described]) };
  };
  const warningsAbout = (key: unknown) =>
    Object.keys(fields).map((field) =>
      expect.objectContaining({
        key,
        field: field === "parent" ? "parentKey" : field,
        known: expect.anything(),
        given: expect.anything(),
        message: expect.stringMatching(/already recorded with .*which stays; the reported .* was not recorded$/),
      }),
    );

  test("warns in the response of the mutation, with its path", async () => {
    const namespace = uniqueNamespace();
    const first = await mutate(document(operation), { input: inputOf(namespace, 0) });
    expect([first.errors, first.extensions]).toEqual([undefined, undefined]);
    const second = await mutate(document(operation), { input: inputOf(namespace, 1) });
    expect(second.data).toEqual(first.data);
    expect(second.extensions?.warnings).toEqual(warningsAbout(expect.stringContaining(namespace)));
    expect(second.extensions?.warnings).toEqual(
      Object.keys(fields).map(() => expect.objectContaining({ path: [operation] })),
    );
    expect((await mutate(document(operation), { input: inputOf(namespace, 0) })).extensions).toBeUndefined();
  });

  test("warns in the outcome of a batch, in any number of repetitions", async () => {
    const namespace = uniqueNamespace();
    const send = async () =>
      (await (
        await app.sendFacts([
          { operation, input: inputOf(namespace, 0) },
          { operation, input: inputOf(namespace, 1) },
        ])
      ).json()) as { outcomes: { key: string; warnings?: object[] }[] };
    for (const status of ["NEW", "UNCHANGED"]) {
      const { outcomes } = await send();
      expect(outcomes).toEqual([
        { status, key: outcomes[0]?.key },
        { status: "UNCHANGED", key: outcomes[0]?.key, warnings: warningsAbout(outcomes[0]?.key) },
      ]);
    }
  });
});

test("another parent of a run leaves no stub behind, unless something else refers to it", async () => {
  const namespace = uniqueNamespace();
  const run = (externalId: string, parent?: string) => ({
    operation: "recordRun",
    input: { namespace, externalId, status: "COMPLETED", ...(parent && { parent: { namespace, externalId: parent } }) },
  });
  await app.sendFacts([run("r", "p"), run("r", "q")]);
  await app.sendFacts([run("r", "q")]);
  const ask = () =>
    app.ask<object>(
      'query($n: String!) { q: run(namespace: $n, externalId: "q") { isStub } p: run(namespace: $n, externalId: "p") { isStub } }',
      {
        n: namespace,
      },
    );
  expect(await ask()).toEqual({ q: null, p: { isStub: true } });
  await app.sendFacts([run("s", "q")]);
  expect(await ask()).toEqual({ q: { isStub: true }, p: { isStub: true } });
});

test("each mutation of an operation has its own warnings, by the name in the response", async () => {
  const namespace = uniqueNamespace();
  const version = (artifactUri: string) => ({ namespace, model: "m", version: "1", artifactUri });
  const { extensions } = await mutate(
    `mutation($a: RegisterModelVersionInput!, $b: RegisterModelVersionInput!) {
      first: registerModelVersion(input: $a) { key } second: registerModelVersion(input: $b) { key } }`,
    { a: version("a"), b: version("b") },
  );
  expect(extensions?.warnings).toEqual([
    expect.objectContaining({ path: ["second"], field: "artifactUri", known: "a", given: "b" }),
  ]);
});

test("a repeated request with its idempotency key repeats its warnings", async () => {
  const namespace = uniqueNamespace();
  const input = (by: string, idempotencyKey: string) => ({
    input: {
      namespace,
      endpoint: "e",
      stage: "STAGING",
      modelVersion: { namespace, model: "m", version: "1" },
      validFrom: at(1),
      by,
      idempotencyKey,
    },
  });
  await mutate(document("recordDeployment"), input("jo", `${namespace}1`));
  const second = await mutate(document("recordDeployment"), input("al", `${namespace}2`));
  expect(second.extensions?.warnings).toHaveLength(1);
  expect((await mutate(document("recordDeployment"), input("al", `${namespace}2`))).extensions).toEqual(
    second.extensions,
  );
});

test("a fact about tombstoned content warns with what to do", async () => {
  const namespace = uniqueNamespace();
  const data = { namespace, dataset: "d", version: "1" };
  await mutate(document("registerDatasetSnapshot"), { input: data });
  const targets = [{ datasetSnapshot: data }];
  const { deletionPlan } = await app.ask<{ deletionPlan: { impactToken: string } }>(
    "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken } }",
    { of: targets },
  );
  await app.ask("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", {
    input: { targets, reason: "old", override: true, impactToken: deletionPlan.impactToken },
  });
  const { extensions } = await mutate(document("recordRun"), {
    input: { namespace, externalId: "r", status: "COMPLETED", inputs: [{ role: "training", datasetSnapshot: data }] },
  });
  expect(extensions?.warnings).toEqual([
    {
      path: ["recordRun"],
      key: `snapshot:${namespace}/d@1`,
      field: "tombstone",
      message: expect.stringMatching(/is tombstoned, so run:.* was recorded and flagged; .*restore$/),
    },
  ]);
});
