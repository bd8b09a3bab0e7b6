import { randomUUID } from "node:crypto";
import { datasetKey } from "../../src/core/shared/key.js";
import { caseFacts } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());

interface Similar {
  readonly dataset: { readonly key: string };
  readonly similar: { readonly key: string };
  readonly snapshotCount: number;
  readonly impact: { readonly productionDeployments: { readonly modelVersion: { readonly key: string } }[] };
}

const fields =
  "similarDatasets { dataset { key } similar { key } snapshotCount impact { productionDeployments { modelVersion { key } } } }";
const declaration = "mutation($input: DeclareSameDatasetInput!) { declareSameDataset(input: $input) { key } }";

/** The facts of two namespaces that differ in form only. */
function twoForms() {
  const bucket = randomUUID();
  return { s3: caseFacts(`s3://${bucket}`), s3a: caseFacts(`s3a://${bucket.toUpperCase()}/`) };
}

async function planOf(key: string): Promise<{ verdict: string; similarDatasets: Similar[] }> {
  const { deletionPlan } = await client.answer<{ deletionPlan: { verdict: string; similarDatasets: Similar[] } }>(
    `query($key: String!) { deletionPlan(of: [{ key: $key }]) { verdict ${fields} } }`,
    { key },
  );
  return deletionPlan;
}

async function impactSimilarOf(key: string, asOf: string | null = null): Promise<string[]> {
  const { impact } = await client.answer<{ impact: { similarDatasets: Similar[] } }>(
    `query($key: String!, $asOf: DateTime) { impact(of: [{ key: $key }], asOf: $asOf) { ${fields} } }`,
    { key, asOf },
  );
  return impact.similarDatasets.map(({ similar }) => similar.key);
}

test("a plan names the dataset whose name differs in form only, with its snapshots and dependent production models", async () => {
  const { s3, s3a } = twoForms();
  await client.record(s3.snapshot("orders@1"), s3a.run("train", ["Orders/@1", "Orders/@2"]));
  await client.record(s3a.version("m@1", "train"), s3a.deploy("ep", "m@1"));
  const [target, other] = [datasetKey(s3.namespace, "orders"), datasetKey(s3a.namespace, "Orders/")];
  const expected = {
    dataset: { key: target },
    similar: { key: other },
    snapshotCount: 2,
    impact: { productionDeployments: [{ modelVersion: { key: s3a.v("m@1") } }] },
  };
  expect(await planOf(s3.s("orders@1"))).toEqual({ verdict: "ALLOWED", similarDatasets: [expected] });
  expect(await planOf(target)).toEqual({ verdict: "ALLOWED", similarDatasets: [expected] });
  expect(await impactSimilarOf(s3.s("orders@1"))).toEqual([other]);
  expect(await impactSimilarOf(s3a.s("Orders/@1"))).toEqual([target]);
  expect(await impactSimilarOf(s3a.r("train"))).toEqual([]);
});

test("a dataset that was declared to be the same is not named, also through a third name; earlier it was", async () => {
  const { s3, s3a } = twoForms();
  const third = caseFacts();
  await client.record(s3.snapshot("orders@1"), s3a.snapshot("orders@1"));
  const [one, other] = [datasetKey(s3.namespace, "orders"), datasetKey(s3a.namespace, "orders")];
  expect(await impactSimilarOf(s3.s("orders@1"))).toEqual([other]);
  const before = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  for (const { namespace } of [s3, s3a])
    await client.answer(declaration, {
      input: {
        dataset: { namespace, name: "orders" },
        alias: { namespace: third.namespace, name: "renamed" },
        reason: "renamed",
      },
    });
  expect(await impactSimilarOf(s3.s("orders@1"))).toEqual([]);
  expect(await impactSimilarOf(s3.s("orders@1"), before)).toEqual([other]);
  expect(await impactSimilarOf(s3a.s("orders@1"))).toEqual([]);
  expect((await planOf(one)).similarDatasets).toEqual([]);
});

test("the files of a folder are compared as well, and a name without snapshots is not named", async () => {
  const { s3, s3a } = twoForms();
  await client.record(
    s3.snapshot("d@1", { members: [{ path: "a", digest: `sha256:a-${s3.namespace}` }] }),
    s3.snapshot("d/a@1", { digest: `sha256:a-${s3.namespace}` }),
    s3a.snapshot("d/A@1"),
  );
  await client.answer(declaration, {
    input: {
      dataset: { namespace: caseFacts().namespace, name: "d" },
      alias: { namespace: s3a.namespace, name: "d" },
      reason: "renamed",
    },
  });
  expect((await planOf(s3.s("d@1"))).similarDatasets.map(({ similar }) => similar.key)).toEqual([
    datasetKey(s3a.namespace, "d/A"),
  ]);
});
