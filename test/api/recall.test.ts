import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

interface Task {
  readonly deployment: { readonly id: string; readonly label: string };
  readonly isServing: boolean;
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
  readonly resolvedBy: string | null;
}
interface Recall {
  readonly id: string;
  readonly state: string;
  readonly openTaskCount: number;
  readonly watchedScopes: readonly string[];
  readonly targets: readonly { readonly label: string }[];
  readonly tasks: readonly Task[];
}

const fields =
  "id state by reason closedAt openTaskCount watchedScopes targets { label } tasks { isServing resolvedAt resolvedBy resolution deployment { id label } }";
const open = async (targets: object[], reason = "labels were shuffled"): Promise<Recall> =>
  (
    await app.ask<{ openRecall: Recall }>(
      `mutation($input: OpenRecallInput!) { openRecall(input: $input) { ${fields} } }`,
      { input: { targets, reason } },
    )
  ).openRecall;
const load = async (id: string): Promise<Recall> =>
  (await app.ask<{ recall: Recall }>(`query($id: ID!) { recall(id: $id) { ${fields} } }`, { id })).recall;
const labels = ({ tasks }: Recall): string[] => tasks.map(({ deployment }) => deployment.label);

/** Facts of a chain: data, a run on it, its model version, and a deployment of the version. */
function chain(
  namespace: string,
  name: string,
  { validTo, requirements }: { validTo?: string; requirements?: string } = {},
): object[] {
  const modelVersion = { namespace, model: name, version: "1" };
  return [
    { operation: "registerDatasetSnapshot", input: { namespace, dataset: "customers", version: name } },
    ...(requirements === undefined ? [] : [{ operation: "registerEnvironment", input: { requirements } }]),
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: name,
        status: "COMPLETED",
        inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: "customers", version: name } }],
      },
    },
    { operation: "registerModelVersion", input: { ...modelVersion, producedBy: { namespace, externalId: name } } },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: `${name}-api`,
        stage: "PRODUCTION",
        modelVersion,
        validFrom: "2026-01-01T00:00:00Z",
        validTo,
      },
    },
  ];
}
async function record(...facts: object[]): Promise<void> {
  const { outcomes } = (await (await app.sendFacts(facts)).json()) as {
    outcomes: { status: string; message?: string }[];
  };
  expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
}

test("every serving deployment downstream becomes a task, also one that appears later, but not one that has ended", async () => {
  const namespace = uniqueNamespace();
  await record(...chain(namespace, "churn"), ...chain(namespace, "old", { validTo: "2026-02-01T00:00:00Z" }));
  const snapshot = (version: string) => ({ datasetSnapshot: { namespace, dataset: "customers", version } });
  const recall = await open([snapshot("churn"), snapshot("old")]);
  expect(recall).toMatchObject({
    state: "OPEN",
    by: "local",
    reason: "labels were shuffled",
    openTaskCount: 1,
    watchedScopes: [],
    targets: [{ label: "customers@churn" }, { label: "customers@old" }],
  });
  expect(labels(recall)).toEqual(["churn@1 at churn-api"]);
  await record({
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: "second-api",
      stage: "STAGING",
      modelVersion: { namespace, model: "churn", version: "1" },
      validFrom: "2026-03-01T00:00:00Z",
    },
  });
  expect(labels(await load(recall.id)).sort()).toEqual(["churn@1 at churn-api", "churn@1 at second-api"]);
});

test("a recall of a dataset or a package includes snapshots and releases that are registered later", async () => {
  const namespace = uniqueNamespace();
  const library = `lib-${namespace}`;
  const requirements = `${library}==1.2`;
  await record(...chain(namespace, "churn", { requirements }));
  const dataset = await open([{ dataset: { namespace, name: "customers" } }]);
  const broken = await open([{ package: { name: library, specifier: "<2" } }], "wrong sums");
  expect(broken).toMatchObject({ watchedScopes: [`package ${library} <2`], openTaskCount: 0 });
  await record(...chain(namespace, "credit", { requirements: `${library}==1.9` }), {
    operation: "registerEnvironment",
    input: { requirements: `${library}==2.0` },
  });
  expect((await load(dataset.id)).targets.map(({ label }) => label)).toEqual(["customers@churn", "customers@credit"]);
  expect(labels(await load(dataset.id)).sort()).toEqual(["churn@1 at churn-api", "credit@1 at credit-api"]);
  expect((await load(broken.id)).targets).toHaveLength(2);
});

test("open recalls appear on every node they reach, including their targets, until they are closed", async () => {
  const namespace = uniqueNamespace();
  await record(...chain(namespace, "churn"));
  const { id, tasks } = await open([{ run: { namespace, externalId: "churn" } }]);
  const reached = async (ref: object): Promise<number> =>
    (
      await app.ask<{ lineageNode: { recalls: unknown[] } }>(
        "query($ref: NodeRefInput!) { lineageNode(ref: $ref) { recalls { id } } }",
        { ref },
      )
    ).lineageNode.recalls.length;
  const version = { modelVersion: { namespace, model: "churn", version: "1" } };
  const data = { datasetSnapshot: { namespace, dataset: "customers", version: "churn" } };
  expect([
    await reached(version),
    await reached({ run: { namespace, externalId: "churn" } }),
    await reached(data),
  ]).toEqual([1, 1, 0]);

  const close = () =>
    app.graphql<{ closeRecall: Recall }>(`mutation($id: ID!) { closeRecall(recall: $id) { ${fields} } }`, { id });
  expect((await close()).errors).toMatchObject([
    { extensions: { code: "CONFLICT" }, message: expect.stringContaining("has 1 open task: deployment:") },
  ]);
  const resolve = (deployment: string | undefined, resolution = "rolled back") =>
    app.graphql(
      `mutation($input: ResolveRecallTaskInput!) { resolveRecallTask(input: $input) { ${fields} } }`,
      { input: { recall: id, deployment, resolution } },
      { principal: "grace" },
    );
  const [task] = tasks;
  expect((await resolve("nothing")).errors).toMatchObject([
    { extensions: { code: "NOT_FOUND" }, message: expect.stringMatching(/^the recall \S+ has no task for nothing;/) },
  ]);
  expect((await resolve(task?.deployment.id, " ")).errors).toMatchObject([
    { extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining("resolution: is empty") },
  ]);
  expect((await resolve(task?.deployment.id)).data).toMatchObject({
    resolveRecallTask: {
      openTaskCount: 0,
      tasks: [{ resolution: "rolled back", resolvedBy: "grace", isServing: true }],
    },
  });
  expect((await resolve(task?.deployment.id)).errors).toMatchObject([
    {
      extensions: { code: "CONFLICT" },
      message: expect.stringContaining("was already resolved by grace: rolled back"),
    },
  ]);
  expect((await close()).data.closeRecall).toMatchObject({
    state: "CLOSED",
    closedAt: expect.any(String),
    tasks: [{ resolution: "rolled back" }],
  });
  expect((await close()).errors).toMatchObject([
    { extensions: { code: "CONFLICT" }, message: expect.stringContaining("was closed at") },
  ]);
  expect(await reached(version)).toBe(0);
});

test("a recalled version is not a rollback target; the previous one is", async () => {
  const namespace = uniqueNamespace();
  const version = (name: string) => ({ namespace, model: "m", version: name });
  const deploy = (name: string, month: string) => ({
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: "api",
      stage: "PRODUCTION",
      modelVersion: version(name),
      validFrom: `2026-${month}-01T00:00:00Z`,
    },
  });
  await record(
    ...["0", "1", "2", "3"].map((name) => ({
      operation: "registerModelVersion",
      input: { ...version(name), ...(name !== "0" && { derivedFrom: [version("0")] }) },
    })),
    deploy("1", "01"),
    deploy("2", "02"),
    deploy("3", "03"),
  );
  const target = async (asOf?: string): Promise<string[]> => {
    const query = `query($of: [NodeRefInput!]!, $asOf: DateTime) { impact(of: $of, asOf: $asOf) { affected(minSeverity: ROLLBACK_TARGET, kinds: [DEPLOYMENT]) { edges { node { severity node { label } } } } } }`;
    const { impact } = await app.ask<{
      impact: { affected: { edges: { node: { severity: string; node: { label: string } } }[] } };
    }>(query, { of: ["0"].map((name) => ({ modelVersion: version(name) })), asOf });
    return impact.affected.edges
      .filter(({ node }) => node.severity === "ROLLBACK_TARGET")
      .map(({ node }) => node.node.label);
  };
  expect(await target()).toEqual(["m@2 at api"]);
  const before = new Date().toISOString();
  await open([{ modelVersion: version("2") }]);
  expect(await target()).toEqual(["m@1 at api"]);
  expect(await target(before)).toEqual(["m@2 at api"]);
});

test("recalls are listed newest first, by state, in pages in both directions; a repeated key opens one", async () => {
  const namespace = uniqueNamespace();
  await record(...chain(namespace, "churn"));
  const input = { targets: [{ run: { namespace, externalId: "churn" } }], reason: "one", idempotencyKey: namespace };
  const mutation = "mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }";
  const twice = await Promise.all([1, 2].map(() => app.ask<{ openRecall: { id: string } }>(mutation, { input })));
  expect(twice[0]).toEqual(twice[1]);
  const second = await open([{ run: { namespace, externalId: "churn" } }], "two");
  const first = twice[0]?.openRecall.id ?? "";
  interface Page {
    readonly totalCount: number;
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  }
  const page = async (args: string): Promise<Page> =>
    (await app.ask<{ recalls: Page }>(`{ recalls(state: OPEN, ${args}) { totalCount edges { cursor node { id } } } }`))
      .recalls;
  const all = await page("first: 500");
  const places = new Map(all.edges.map(({ node, cursor }) => [node.id, cursor]));
  expect([...places.keys()].indexOf(second.id)).toBeLessThan([...places.keys()].indexOf(first));
  expect((await page(`first: 500, after: "${places.get(second.id)}"`)).edges.map(({ node }) => node.id)).toContain(
    first,
  );
  expect((await page(`last: 500, before: "${places.get(first)}"`)).edges.map(({ node }) => node.id)).toContain(
    second.id,
  );
  expect(all.totalCount).toBeGreaterThanOrEqual(2);
});

test("invalid recalls are rejected with a remedy", async () => {
  const mutation = "mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }";
  const refusal = async (input: object): Promise<unknown> => (await app.graphql(mutation, { input })).errors?.[0];
  expect(await refusal({ targets: [], reason: "x" })).toMatchObject({
    message: "targets is empty; name at least one node",
  });
  expect(await refusal({ targets: [{ key: "run:no/such" }], reason: "x" })).toMatchObject({
    extensions: { code: "NOT_FOUND" },
  });
  expect(await refusal({ targets: [{ key: "run:no/such" }], reason: " " })).toMatchObject({
    message: expect.stringContaining("reason: is empty"),
  });
  expect(await app.ask('{ recall(id: "nonsense") { id } }')).toEqual({ recall: null });
});
