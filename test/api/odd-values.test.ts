import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

/* Odd values in every place of every fact: an outcome that names field and value, and never a failed request. */

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Outcome {
  readonly status: string;
  readonly key?: string;
  readonly code?: string;
  readonly message?: string;
  readonly warnings?: readonly { readonly message: string }[];
}
type Fact = { readonly operation: string; readonly input: Record<string, unknown> };

const digest = `sha256:${"ab".repeat(32)}`;
const at = "2026-01-02T03:04:05Z";

/** Facts in which every field is set. */
function wholeFacts(namespace: string): Fact[] {
  const data = { namespace, dataset: "d", version: "1" };
  const version = { namespace, model: "m", version: "1" };
  const commit = { repository: namespace, sha: "abc" };
  const deployment = { namespace, endpoint: "e", modelVersion: version, validFrom: at };
  const metric = { name: "auc", value: 0.5, step: 1, at };
  return [
    {
      operation: "registerDatasetSnapshot",
      input: {
        ...data,
        digest,
        uri: "s3://b/d",
        sizeBytes: 1,
        rowCount: 1,
        createdAt: at,
        isFolder: true,
        members: [{ path: "a", digest, sizeBytes: 1 }],
        derivedFrom: [{ ...data, version: "0" }],
        emittedBy: deployment,
      },
    },
    {
      operation: "registerCodeCommit",
      input: {
        ...commit,
        dirty: false,
        patchDigest: digest,
        message: "m",
        author: "a",
        committedAt: at,
        branch: "main",
        tag: "t",
      },
    },
    { operation: "registerEnvironment", input: { requirements: `a==1 # ${namespace}`, pythonVersion: "3.12" } },
    {
      operation: "registerEnvironment",
      input: { condaYaml: "dependencies: [a=1]", imageUri: "i", imageDigest: digest },
    },
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: "r",
        status: "COMPLETED",
        name: "n",
        experiment: "e",
        startedAt: at,
        endedAt: at,
        by: "b",
        command: "c",
        parameters: [{ name: "p", value: "1" }],
        metrics: [{ ...metric, dataset: data }],
        tags: [{ name: "t", value: "v" }],
        inputs: [{ role: "training", datasetSnapshot: data }],
        outputSnapshots: [{ ...data, version: "2" }],
        codeCommit: commit,
        environment: { digest },
        parent: { namespace, externalId: "p" },
        deletedAtSource: false,
        observedAt: at,
      },
    },
    {
      operation: "registerModelVersion",
      input: {
        ...version,
        producedBy: { namespace, externalId: "r" },
        artifactUri: "u",
        artifactDigest: digest,
        artifactSizeBytes: 1,
        derivedFrom: [{ ...version, version: "0" }],
        createdAt: at,
        origin: "EXTERNAL",
        metrics: [metric],
      },
    },
    {
      operation: "setModelAlias",
      input: { ...version, alias: "champion", observedAt: at, allowUnregistered: true },
    },
    {
      operation: "defineEndpoint",
      input: {
        namespace,
        name: "f",
        stage: "STAGING",
        policy: {
          requiredApprovals: 1,
          authorMayApprove: true,
          metrics: [{ name: "auc", comparison: "GTE", value: 0.5 }],
          noWorseThanServing: [{ name: "auc", higherIsBetter: true, tolerance: 0.1 }],
        },
      },
    },
    {
      operation: "recordDeployment",
      input: {
        ...deployment,
        stage: "STAGING",
        validTo: "2026-02-01T00:00:00Z",
        endReason: "RETIRED",
        trafficPercent: 50,
        by: "b",
        codeCommit: commit,
        environment: { digest },
        observedAt: at,
        idempotencyKey: "i",
      },
    },
  ];
}

const oddTexts: readonly string[] = [
  "",
  " ",
  "\t\n",
  "\u0000",
  "a\ud800b",
  "\udc00",
  "\u202eabc\u202c",
  "\u200b",
  "\ufeff",
  "\u0001\u001b[31m",
  "__proto__",
  "constructor",
  "toString",
  "字".repeat(1_000),
  "😀".repeat(500),
  "%".repeat(1_000),
  "x".repeat(4_000),
  "x".repeat(100_000),
  "x".repeat(1_000_000),
  "../../etc/passwd",
  "a/b@c:d",
  "' OR 1=1 //",
  "`}) DETACH DELETE n //",
  "null",
  "NaN",
  "0",
  "-0",
  "1e400",
  "9007199254740993",
  "1".repeat(400),
  "2026-01-01",
  "2026-02-30T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00+23:59",
  "9999-12-31T23:59:59.999999999Z",
  "+275760-09-13T00:00:00Z",
  "sha256:",
  "sha256:\u202e",
  `sha256:${"字".repeat(290)}`,
  "a\u0301".repeat(400),
];
const oddNumbers: readonly number[] = [
  0,
  -0,
  -1,
  1.5,
  5e-324,
  -5e-324,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1.7e308,
  -1.7e308,
  101,
];
const oddShapes: readonly unknown[] = [
  null,
  true,
  [],
  [[]],
  [null],
  [""],
  {},
  { ["__proto__"]: { a: 1 } },
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
  { a: { b: { c: [1] } } },
];
const oddValues: readonly unknown[] = [...oddTexts, ...oddNumbers, ...oddShapes];

/** The paths of all places in a value. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Object.entries(value).flatMap(([name, item]) =>
    placesIn(item, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inside : [path, ...inside];
}

function replaced(value: unknown, [step, ...rest]: readonly (string | number)[], odd: unknown): unknown {
  if (step === undefined) return odd;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, odd) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, item]) => [name, name === step ? replaced(item, rest, odd) : item]),
  );
}

const send = async (facts: readonly unknown[]): Promise<readonly Outcome[]> => {
  const response = await app.sendFacts(facts);
  const body = (await response.json()) as { outcomes?: readonly Outcome[] };
  expect([response.status, body]).toEqual([200, { outcomes: facts.map(() => expect.anything()) }]);
  return body.outcomes ?? [];
};

/** Each place gets some of the values, and all places together get each value in many places. */
const share = 7;

test.each(wholeFacts("").map(({ operation }, index) => [operation, index] as const))(
  "%s (%#): each odd value has an outcome, and a rejection names its place",
  async (_operation, index) => {
    const places = placesIn(wholeFacts("")[index]?.input);
    const cases = places.flatMap((place, offset) =>
      oddValues.filter((_, at) => (at + offset) % share === 0).map((odd) => ({ place, odd })),
    );
    const outcomes = await send(
      cases.map(({ place, odd }) => {
        const fact = wholeFacts(uniqueNamespace())[index];
        return { operation: fact?.operation, input: replaced(fact?.input, place, odd) };
      }),
    );
    const unexplained = outcomes.flatMap(({ status, code, message = "" }, at) => {
      const { place = [], odd } = cases[at] ?? {};
      const isNamed = message.includes(place.filter((step) => typeof step === "string").at(-1) ?? "");
      const isExplained = isNamed || /has \d+ bytes, more than the limit/.test(message);
      return status !== "REJECTED" || (code !== "INTERNAL_SERVER_ERROR" && isExplained)
        ? []
        : [{ place, odd, code, message }];
    });
    expect(unexplained).toEqual([]);
  },
);

test("the same odd facts again change nothing and are answered in the same way", async () => {
  const facts = oddTexts
    .filter((odd) => odd.length <= 4_000)
    .map((odd) => ({
      operation: "recordRun",
      input: {
        ...wholeFacts(uniqueNamespace())[4]?.input,
        externalId: odd,
        name: odd,
        tags: [{ name: odd, value: odd }],
      },
    }));
  const first = await send(facts);
  const again = await send(facts);
  expect(again).toEqual(
    first.map((outcome) => (outcome.status === "REJECTED" ? outcome : { ...outcome, status: "UNCHANGED" })),
  );
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set(["NEW", "REJECTED"]));
});

test("lists above their limit reject the fact, or are left out if they describe it", async () => {
  const namespace = uniqueNamespace();
  const many = (entry: (index: number) => object) => Array.from({ length: 10_001 }, (_, index) => entry(index));
  const run = { namespace, externalId: "r", status: "COMPLETED" };
  const data = { namespace, dataset: "d", version: "1" };
  const [inputs, parameters, members] = await send([
    {
      operation: "recordRun",
      input: { ...run, inputs: many((index) => ({ role: "a", datasetSnapshot: { ...data, version: `${index}` } })) },
    },
    { operation: "recordRun", input: { ...run, parameters: many((index) => ({ name: `p${index}`, value: "1" })) } },
    {
      operation: "registerDatasetSnapshot",
      input: { ...data, members: many((index) => ({ path: `${index}`, digest })) },
    },
  ]);
  expect([inputs?.status, inputs?.message]).toEqual(["REJECTED", expect.stringMatching(/input\.inputs: .*5000/)]);
  expect([parameters?.status, parameters?.warnings?.map(({ message }) => message)]).toEqual([
    "NEW",
    [expect.stringMatching(/^parameters: .*5000/)],
  ]);
  expect([members?.status, members?.message]).toEqual(["REJECTED", expect.stringMatching(/input\.members: .*10000/)]);
});

test("a reference of a node to itself is left out: it is no origin", async () => {
  const namespace = uniqueNamespace();
  const data = { namespace, dataset: "d", version: "1" };
  const version = { namespace, model: "m", version: "1" };
  const run = { namespace, externalId: "r" };
  const outcomes = await send([
    { operation: "registerDatasetSnapshot", input: { ...data, derivedFrom: [data] } },
    { operation: "registerModelVersion", input: { ...version, derivedFrom: [version] } },
    { operation: "recordRun", input: { ...run, status: "COMPLETED", parent: run } },
  ]);
  expect(outcomes.map(({ status, warnings = [] }) => [status, ...warnings.map(({ message }) => message)])).toEqual([
    ["NEW", expect.stringMatching(/refers to itself in derivedFrom/)],
    ["NEW", expect.stringMatching(/refers to itself in derivedFrom/)],
    ["NEW", expect.stringMatching(/refers to itself in parent/)],
  ]);
  const found = await app.ask(
    `query($n: String!) {
      datasetSnapshot(namespace: $n, dataset: "d", version: "1") { downstream { edges { kind } } }
      modelVersion(namespace: $n, model: "m", version: "1") { baseVersions { key } upstream { edges { kind } } }
      run(namespace: $n, externalId: "r") { parent { key } children { totalCount } } }`,
    { n: namespace },
  );
  expect(found).toEqual({
    datasetSnapshot: { downstream: { edges: [] } },
    modelVersion: { baseVersions: [], upstream: { edges: [] } },
    run: { parent: null, children: { totalCount: 0 } },
  });
});

test("deeply nested YAML is refused with its reason", async () => {
  const [outcome] = await send([{ operation: "registerEnvironment", input: { condaYaml: "[".repeat(20_000) } }]);
  expect(outcome?.message).toMatch(/condaYaml, line 1, is not YAML: its values are nested too deeply$/);
});
