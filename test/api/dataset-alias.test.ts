import { datasetKey } from "../../src/core/shared/key.js";
import { caseFacts, caseQuestions } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
const { impactOf, planOf, candidatesOf } = caseQuestions(client);

interface Found {
  readonly key: string;
}
type Facts = ReturnType<typeof caseFacts>;
const nameOf = ({ namespace }: Facts, name = "orders") => ({ namespace, name });
const keyOf = (facts: Facts, name = "orders") => datasetKey(facts.namespace, name);

function declare(dataset: object, alias: object): Promise<object> {
  return client.answer("mutation($input: DeclareSameDatasetInput!) { declareSameDataset(input: $input) { key } }", {
    input: { dataset, alias, reason: "renamed" },
  });
}

function retract(dataset: object, alias: object): Promise<object> {
  return client.answer("mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
    input: {
      edges: [{ upstream: { dataset }, downstream: { dataset: alias }, kind: "SAME_CONTENT" }],
      reason: "another",
    },
  });
}

async function impactAsOf(key: string, asOf: string): Promise<string[]> {
  const { impact } = await client.answer<{ impact: { affected: { edges: { node: { node: { key: string } } }[] } } }>(
    "query($key: String!, $asOf: DateTime) { impact(of: [{ key: $key }], asOf: $asOf) { affected { edges { node { node { key } } } } } }",
    { key, asOf },
  );
  return impact.affected.edges.map(({ node }) => node.node.key).sort();
}

/** A moment between two writes. */
async function now(): Promise<string> {
  await new Promise((done) => setTimeout(done, 5));
  const at = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  return at;
}

/** Opens a recall. Returns a question for the keys of its targets, and of the versions that its tasks serve. */
async function openRecall(...targets: object[]) {
  const { openRecall: opened } = await client.answer<{ openRecall: { id: string } }>(
    "mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }",
    { input: { targets, reason: "wrong labels" } },
  );
  return async (): Promise<{ targets: string[]; tasks: string[] }> => {
    const { recall } = await client.answer<{
      recall: { targets: Found[]; tasks: { deployment: { modelVersion: Found } }[] };
    }>("query($id: ID!) { recall(id: $id) { targets { key } tasks { deployment { modelVersion { key } } } } }", opened);
    return {
      targets: recall.targets.map(({ key }) => key).sort(),
      tasks: recall.tasks.map(({ deployment }) => deployment.modelVersion.key).sort(),
    };
  };
}

/** The number of open recalls that affect a node. */
async function recallsOf(key: string, asOf?: string): Promise<number> {
  const { impact } = await client.answer<{ impact: { roots: { recalls: object[] }[] } }>(
    "query($key: String!, $asOf: DateTime) { impact(of: [{ key: $key }], asOf: $asOf) { roots { recalls { id } } } }",
    { key, asOf },
  );
  return impact.roots[0]?.recalls.length ?? 0;
}

/** A production model with a version of orders as its training data. */
const production = (n: Facts, version: string) => [
  n.run("train", [`orders@${version}`]),
  n.version("m@1", "train"),
  n.deploy("ep", "m@1"),
];

describe("a chain of names", () => {
  test.each([
    ["the first declaration first", [0, 1]],
    ["the last declaration first", [1, 0]],
  ])("joins versions that the name in the middle does not have: %s", async (_, order) => {
    const [a, b, c] = [caseFacts(), caseFacts(), caseFacts()];
    await client.record(a.snapshot("orders@1"), b.snapshot("orders@2"), ...production(c, "1"));
    const pairs = [
      [nameOf(a), nameOf(b)],
      [nameOf(b), nameOf(c)],
    ] as const;
    for (const index of order) {
      const [dataset, alias] = pairs[index === 0 ? 0 : 1];
      await declare(dataset, alias);
    }
    expect(await planOf(a.s("orders@1"))).toMatchObject({ verdict: "BLOCKED" });
    await client.record(a.snapshot("orders@3"), c.run("report", ["orders@3"]));
    expect(await impactOf(a.s("orders@3"))).toEqual([c.r("report"), c.s("orders@3")].sort());
    await retract(nameOf(b), nameOf(a));
    expect(await planOf(a.s("orders@1"))).toMatchObject({ verdict: "ALLOWED" });
    expect(await impactOf(a.s("orders@3"))).toEqual([]);
  });

  test("remains one dataset if one of three declarations is retracted", async () => {
    const [a, b, c] = [caseFacts(), caseFacts(), caseFacts()];
    await client.record(a.snapshot("orders@1"), b.snapshot("orders@1"), ...production(c, "1"));
    await declare(nameOf(a), nameOf(b));
    await declare(nameOf(b), nameOf(c));
    await declare(nameOf(c), nameOf(a));
    await declare(nameOf(a), nameOf(c));
    await retract(nameOf(a), nameOf(c));
    expect(await planOf(a.s("orders@1"))).toMatchObject({ verdict: "BLOCKED" });
    await retract(nameOf(a), nameOf(b));
    expect(await planOf(a.s("orders@1"))).toMatchObject({ verdict: "ALLOWED" });
    expect(await planOf(b.s("orders@1"))).toMatchObject({ verdict: "BLOCKED" });
  });
});

describe("a question about a dataset is about all of its names", () => {
  test("impact, plan and candidates, until the declaration is retracted, and not as of an earlier time", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    await client.record(a.snapshot("orders@1"), ...production(b, "2"));
    const before = await now();
    await declare(nameOf(a), nameOf(b));
    const during = await now();
    expect(await planOf(keyOf(a))).toMatchObject({ verdict: "BLOCKED" });
    expect(await impactOf(keyOf(a))).toContain(b.v("m@1"));
    expect(await candidatesOf(a.namespace)).toEqual([a.s("orders@1")]);
    expect(await impactAsOf(keyOf(a), before)).toEqual([]);
    await retract(nameOf(a), nameOf(b));
    expect(await planOf(keyOf(a))).toMatchObject({ verdict: "ALLOWED" });
    expect(await impactAsOf(keyOf(a), during)).toContain(b.v("m@1"));
    await declare(nameOf(b), nameOf(a));
    expect(await planOf(keyOf(a))).toMatchObject({ verdict: "BLOCKED" });
  });

  test("a recall includes later versions under the other name, and those recorded before the declaration", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    await client.record(a.snapshot("orders@1"), ...production(b, "2"));
    const recall = await openRecall({ dataset: nameOf(a) });
    expect(await recall()).toEqual({ targets: [a.s("orders@1")], tasks: [] });
    await declare(nameOf(b), nameOf(a));
    expect((await recall()).tasks).toEqual([b.v("m@1")]);
    await client.record(b.run("again", ["orders@3"]), b.version("m@2", "again"), b.deploy("other", "m@2"));
    expect((await recall()).tasks).toEqual([b.v("m@1"), b.v("m@2")]);
  });

  test("a recall ends for the snapshots that only a retracted declaration made a part of it", async () => {
    const [a, b, c] = [caseFacts(), caseFacts(), caseFacts()];
    await client.record(a.snapshot("orders@1"), c.snapshot("orders@4"), ...production(b, "2"));
    const widened = await openRecall({ dataset: nameOf(a) });
    await declare(nameOf(a), nameOf(b));
    await declare(nameOf(b), nameOf(c));
    const named = await openRecall({ dataset: nameOf(a) }, { key: b.s("orders@2") });
    const all = { targets: [a.s("orders@1"), b.s("orders@2"), c.s("orders@4")].sort(), tasks: [b.v("m@1")] };
    expect([await widened(), await named()]).toEqual([all, all]);
    const during = await now();
    await retract(nameOf(a), nameOf(b));
    expect(await widened()).toEqual({ targets: [a.s("orders@1")], tasks: [] });
    expect(await named()).toEqual({ targets: [a.s("orders@1"), b.s("orders@2")].sort(), tasks: [b.v("m@1")] });
    expect(await recallsOf(c.s("orders@4"))).toBe(0);
    expect(await recallsOf(c.s("orders@4"), during)).toBe(2);
    await client.record(b.snapshot("orders@3"));
    expect((await widened()).targets).toEqual([a.s("orders@1")]);
    await declare(nameOf(a), nameOf(c));
    expect(await widened()).toEqual({ ...all, targets: [...all.targets, b.s("orders@3")].sort() });
  });
});
describe("snapshots of both names", () => {
  test.each([
    ["before", "equal"],
    ["after", "equal"],
    ["before", "different"],
    ["after", "different"],
  ])(
    "are one thing if the same version is recorded %s the declaration with a digest that is %s",
    async (when, digests) => {
      const [a, b] = [caseFacts(), caseFacts()];
      const digest = `sha256:${a.namespace}`;
      const facts = [
        a.snapshot("orders@1", { digest, uri: "s3://b/orders" }),
        b.snapshot("orders@1", { digest: digests === "equal" ? digest : `${digest}-b`, uri: "s3://b/renamed" }),
        ...production(b, "1"),
      ];
      if (when === "before") await client.record(...facts);
      await declare(nameOf(a), nameOf(b));
      if (when === "after") for (const fact of facts) await client.record(fact);
      expect(await planOf(a.s("orders@1"))).toMatchObject({ verdict: "BLOCKED" });
      expect(await planOf(b.s("orders@1"))).toMatchObject({ verdict: "BLOCKED" });
      const { deletionPlan } = await client.answer<{ deletionPlan: object }>(
        "query($key: String!) { deletionPlan(of: [{ key: $key }]) { copies { key } duplicates { key } targets { identical { key } } } }",
        { key: a.s("orders@1") },
      );
      expect(deletionPlan).toEqual({
        copies: [],
        duplicates: [],
        targets: [{ identical: [{ key: b.s("orders@1") }] }],
      });
      await retract(nameOf(a), nameOf(b));
      expect(await planOf(a.s("orders@1"))).toMatchObject({ verdict: "ALLOWED" });
    },
  );

  test("of one namespace keep what joins equal content when the declaration is retracted", async () => {
    const n = caseFacts();
    const digest = `sha256:${n.namespace}`;
    await declare(nameOf(n), nameOf(n, "renamed"));
    await client.record(n.snapshot("orders@1"), n.snapshot("renamed@1"), n.run("report", ["renamed@1"]));
    await client.record(n.snapshot("orders@1", { digest }), n.snapshot("renamed@1", { digest }));
    const expected = [n.r("report"), n.s("renamed@1")].sort();
    expect(await impactOf(n.s("orders@1"))).toEqual(expected);
    await retract(nameOf(n), nameOf(n, "renamed"));
    expect(await impactOf(n.s("orders@1"))).toEqual(expected);
  });

  test("of one namespace are one place once they are declared to be one dataset", async () => {
    const n = caseFacts();
    const digest = `sha256:${n.namespace}`;
    await client.record(
      n.snapshot("renamed@1", { digest, uri: "s3://b/renamed" }),
      n.snapshot("orders@1", { digest, uri: "s3://b/orders" }),
      ...production(n, "1"),
    );
    expect(await planOf(n.s("renamed@1"))).toMatchObject({ verdict: "ALLOWED" });
    await declare(nameOf(n), nameOf(n, "renamed"));
    expect(await planOf(n.s("renamed@1"))).toMatchObject({ verdict: "BLOCKED" });
    expect(await candidatesOf(n.namespace)).toEqual([]);
  });

  test("with equal content in other versions stay joined without the one that was retracted", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    const digest = `sha256:${a.namespace}`;
    await client.record(a.snapshot("orders@1", { digest }), b.snapshot("orders@x", { digest }));
    await client.record(b.snapshot("orders@y", { digest }), b.run("report", ["orders@y"]));
    await declare(nameOf(a), nameOf(b));
    expect(await impactOf(a.s("orders@1"))).toEqual([b.r("report"), b.s("orders@x"), b.s("orders@y")].sort());
    await client.answer("mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
      input: { nodes: [{ key: b.s("orders@x") }], reason: "another" },
    });
    expect(await impactOf(a.s("orders@1"))).toEqual([b.r("report"), b.s("orders@y")].sort());
  });

  test("that were retracted stay retracted when their dataset is declared to be another one, and in its recalls", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    await client.record(a.snapshot("orders@1"), b.snapshot("orders@1"), b.snapshot("orders@2"));
    await client.answer("mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }", {
      input: { targets: [{ dataset: nameOf(a) }], reason: "wrong labels" },
    });
    await client.answer("mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
      input: { nodes: [{ key: b.s("orders@1") }], reason: "another" },
    });
    await declare(nameOf(a), nameOf(b));
    expect(await impactOf(a.s("orders@1"))).toEqual([]);
    const { recalls } = await client.answer<{ recalls: { edges: { node: { targets: { key: string }[] } }[] } }>(
      "{ recalls(first: 100) { edges { node { targets { key } } } } }",
    );
    const targets = recalls.edges.flatMap(({ node }) => node.targets.map(({ key }) => key));
    expect(targets).toContain(b.s("orders@2"));
    expect(targets).not.toContain(b.s("orders@1"));
  });
});
