import { omissibleFields } from "../../src/adapters/ingest/omissible-fields.js";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

interface Outcome {
  readonly status: string;
  readonly key?: string;
  readonly code?: string;
  readonly message?: string;
  readonly warnings?: readonly { readonly key: string; readonly field: string; readonly message: string }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const send = async (lines: unknown[]): Promise<Outcome[]> => {
  const response = await app.sendFacts(lines);
  expect(response.status).toBe(200);
  return ((await response.json()) as { outcomes: Outcome[] }).outcomes;
};

/** A fact of each kind that is valid and minimal. */
function factOf(operation: string, namespace: string): { operation: string; input: Record<string, unknown> } {
  const modelVersion = { namespace, model: "m", version: "1" };
  const inputs: Record<string, Record<string, unknown>> = {
    registerDatasetSnapshot: { namespace, dataset: "d", version: "1" },
    registerCodeCommit: { repository: namespace, sha: "abc" },
    registerEnvironment: { requirements: `a==1 # ${namespace}` },
    recordRun: { namespace, externalId: "r", status: "COMPLETED" },
    registerModelVersion: modelVersion,
    setModelAlias: { namespace, model: "m", alias: "champion", version: "1", allowUnregistered: true },
    recordDeployment: { namespace, endpoint: "e", stage: "STAGING", modelVersion, validFrom: "2026-01-01T00:00:00Z" },
  };
  return { operation, input: { ...inputs[operation] } };
}

const tooLong = "x".repeat(100_001);
const micros = 1_700_000_000_000_000;
const snapshot = (version: string) => ({ namespace: "n", dataset: "d", version });

/** [operation, what is reported beside the minimal fact, the field of the warning, the problem that it names]. */
const costsTheField: [string, Record<string, unknown>, string, RegExp][] = [
  ["recordRun", { metrics: [{ name: "auc", value: 0.5, at: micros }] }, "metrics.0.at", /RFC 3339.*1700000000000000/],
  ["recordRun", { metrics: [{ name: "auc", value: 0.5, at: `${micros}` }] }, "metrics.0.at", /RFC 3339.*"17000/],
  ["recordRun", { metrics: [{ name: "auc", value: 1, step: 2 ** 53 }] }, "metrics.0.step", /2\^53.*9007199254740992/],
  ["recordRun", { metrics: [{ name: "auc", value: 1, step: 1.5 }] }, "metrics.0.step", /not an integer.*1\.5/],
  ["recordRun", { metrics: [{ name: "auc", value: "high" }] }, "metrics.0.value", /number.*"high"/],
  ["recordRun", { metrics: [{ name: "auc" }] }, "metrics.0", /exactly one of value and text/],
  ["recordRun", { metrics: [{ name: "auc", text: "nan" }] }, "metrics.0.text", /NaN.*"nan"/],
  ["recordRun", { metrics: "0.5" }, "metrics", /array.*"0\.5"/],
  ["recordRun", { startedAt: "+055840-01-01T00:00:00Z" }, "startedAt", /RFC 3339.*\+055840/],
  ["recordRun", { endedAt: "0000-01-01T00:00:00Z" }, "endedAt", /years 1 and 275760.*0000-01-01/],
  ["recordRun", { name: "a\u0000" }, "name", /NUL/],
  ["recordRun", { experiment: " x" }, "experiment", /white space.*" x"/],
  ["recordRun", { by: tooLong }, "by", /4000.*xxx…/],
  ["recordRun", { command: tooLong }, "command", /100000/],
  ["recordRun", { parameters: [{ name: "p", value: tooLong }] }, "parameters.0.value", /100000/],
  ["recordRun", { parameters: [{ name: "p", value: 6 }] }, "parameters.0.value", /string.*6/],
  ["recordRun", { tags: [{ name: "", value: "v" }] }, "tags.0.name", /1 characters.*""/],
  ["recordRun", { parent: { namespace: "n", externalId: "" } }, "parent.externalId", /1 characters/],
  ["registerDatasetSnapshot", { uri: tooLong }, "uri", /4000/],
  ["registerDatasetSnapshot", { createdAt: "yesterday" }, "createdAt", /RFC 3339.*"yesterday"/],
  ["registerCodeCommit", { message: tooLong }, "message", /100000/],
  ["registerCodeCommit", { author: 5 }, "author", /string.*5/],
  ["registerCodeCommit", { committedAt: micros }, "committedAt", /RFC 3339/],
  ["registerCodeCommit", { branch: "a\u0000" }, "branch", /NUL/],
  ["registerCodeCommit", { tag: [] }, "tag", /string/],
  ["registerModelVersion", { artifactUri: tooLong }, "artifactUri", /4000/],
  ["registerModelVersion", { createdAt: "2026-02-30T00:00:00Z" }, "createdAt", /RFC 3339.*2026-02-30/],
  ["registerModelVersion", { metrics: [{ name: "auc", value: 1, at: 5 }] }, "metrics.0.at", /RFC 3339.*5/],
  ["recordDeployment", { by: tooLong }, "by", /4000/],
];

/** [operation, what is reported beside the minimal fact, the problem that the rejection names]. */
const costsTheFact: [string, Record<string, unknown>, RegExp][] = [
  ["recordRun", { status: "DONE" }, /input\.status.*"DONE"/],
  ["recordRun", { externalId: "" }, /input\.externalId/],
  ["recordRun", { observedAt: micros }, /input\.observedAt.*1700000000000000/],
  [
    "recordRun",
    { inputs: [{ role: "training", datasetSnapshot: snapshot("") }] },
    /inputs\.0\.datasetSnapshot\.version/,
  ],
  ["recordRun", { outputSnapshots: [snapshot(" v")] }, /outputSnapshots\.0\.version.*" v"/],
  ["recordRun", { codeCommit: { repository: "r", sha: "" } }, /codeCommit\.sha/],
  ["recordRun", { environment: { digest: "none" } }, /environment\.digest.*"none"/],
  ["recordRun", { metrics: [{ name: "auc", value: 1, dataset: snapshot("") }] }, /metrics\.0\.dataset\.version/],
  ["recordRun", { metrics: [{ name: "", value: 1, dataset: snapshot("1") }] }, /metrics\.0\.name/],
  ["recordRun", { sttus: 1 }, /sttus/],
  ["registerDatasetSnapshot", { digest: "no digest" }, /input\.digest.*"no digest"/],
  ["registerDatasetSnapshot", { sizeBytes: -1 }, /input\.sizeBytes.*-1/],
  ["registerDatasetSnapshot", { rowCount: 2 ** 53 }, /input\.rowCount.*9007199254740992/],
  ["registerDatasetSnapshot", { derivedFrom: [snapshot("")] }, /derivedFrom\.0\.version/],
  ["registerDatasetSnapshot", { members: [{ path: "../a", digest: "sha256:aa" }] }, /members\.0\.path.*"\.\.\/a"/],
  ["registerCodeCommit", { dirty: "no" }, /input\.dirty.*"no"/],
  ["registerCodeCommit", { patchDigest: "none" }, /input\.patchDigest.*"none"/],
  ["registerEnvironment", { pythonVersion: tooLong }, /input\.pythonVersion/],
  ["registerModelVersion", { artifactDigest: "none" }, /input\.artifactDigest.*"none"/],
  ["registerModelVersion", { producedBy: { namespace: "n" } }, /producedBy\.externalId/],
  ["registerModelVersion", { origin: "BOUGHT" }, /input\.origin.*"BOUGHT"/],
  ["setModelAlias", { observedAt: "+055840-01-01T00:00:00Z" }, /input\.observedAt.*\+055840/],
  ["setModelAlias", { version: "" }, /input\.version/],
  ["recordDeployment", { validFrom: micros }, /input\.validFrom.*1700000000000000/],
  ["recordDeployment", { validTo: "2025-01-01T00:00:00Z" }, /validTo: is not after validFrom/],
  ["recordDeployment", { trafficPercent: 101 }, /input\.trafficPercent.*101/],
];

test("every kind of an omissible field is in the table", () => {
  const tested = new Set(costsTheField.map(([operation, , field]) => `${operation} ${field.split(".")[0] ?? ""}`));
  const omissible = Object.entries(omissibleFields).flatMap(([operation, fields]) =>
    fields.map((field) => `${operation} ${field}`),
  );
  expect([...tested].sort()).toEqual(omissible.sort());
});

test("an invalid description or measurement of a batch costs that field, and the outcome names it", async () => {
  const namespaces = costsTheField.map(() => uniqueNamespace());
  const outcomes = await send(
    costsTheField.map(([operation, rest], index) => {
      const { input } = factOf(operation, namespaces[index] ?? "");
      return { operation, input: { ...input, ...rest } };
    }),
  );
  const warned = outcomes.map(({ status, key, warnings }) => ({ status, key, warnings }));
  expect(warned).toEqual(
    costsTheField.map(([, , field, problem], index) => ({
      status: "NEW",
      key: expect.stringContaining(namespaces[index] ?? ""),
      warnings: [
        {
          key: warned[index]?.key,
          field,
          message: expect.stringMatching(new RegExp(`^${field}.*${problem.source}.*recorded without it.*again$`)),
        },
      ],
    })),
  );
});

test("an invalid identity, reference, content or state costs the fact, and no other fact", async () => {
  const namespaces = costsTheFact.map(() => uniqueNamespace());
  const outcomes = await send(
    costsTheFact.flatMap(([operation, rest], index) => {
      const { input } = factOf(operation, namespaces[index] ?? "");
      return [
        { operation, input: { ...input, ...rest } },
        { operation, input },
      ];
    }),
  );
  expect(outcomes).toEqual(
    costsTheFact.flatMap(([operation, , problem]) => [
      {
        status: "REJECTED",
        code: "BAD_USER_INPUT",
        details: expect.anything(),
        message: expect.stringMatching(problem),
      },
      expect.objectContaining({ status: operation === "registerEnvironment" ? expect.anything() : "NEW" }),
    ]),
  );
});

test("what surrounds an invalid field is recorded; an entry is left out only if it means nothing without the field", async () => {
  const namespace = uniqueNamespace();
  const { operation, input } = factOf("recordRun", namespace);
  const dataset = { namespace, dataset: "test", version: "1" };
  const fact = {
    operation,
    input: {
      ...input,
      name: "fit",
      by: tooLong,
      parameters: [
        { name: "depth", value: "6" },
        { name: "n".repeat(501), value: "1" },
      ],
      metrics: [
        { name: "auc", value: 0.5, at: micros, step: 3 },
        { name: "f1", value: 0.4, at: "2026-01-01T00:00:00Z", step: 2 ** 60, dataset },
        { name: "rmse" },
        { name: "loss", text: "NaN" },
      ],
    },
  };
  const [first] = await send([fact]);
  expect(first?.warnings?.map(({ field }) => field)).toEqual([
    "by",
    "parameters.1.name",
    "metrics.0.at",
    "metrics.1.step",
    "metrics.2",
  ]);
  const { run } = await app.ask<{ run: unknown }>(
    `query($namespace: String!) { run(namespace: $namespace, externalId: "r") {
      name by parameters { name } metrics { name text step at } inputs { role } } }`,
    { namespace },
  );
  expect(run).toEqual({
    name: "fit",
    by: null,
    parameters: [{ name: "depth" }],
    metrics: [
      { name: "auc", text: "0.5", step: 3, at: null },
      { name: "f1", text: "0.4", step: null, at: "2026-01-01T00:00:00.000Z" },
      { name: "loss", text: "NaN", step: null, at: null },
    ],
    inputs: [{ role: "evaluation" }],
  });
  const [again] = await send([fact]);
  expect(again).toEqual({ ...first, status: "UNCHANGED" });
});

test("of many invalid values, the first ones are reported and the others counted", async () => {
  const { operation, input } = factOf("recordRun", uniqueNamespace());
  const metrics = Array.from({ length: 50 }, (_, index) => ({ name: `m${index}`, value: index, at: micros }));
  const [outcome] = await send([{ operation, input: { ...input, metrics } }]);
  expect(outcome?.warnings).toHaveLength(21);
  expect(outcome?.warnings?.at(-1)?.message).toMatch(/^30 further invalid values were left out/);
});

test("a line with NaN, which is not JSON, is rejected with what to send", async () => {
  const { input } = factOf("recordRun", uniqueNamespace());
  const line = JSON.stringify({ operation: "recordRun", input: { ...input, metrics: [{ name: "a", value: 1 }] } });
  const [outcome] = await send([line.replace('"value":1', '"value":NaN')]);
  expect([outcome?.code, outcome?.message]).toEqual([
    "BAD_USER_INPUT",
    expect.stringMatching(/^line 1: is not JSON.*"text": "NaN"/),
  ]);
});

test("a mutation refuses an invalid field: its caller is present to correct it", async () => {
  const { input } = factOf("recordRun", uniqueNamespace());
  const { data, errors } = await app.graphql("mutation($input: RecordRunInput!) { recordRun(input: $input) { key } }", {
    input: { ...input, by: "x".repeat(4_001) },
  });
  expect([data, errors?.[0]]).toEqual([
    null,
    expect.objectContaining({
      message: expect.stringMatching(/^input\.by: .*4000/),
      extensions: expect.objectContaining({ code: "BAD_USER_INPUT" }),
    }),
  ]);
});
