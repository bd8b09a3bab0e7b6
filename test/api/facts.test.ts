import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

const namespace = uniqueNamespace();
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
}

const snapshot = (version: string, rest: object = {}) => ({
  operation: "registerDatasetSnapshot",
  input: { namespace, dataset: "d", version, ...rest },
});
const outcomesOf = async (response: Response): Promise<Outcome[]> =>
  ((await response.json()) as { outcomes: Outcome[] }).outcomes;

test("an invalid line of a batch is rejected alone, with its number, field and value", async () => {
  const response = await app.sendFacts([
    snapshot("1"),
    "{not json",
    "",
    snapshot("2", { digest: "no digest" }),
    { operation: "dropEverything", input: {} },
    snapshot("3", { sizebytes: 1 }),
    snapshot("4"),
  ]);
  expect(response.status).toBe(200);
  const outcomes = await outcomesOf(response);
  expect(outcomes.map(({ status }) => status)).toEqual(["NEW", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "NEW"]);
  expect(outcomes.slice(1, 5).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^line 2: is not JSON/),
    expect.stringMatching(/^line 4: input\.digest: .*\(given: "no digest"\)/),
    expect.stringMatching(/^line 5: operation: /),
    expect.stringMatching(/^line 6: input: .*sizebytes/),
  ]);
});

test.each([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
] as const)("a body in %s is read", async (encoding, compress) => {
  const response = await fetch(`${app.url}/api/facts`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson", "content-encoding": encoding },
    body: new Uint8Array(compress(JSON.stringify(snapshot(encoding)))),
  });
  expect(await outcomesOf(response)).toEqual([{ status: "NEW", key: `snapshot:${namespace}/d@${encoding}` }]);
});

test("a repeated key with the same body returns the first answer; another body is a CONFLICT; keys are scoped to the caller", async () => {
  const send = (facts: unknown[], principal = "key-owner") =>
    app.sendFacts(facts, { principal, headers: { "idempotency-key": namespace } });
  const run = {
    operation: "recordRun",
    input: {
      namespace,
      externalId: "r",
      status: "COMPLETED",
      metrics: [{ name: "auc", text: "NaN" }],
      startedAt: "2026-01-01T00:00:00Z",
    },
  };
  const first = await outcomesOf(await send([run]));
  expect(first.map(({ status }) => status)).toEqual(["NEW"]);
  expect(await outcomesOf(await send([run]))).toEqual(first);
  const other = await send([{ ...run, input: { ...run.input, name: "other" } }]);
  expect([other.status, await other.json()]).toEqual([
    409,
    {
      errors: [
        { message: expect.stringContaining(namespace), extensions: expect.objectContaining({ code: "CONFLICT" }) },
      ],
    },
  ]);
  expect((await outcomesOf(await send([run], "somebody-else"))).map(({ status }) => status)).toEqual(["UNCHANGED"]);
});

test("the same idempotency key works for a mutation with times and metrics", async () => {
  const mutation = `mutation($input: RecordRunInput!) { recordRun(input: $input) { externalId } }`;
  const input = {
    namespace,
    externalId: "m",
    status: "COMPLETED",
    startedAt: "2026-01-01T00:00:00Z",
    metrics: [{ name: "auc", value: 0.5, at: "2026-01-01T01:00:00Z" }],
  };
  expect((await app.graphql(mutation, { input })).errors).toBeUndefined();
  expect((await app.graphql(mutation, { input })).errors).toBeUndefined();
});

test("a conflict is an outcome of its fact", async () => {
  await app.sendFacts([snapshot("c", { digest: "sha256:aa" })]);
  expect(await outcomesOf(await app.sendFacts([snapshot("c", { digest: "sha256:bb" })]))).toEqual([
    expect.objectContaining({
      status: "REJECTED",
      code: "CONFLICT",
      message: expect.stringMatching(/^line 1: .*digest.*sha256:aa.*sha256:bb/),
    }),
  ]);
});

test("another media type, an empty body and a body in another encoding than declared are client errors", async () => {
  const send = async (headers: Record<string, string>, body: string) => {
    const response = await fetch(`${app.url}/api/facts`, { method: "POST", headers, body });
    return [
      response.status,
      ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
    ];
  };
  expect(await send({ "content-type": "text/plain" }, "{}")).toEqual([400, "BAD_USER_INPUT"]);
  expect(await send({ "content-type": "application/x-ndjson" }, "\n")).toEqual([400, "BAD_USER_INPUT"]);
  expect(await send({ "content-type": "application/x-ndjson", "content-encoding": "gzip" }, "{}")).toEqual([
    400,
    "BAD_USER_INPUT",
  ]);
  expect(await send({ "content-type": "application/x-ndjson", "content-encoding": "zip" }, "{}")).toEqual([
    400,
    "BAD_USER_INPUT",
  ]);
});

test("a write can be read with the returned bookmark; the ledger records who wrote", async () => {
  const principal = `writer-${namespace}`;
  const response = await app.sendFacts([snapshot("b")], { principal });
  const bookmark = response.headers.get("x-lineage-bookmark") ?? "";
  expect(bookmark).not.toBe("");
  const query = 'query($namespace: String!) { dataset(namespace: $namespace, name: "d") { name } }';
  expect(await app.ask(query, { namespace }, { headers: { "x-lineage-bookmark": bookmark } })).toEqual({
    dataset: { name: "d" },
  });
  expect(await app.ledgerEntriesOf(principal)).toBe(1);
});
