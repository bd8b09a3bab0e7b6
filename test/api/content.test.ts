import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { caseFacts, caseQuestions } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
const { impactOf, upstreamOf, planOf, candidatesOf } = caseQuestions(client);

/** Every order of the items. */
function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

describe("a file that was recorded as an input is the artefact of a model version", () => {
  const story = (n: ReturnType<typeof caseFacts>): FactInput[] => [
    n.run("train", ["d@1"]),
    n.version("m@1", "train", { artifactDigest: "sha256:aa" }),
    n.snapshot("m.pkl@aa", { digest: "SHA256:AA" }),
    n.run("predict", ["m.pkl@aa"], ["scores@1"]),
    n.deploy("ep", "m@1"),
  ];

  async function check(n: ReturnType<typeof caseFacts>): Promise<void> {
    const affected = await impactOf(n.s("d@1"));
    expect(affected).toEqual(
      expect.arrayContaining([n.r("train"), n.v("m@1"), n.s("m.pkl@aa"), n.r("predict"), n.s("scores@1")]),
    );
    expect(affected).toHaveLength(6);
    expect(await upstreamOf(n.s("scores@1"))).toContain(n.s("d@1"));
    const { verdict, blockers } = await planOf(n.s("m.pkl@aa"));
    expect(verdict).toBe("BLOCKED");
    expect(blockers.map(({ node }) => node.key)).toContain(n.v("m@1"));
    expect(await candidatesOf(n.namespace)).not.toContain(n.s("m.pkl@aa"));
  }

  // Every eighth of the 120 orders; each fact is first, and last, in some of them.
  test.each(
    permutations([0, 1, 2, 3, 4])
      .filter((_, index) => index % 8 === 0)
      .map((order) => [order.join("")] as const),
  )("reported in the order %s, one request each", async (order) => {
    const n = caseFacts();
    const reports = story(n);
    for (const index of order) await client.record(...reports.slice(Number(index), Number(index) + 1));
    await check(n);
  });

  test("reported in one request, twice", async () => {
    const n = caseFacts();
    await client.record(...story(n), ...story(n));
    await client.record(...story(n));
    await check(n);
  });
});

describe("duplicates at another place", () => {
  /** A file on which production was trained, and its copy at another place. */
  async function recordBackup(): Promise<ReturnType<typeof caseFacts>> {
    const n = caseFacts();
    await client.record(
      n.snapshot("a@1", { digest: "sha256:cc", uri: "file:///p/a" }),
      n.snapshot("backup/a@1", { digest: "sha256:cc", uri: "file:///p/backup/a" }),
      n.run("train", ["a@1"]),
      n.version("m@1", "train"),
      n.deploy("ep", "m@1"),
    );
    return n;
  }

  test("may be deleted although production was trained on the other one", async () => {
    const n = await recordBackup();
    expect(await planOf(n.s("backup/a@1"))).toMatchObject({ verdict: "ALLOWED" });
    expect(await planOf(n.s("a@1"))).toMatchObject({ verdict: "BLOCKED" });
    expect(await impactOf(n.s("backup/a@1"))).toContain(n.v("m@1"));
    expect(await candidatesOf(n.namespace)).toEqual([n.s("backup/a@1")]);
  });

  test("may not be deleted once the other one is: it is the last", async () => {
    const n = await recordBackup();
    const plan = `query($key: String!) { deletionPlan(of: [{ key: $key }]) { impactToken duplicates { key } } }`;
    const { deletionPlan } = await client.answer<{ deletionPlan: { impactToken: string } }>(plan, { key: n.s("a@1") });
    await client.answer("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", {
      input: {
        targets: [{ key: n.s("a@1") }],
        impactToken: deletionPlan.impactToken,
        reason: "the backup remains",
        override: true,
      },
    });
    expect(await planOf(n.s("backup/a@1"))).toMatchObject({ verdict: "BLOCKED" });
    expect(await client.answer(plan, { key: n.s("backup/a@1") })).toMatchObject({ deletionPlan: { duplicates: [] } });
    expect(await candidatesOf(n.namespace)).toEqual([]);
  });

  test.each([
    ["s3a://B/a/", "s3://b/a"],
    ["/p/a", "file:///p/a"],
    [undefined, "file:///p/a"],
    ["runs:/0a/m.pkl", "file:///p/a"],
    ["file:///p", "file:///p/a"],
    ["a", "file:///p/a"],
    ["data/a", "a"],
    ["gcs://b/a", "gs://b/a"],
    ["az://data/a", "abfss://data@acme.dfs.core.windows.net/a"],
    ["s3://b", "s3://b/a"],
    ["s3://b/*.csv", "s3://b/a.csv"],
    ["dbfs:/data/a", "s3://root/data/a"],
    ["/mnt/lake/a", "s3://lake/a"],
    ["https://mirror.example/b", "https://example/a"],
    ["\\\\nas\\share\\a", "/share/a"],
    ["lakefs://r/main/a", "lakefs://r/v1/a"],
    ["https://minio.acme.example/b/a", "s3://b/a"],
    ["https://b.s3.eu-central-1.amazonaws.com/a?versionId=1", "s3://b/a"],
  ])("%s is not known to be at another place than %s", async (uri, other) => {
    const n = caseFacts();
    await client.record(
      n.snapshot("a@1", { digest: "sha256:cc", uri }),
      n.snapshot("b@1", { digest: "sha256:cc", uri: other }),
      n.run("train", ["b@1"]),
      n.version("m@1", "train"),
      n.deploy("ep", "m@1"),
    );
    expect(await planOf(n.s("a@1"))).toMatchObject({ verdict: "BLOCKED" });
  });
});

test("an empty file is not the same as another empty file", async () => {
  const n = caseFacts();
  const empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  await client.record(
    n.snapshot("a@1", { digest: empty }),
    n.snapshot("b@1", { digest: empty }),
    n.snapshot("c@1", { digest: "sha256:dd", sizeBytes: 0 }),
    n.snapshot("d@1", { digest: "sha256:dd", sizeBytes: 0 }),
    n.run("r", ["b@1", "d@1"]),
  );
  expect(await impactOf(n.s("a@1"))).toEqual([]);
  expect(await impactOf(n.s("c@1"))).toEqual([]);
});

test("the same content in another namespace is no ordinary impact", async () => {
  const [n, other] = [caseFacts(), caseFacts()];
  await client.record(
    n.snapshot("x@1", { digest: `sha256:${n.namespace}` }),
    other.snapshot("y@1", { digest: `sha256:${n.namespace}` }),
    other.run("train", ["y@1"]),
    other.version("m@1", "train"),
    other.deploy("ep", "m@1"),
  );
  expect(await impactOf(n.s("x@1"))).toEqual([]);
  expect(await planOf(n.s("x@1"))).toMatchObject({ verdict: "ALLOWED" });
});

describe("copies in another namespace", () => {
  const record = async () => {
    const [n, other] = [caseFacts(), caseFacts()];
    const digest = `sha256:${n.namespace}`;
    await client.record(
      n.snapshot("x@1", { digest }),
      n.run("prepare", ["x@1"], ["z@1"]),
      n.snapshot("z@1", { digest: `${digest}-z` }),
      other.snapshot("y@1", { digest }),
      other.run("train", ["y@1"]),
      other.version("m@1", "train"),
      other.deploy("ep", "m@1"),
      other.snapshot("deep@1", { digest: `${digest}-z` }),
      other.run("score", ["deep@1"]),
    );
    return { n, other };
  };

  test("are shown on both nodes", async () => {
    const { n, other } = await record();
    const { lineageNode } = await client.answer<{ lineageNode: object }>(
      "query($key: String!) { lineageNode(ref: { key: $key }) { identical { key } copies { key ... on DatasetSnapshot { version } } } }",
      { key: n.s("x@1") },
    );
    expect(lineageNode).toEqual({ identical: [], copies: [{ key: other.s("y@1"), version: "1" }] });
  });

  test("are named by the plan with what depends on them, which does not block", async () => {
    const { n, other } = await record();
    const { deletionPlan } = await client.answer<{ deletionPlan: object }>(
      "query($key: String!) { deletionPlan(of: [{ key: $key }]) { verdict duplicates { key } copies { key impact { productionDeployments { modelVersion { key } } } } } }",
      { key: n.s("x@1") },
    );
    expect(deletionPlan).toEqual({
      verdict: "ALLOWED",
      duplicates: [],
      copies: [{ key: other.s("y@1"), impact: { productionDeployments: [{ modelVersion: { key: other.v("m@1") } }] } }],
    });
  });

  test("are part of an impact that includes them, at any distance, with a path", async () => {
    const { n, other } = await record();
    expect(await impactOf(n.s("x@1"))).toEqual([n.r("prepare"), n.s("z@1")].sort());
    const affected = await impactOf(n.s("x@1"), true);
    expect(affected).toEqual(
      expect.arrayContaining([other.s("y@1"), other.r("train"), other.v("m@1"), other.s("deep@1"), other.r("score")]),
    );
    const { impact } = await client.answer<{ impact: { affected: { edges: { node: { path: object[] } }[] } } }>(
      "query($key: String!) { impact(of: [{ key: $key }], includeCopies: true) { affected(first: 1, minSeverity: SERVING_PRODUCTION, kinds: [MODEL_VERSION]) { edges { node { path { key } } } } } }",
      { key: n.s("x@1") },
    );
    expect(impact.affected.edges[0]?.node.path).toEqual(
      [n.s("x@1"), other.s("y@1"), other.r("train"), other.v("m@1")].map((key) => ({ key })),
    );
  });

  test("have tasks of a recall", async () => {
    const { n, other } = await record();
    expect(await recallTasksOf(n.s("x@1"))).toEqual([other.v("m@1")]);
    const { modelVersion } = await client.answer<{ modelVersion: { recalls: object[] } }>(
      "query($key: String!) { modelVersion: lineageNode(ref: { key: $key }) { recalls { state } } }",
      { key: other.v("m@1") },
    );
    expect(modelVersion.recalls).toEqual([{ state: "OPEN" }]);
  });
});

test("a plan names the duplicate that remains, and a recall of a duplicate has the tasks of its content", async () => {
  const n = caseFacts();
  await client.record(
    n.snapshot("a@1", { digest: `sha256:${n.namespace}`, uri: "file:///p/a" }),
    n.snapshot("backup/a@1", { digest: `sha256:${n.namespace}`, uri: "file:///p/backup/a" }),
    n.run("train", ["a@1"]),
    n.version("m@1", "train"),
    n.deploy("ep", "m@1"),
  );
  const { deletionPlan } = await client.answer<{ deletionPlan: object }>(
    "query($key: String!) { deletionPlan(of: [{ key: $key }]) { verdict duplicates { key } targets { identical { key } } } }",
    { key: n.s("backup/a@1") },
  );
  expect(deletionPlan).toEqual({
    verdict: "ALLOWED",
    duplicates: [{ key: n.s("a@1") }],
    targets: [{ identical: [{ key: n.s("a@1") }] }],
  });
  expect(await recallTasksOf(n.s("backup/a@1"))).toEqual([n.v("m@1")]);
});

async function recallTasksOf(key: string): Promise<string[]> {
  const { openRecall } = await client.answer<{
    openRecall: { tasks: { deployment: { modelVersion: { key: string } } }[] };
  }>(
    "mutation($input: OpenRecallInput!) { openRecall(input: $input) { tasks { deployment { modelVersion { key } } } } }",
    { input: { targets: [{ key }], reason: "wrong labels" } },
  );
  return openRecall.tasks.map(({ deployment }) => deployment.modelVersion.key);
}
