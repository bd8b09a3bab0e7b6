import { caseFacts, caseQuestions } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
const { impactOf, upstreamOf, planOf } = caseQuestions(client);

const retraction = `mutation($input: RetractInput!) { retract(input: $input) { action targets detail } }`;
const retract = (input: object) =>
  client.answer<{ retract: { action: string; targets: string[]; detail: { reason: string } }[] }>(retraction, {
    input: { reason: "reported by mistake", ...input },
  });
const refusalOf = async (input: object): Promise<string> =>
  (await client.ask(retraction, { input: { reason: "reported by mistake", ...input } })).errors?.[0]?.message ?? "";

async function upstreamAsOf(key: string, asOf: string): Promise<string[]> {
  const { lineageNode } = await client.answer<{ lineageNode: { upstream: { nodes: { node: { key: string } }[] } } }>(
    "query($key: String!, $asOf: DateTime!) { lineageNode(ref: { key: $key }) { upstream(asOf: $asOf) { nodes { node { key } } edges { kind } } } }",
    { key, asOf },
  );
  return lineageNode.upstream.nodes.map(({ node }) => node.key).sort();
}

test("a retracted input is no longer part of the lineage, except of earlier times, even if it is reported again", async () => {
  const n = caseFacts();
  await client.record(n.snapshot("customers@1"), n.run("train", ["custmoers@1", "customers@1"]));
  await new Promise((done) => setTimeout(done, 5));
  const before = new Date().toISOString();
  const [entry] = (
    await retract({
      edges: [{ upstream: { key: n.s("custmoers@1") }, downstream: { key: n.r("train") }, kind: "USED_BY" }],
    })
  ).retract;
  expect(entry).toMatchObject({ action: "retract", detail: { reason: "reported by mistake" } });
  expect(await upstreamOf(n.r("train"))).toEqual([n.s("customers@1")]);
  expect(await impactOf(n.s("custmoers@1"))).toEqual([]);
  expect(await upstreamAsOf(n.r("train"), before)).toEqual([n.s("customers@1"), n.s("custmoers@1")].sort());
  await client.record(n.run("train", ["custmoers@1"]));
  expect(await upstreamOf(n.r("train"))).toEqual([n.s("customers@1")]);
});

test("a retracted node takes its edges along, and its content stays joined without it", async () => {
  const n = caseFacts();
  const digest = `sha256:${n.namespace}`;
  await client.record(
    n.snapshot("wrong@1", { digest }),
    n.snapshot("a@1", { digest }),
    n.snapshot("b@1", { digest }),
    n.run("train", ["a@1"]),
  );
  expect(await impactOf(n.s("b@1"))).toEqual([n.r("train"), n.s("a@1"), n.s("wrong@1")].sort());
  await retract({ nodes: [{ key: n.s("wrong@1") }] });
  expect(await impactOf(n.s("b@1"))).toEqual([n.r("train"), n.s("a@1")].sort());
  const { errors } = await client.ask("query($key: String!) { impact(of: [{ key: $key }]) { severity } }", {
    key: n.s("wrong@1"),
  });
  expect(errors?.[0]?.message).toContain(`${n.s("wrong@1")}`);
});

test("what a file inherited from the run that made its folder goes with the edge of the folder", async () => {
  const n = caseFacts();
  await client.record(
    n.snapshot("d@1", { members: [{ path: "a", digest: `sha256:a-${n.namespace}` }] }),
    n.snapshot("d/a@1", { digest: `sha256:a-${n.namespace}` }),
    n.run("Q", [], ["d@1"]),
  );
  expect(await impactOf(n.r("Q"))).toEqual([n.s("d/a@1"), n.s("d@1")].sort());
  await retract({
    edges: [{ upstream: { key: n.r("Q") }, downstream: { key: n.s("d@1") }, kind: "PRODUCED", role: "output" }],
  });
  expect(await impactOf(n.r("Q"))).toEqual([]);
});

test("refusals name what does not exist or cannot be retracted", async () => {
  const n = caseFacts();
  await client.record(n.run("train", ["a@1"], ["b@1"]));
  const edge = (kind: string, rest: object = {}) => ({
    edges: [{ upstream: { key: n.s("a@1") }, downstream: { key: n.r("train") }, kind, ...rest }],
  });
  expect(await refusalOf({})).toMatch(/^edges and nodes are empty/);
  expect(await refusalOf({ ...edge("USED_BY"), reason: " " })).toMatch(/^reason: is empty/);
  expect(await refusalOf(edge("PRODUCED"))).toBe(`no edge PRODUCED leads from ${n.s("a@1")} to ${n.r("train")}`);
  expect(await refusalOf(edge("USED_BY", { role: "training" }))).toMatch(
    /no edge USED_BY in the role "training" leads/,
  );
  expect(await refusalOf(edge("PART_OF"))).toMatch(/^kind is PART_OF, which follows from other facts/);
  expect(await upstreamOf(n.r("train"))).toEqual([n.s("a@1")]);
});

describe("two names of one dataset", () => {
  const declaration = "mutation($input: DeclareSameDatasetInput!) { declareSameDataset(input: $input) { key } }";
  test("are one thing from the declaration until its retraction, also for snapshots that are registered later", async () => {
    const [s3, s3a] = [caseFacts(), caseFacts()];
    const uri = "s3://b/orders";
    const digest = `sha256:${s3.namespace}`;
    await client.record(
      s3.snapshot("orders@1", { digest, uri }),
      s3.run("train", ["orders@1"]),
      s3.version("m@1", "train"),
      s3.deploy("ep", "m@1"),
      s3a.snapshot("orders@1", { digest, uri: "s3://b/elsewhere" }),
    );
    expect(await planOf(s3a.s("orders@1"))).toMatchObject({ verdict: "ALLOWED" });
    const datasets = {
      dataset: { namespace: s3.namespace, name: "orders" },
      alias: { namespace: s3a.namespace, name: "orders" },
    };
    await client.answer(declaration, { input: { ...datasets, reason: "both are one bucket" } });
    expect(await planOf(s3a.s("orders@1"))).toMatchObject({ verdict: "BLOCKED" });
    expect(await planOf(s3.s("orders@1"))).toMatchObject({ verdict: "BLOCKED" });
    await client.record(s3a.run("report", ["orders@2"]), s3.snapshot("orders@2"));
    expect(await impactOf(s3.s("orders@2"))).toEqual([s3a.r("report"), s3a.s("orders@2")].sort());
    await retract({
      edges: [
        { upstream: { dataset: datasets.dataset }, downstream: { dataset: datasets.alias }, kind: "SAME_CONTENT" },
      ],
    });
    expect(await planOf(s3a.s("orders@1"))).toMatchObject({ verdict: "ALLOWED" });
    expect(await impactOf(s3.s("orders@2"))).toEqual([]);
  });
});
