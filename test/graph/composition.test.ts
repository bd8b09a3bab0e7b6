import { randomUUID } from "node:crypto";
import { roles } from "../../src/core/api/principal.js";
import { Ledger } from "../../src/core/graph/ledger.js";
import { ConflictError, InvalidInputError } from "../../src/core/shared/errors.js";
import { createWriting } from "../../src/services.js";
import { SchemaClient } from "../support/schema-client.js";

/* HTTP, the example and the tests write through one composition, here without HTTP, as the tests use it. */

const client = new SchemaClient();
const { namespace } = client;
beforeAll(() => client.start());
afterAll(() => client.close());

const snapshot = (version: string, rest: object = {}) => ({
  operation: "registerDatasetSnapshot" as const,
  input: { namespace, dataset: "d", version, ...rest },
});

test("an invalid fact of a batch is rejected alone, and an unreadable one with its own reason", async () => {
  const outcomes = await client.write([
    snapshot("1"),
    snapshot("2", { digest: "no digest" }),
    new InvalidInputError("is not JSON"),
    snapshot("3"),
  ]);
  expect(outcomes).toEqual([
    expect.objectContaining({ status: "NEW" }),
    expect.objectContaining({
      status: "REJECTED",
      code: "BAD_USER_INPUT",
      message: expect.stringMatching(/^input\.digest: .*\(given: "no digest"\)/),
    }),
    { status: "REJECTED", code: "BAD_USER_INPUT", message: "is not JSON", details: {} },
    expect.objectContaining({ status: "NEW" }),
  ]);
});

test("a snapshot that is registered while its dataset is recalled is recalled too", async () => {
  await client.record(snapshot("before"));
  await client.answer("mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }", {
    input: { targets: [{ dataset: { namespace, name: "d" } }], reason: "test" },
  });
  await client.record(snapshot("after"));
  const { datasetSnapshot } = await client.answer<{ datasetSnapshot: { recalls: { reason: string }[] } }>(
    'query($namespace: String!) { datasetSnapshot(namespace: $namespace, dataset: "d", version: "after") { recalls { reason } } }',
    { namespace },
  );
  expect(datasetSnapshot.recalls).toEqual([{ reason: "test" }]);
});

test("a request that requires an empty ledger is a conflict if it is not empty, and the others of its group are written", async () => {
  const writing = createWriting(new Ledger(client.graph));
  const sink = writing.factsFor({ name: `first-${randomUUID()}`, roles: new Set(roles) }, 30_000);
  const [first, refused, second] = await Promise.allSettled([
    sink.write([snapshot("grouped-1")]),
    sink.write([snapshot("too late")], { requiresEmptyLedger: true }),
    sink.write([snapshot("grouped-2")]),
  ]);
  expect(refused).toEqual({ status: "rejected", reason: expect.any(ConflictError) });
  for (const { status, version } of [
    { ...first, version: "grouped-1" },
    { ...second, version: "grouped-2" },
  ])
    expect([version, status]).toEqual([version, "fulfilled"]);
  const { datasetSnapshot } = await client.answer<{ datasetSnapshot: object | null }>(
    'query($namespace: String!) { datasetSnapshot(namespace: $namespace, dataset: "d", version: "too late") { key } }',
    { namespace },
  );
  expect(datasetSnapshot).toBeNull();
});
