import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { caseFacts, caseQuestions } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
const { impactOf, planOf, candidatesOf } = caseQuestions(client);

type Facts = ReturnType<typeof caseFacts>;

/** The digest of a file's content, which no other namespace has. */
const digestOf = (n: Facts, content: string): string => `sha256:${content}-${n.namespace}`;
const file = (n: Facts, path: string): FactInput => n.snapshot(`${path}@1`, { digest: digestOf(n, path) });
/** The folder d with the files d/a and d/b, and further files. */
const folder = (n: Facts, further = 0): FactInput =>
  n.snapshot("d@1", {
    members: ["a", "b", ...Array.from({ length: further }, (_, index) => `further/${index}`)].map((path) => ({
      path,
      digest: digestOf(n, `d/${path}`),
      sizeBytes: 10,
    })),
  });

/** Records facts in the given order, or with the folder at the end. */
async function recordInBothOrders(build: (n: Facts) => FactInput[], check: (n: Facts) => Promise<void>): Promise<void> {
  for (const order of [(facts: FactInput[]) => facts, (facts: FactInput[]) => facts.toReversed()]) {
    const n = caseFacts();
    for (const fact of order(build(n))) await client.record(fact);
    await check(n);
  }
}

describe.each([[0], [98], [9_998]])("a folder with two files and %i more", (further) => {
  test("is asked about with its files", () =>
    recordInBothOrders(
      (n) => [file(n, "d/a"), folder(n, further), n.run("R", ["d/a@1"])],
      async (n) => expect(await impactOf(n.s("d@1"))).toEqual([n.r("R")]),
    ));

  test("depends on its files", () =>
    recordInBothOrders(
      (n) => [file(n, "d/a"), folder(n, further), n.run("R", ["d@1"])],
      async (n) => expect(await impactOf(n.s("d/a@1"))).toEqual([n.r("R"), n.s("d@1")].sort()),
    ));

  test("does not pass a change of one file to the others", () =>
    recordInBothOrders(
      (n) => [file(n, "d/a"), file(n, "d/b"), folder(n, further), n.run("R", ["d/b@1"]), n.run("Q", [], ["d/a@1"])],
      async (n) => expect(await impactOf(n.r("Q"))).toEqual([n.s("d/a@1"), n.s("d@1")].sort()),
    ));

  test("was made with its files", () =>
    recordInBothOrders(
      (n) => [n.run("Q", [], ["d@1"]), file(n, "d/a"), folder(n, further), n.run("R", ["d/a@1"])],
      async (n) => expect(await impactOf(n.r("Q"))).toEqual([n.r("R"), n.s("d/a@1"), n.s("d@1")].sort()),
    ));

  test("is no candidate for deletion while production uses a file of it", () =>
    recordInBothOrders(
      (n) => [
        file(n, "d/a"),
        folder(n, further),
        n.snapshot("unused@1"),
        n.run("R", ["d/a@1"]),
        n.version("m@1", "R"),
        n.deploy("ep", "m@1"),
      ],
      async (n) => {
        expect(await candidatesOf(n.namespace)).toEqual([n.s("unused@1")]);
        expect(await planOf(n.s("d@1"))).toMatchObject({ verdict: "BLOCKED" });
        expect(await planOf(n.s("d/a@1"))).toMatchObject({ verdict: "BLOCKED" });
      },
    ));
});

describe("a folder that is recorded without its files", () => {
  const question =
    "query($key: String!) { impact(of: [{ key: $key }]) { completeness { status reasons undecided { key } } } deletionPlan(of: [{ key: $key }]) { verdict } }";

  test.each([["images@1"], ["images/cats/a.txt@1"]])("leaves a question about %s undecided", async (asked) => {
    const n = caseFacts();
    await client.record(n.snapshot("images@1", { isFolder: true }), n.snapshot("images/cats/a.txt@1"));
    expect(await client.answer(question, { key: n.s(asked) })).toEqual({
      impact: {
        completeness: {
          status: "PARTIAL",
          reasons: ["UNRECORDED_CONTENT"],
          undecided: [{ key: n.s("images@1") }],
        },
      },
      deletionPlan: { verdict: "UNKNOWN" },
    });
  });

  test("is no candidate for deletion, and neither are files that it may contain", async () => {
    const n = caseFacts();
    await client.record(
      n.snapshot("images@1", { isFolder: true }),
      n.snapshot("images/a.txt@1"),
      n.snapshot("images2/a.txt@1"),
    );
    expect(await candidatesOf(n.namespace)).toEqual([n.s("images2/a.txt@1")]);
  });

  test("does not concern files beside it", async () => {
    const n = caseFacts();
    await client.record(n.snapshot("images@1", { isFolder: true }), n.snapshot("images2/a.txt@1"));
    expect(await client.answer(question, { key: n.s("images2/a.txt@1") })).toMatchObject({
      impact: { completeness: { status: "COMPLETE" } },
      deletionPlan: { verdict: "ALLOWED" },
    });
  });
});

describe("model versions that could no longer be rebuilt", () => {
  const lostOf = async (key: string): Promise<string[]> => {
    const { deletionPlan } = await client.answer<{ deletionPlan: { reproducibilityLost: { key: string }[] } }>(
      "query($key: String!) { deletionPlan(of: [{ key: $key }]) { reproducibilityLost { key } } }",
      { key },
    );
    return deletionPlan.reproducibilityLost.map((version) => version.key);
  };
  const rebuildable = (n: Facts, input: string): FactInput[] => [
    {
      operation: "recordRun",
      input: {
        namespace: n.namespace,
        externalId: "train",
        status: "COMPLETED",
        command: "python train.py",
        codeCommit: { repository: `https://git.acme.example/${n.namespace}`, sha: "a".repeat(40) },
        environment: { digest: `sha256:${"b".repeat(64)}` },
        inputs: [{ role: "training", datasetSnapshot: { namespace: n.namespace, dataset: input, version: "1" } }],
      },
    },
    n.version("m@1", "train"),
  ];

  test("include those that were made of a file of the folder", async () => {
    const n = caseFacts();
    await client.record(file(n, "d/a"), folder(n), ...rebuildable(n, "d/a"));
    expect(await lostOf(n.s("d/a@1"))).toEqual([n.v("m@1")]);
    expect(await lostOf(n.s("d@1"))).toEqual([n.v("m@1")]);
  });

  test("do not include those that were made of the same content at another place", async () => {
    const n = caseFacts();
    const digest = digestOf(n, "a");
    await client.record(
      n.snapshot("a@1", { digest, uri: "file:///p/a" }),
      n.snapshot("backup/a@1", { digest, uri: "file:///p/backup/a" }),
      ...rebuildable(n, "a"),
    );
    expect(await lostOf(n.s("a@1"))).toEqual([n.v("m@1")]);
    expect(await lostOf(n.s("backup/a@1"))).toEqual([]);
  });
});

test("a folder is tombstoned and restored with the files inside it, not with others of their content", async () => {
  const n = caseFacts();
  await client.record(
    file(n, "d/a"),
    n.snapshot("elsewhere@1", { digest: digestOf(n, "d/a") }),
    n.snapshot("d/b@1", { digest: digestOf(n, "d/b"), uri: "s3://archive/b" }),
    n.snapshot("d@1", {
      uri: "s3://lake/d",
      members: ["a", "b"].map((path) => ({ path, digest: digestOf(n, `d/${path}`), sizeBytes: 10 })),
    }),
  );
  const plan = "query($key: String!) { deletionPlan(of: [{ key: $key }]) { impactToken } }";
  const { deletionPlan } = await client.answer<{ deletionPlan: { impactToken: string } }>(plan, { key: n.s("d@1") });
  const { tombstone } = await client.answer<{ tombstone: object }>(
    "mutation($input: TombstoneInput!) { tombstone(input: $input) { status tombstoned { key } } }",
    {
      input: { targets: [{ key: n.s("d@1") }], impactToken: deletionPlan.impactToken, reason: "retention is over" },
    },
  );
  const both = [{ key: n.s("d/a@1") }, { key: n.s("d@1") }];
  expect(tombstone).toEqual({ status: "TOMBSTONED", tombstoned: both });
  expect(await candidatesOf(n.namespace)).toEqual([n.s("d/b@1"), n.s("elsewhere@1")]);
  const { restore } = await client.answer<{ restore: object[] }>(
    "mutation($input: RestoreInput!) { restore(input: $input) { key } }",
    { input: { targets: [{ key: n.s("d@1") }], reason: "the bucket was versioned" } },
  );
  expect(restore).toEqual(both);
});
