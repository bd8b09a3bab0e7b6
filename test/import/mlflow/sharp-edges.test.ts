import { join } from "node:path";
import { fixtures, readStore } from "./read-store.js";
import { changedDatabase, removeTemporaryFolders } from "./temporary-store.js";

afterAll(removeTemporaryFolders);

const database = join(fixtures, "mlflow.db");
const digitsRun = "1c797130b128446a96b9bbdff58570ab";

test("a dataset without a context, or with other tags only, is still an input", async () => {
  const { graph } = await readStore(
    changedDatabase(`UPDATE input_tags SET name = 'note' WHERE name = 'mlflow.data.context' AND value = 'reference'`),
  );
  expect(graph.edges.filter(({ role }) => role === "input")).toHaveLength(2);
  expect(graph.edges.filter(({ role }) => role === "reference")).toEqual([]);
});

test("a dataset in two experiments is one snapshot with the location of the first", async () => {
  const path = changedDatabase(
    `INSERT INTO datasets SELECT 'again', 3, name, digest, 'local', '{"uri": "/tmp/copy.parquet"}', NULL, NULL FROM datasets WHERE digest = 'd9a95bd2' LIMIT 1`,
  );
  const { facts } = await readStore(path);
  const said = facts.flatMap((fact) =>
    fact.operation === "registerDatasetSnapshot" && fact.input.version === "d9a95bd2" ? [fact.input] : [],
  );
  expect(said).toEqual([
    {
      namespace: "mlflow",
      dataset: "breast_cancer",
      version: "d9a95bd2",
      uri: "s3://acme-ml/data/breast_cancer/v2.parquet",
      rowCount: 200,
    },
  ]);
});

test("a logged model without an output row is still an output of its run", async () => {
  const { graph } = await readStore(changedDatabase("DELETE FROM inputs WHERE source_type = 'RUN_OUTPUT'"));
  const original = await readStore(database);
  expect(graph.edgesOf("run->logged_model")).toEqual(original.graph.edgesOf("run->logged_model"));
  const measured = (store: typeof original): number =>
    [...store.graph.runs.values()]
      .flat()
      .flatMap(({ metrics }) => metrics ?? [])
      .filter(({ dataset }) => dataset).length;
  expect(measured({ ...original, graph })).toBe(measured(original));
});

test("a logged model that another run names as its output is produced by both", async () => {
  const path = changedDatabase(
    `INSERT INTO inputs VALUES ('x', 'RUN_OUTPUT', '${digitsRun}', 'MODEL_OUTPUT', 'm-0247883b2cae4f7cbeb3118414d8e618', 0)`,
  );
  const { graph } = await readStore(path);
  const producers = graph.edges.filter(
    ({ target, kind }) => kind === "run->logged_model" && target === "logged_model:m-0247883b2cae4f7cbeb3118414d8e618",
  );
  expect(producers.map(({ source }) => source)).toEqual(["run:90b8549186774bf1ac7a54fecaeb5206", `run:${digitsRun}`]);
});

test("each kind of source of a registered version", async () => {
  const { graph } = await readStore(database);
  const version = (id: string) => graph.versions.get(`version:${id}`);
  expect(version("cancer-classifier/3")).toMatchObject({
    artifactUri: "s3://acme-ml/mlflow/1/models/m-0247883b2cae4f7cbeb3118414d8e618/artifacts",
    producedBy: { namespace: "mlflow", externalId: "90b8549186774bf1ac7a54fecaeb5206" },
    derivedFrom: [{ namespace: "mlflow", model: "1/model", version: "m-0247883b2cae4f7cbeb3118414d8e618" }],
    createdAt: "2026-01-05T16:23:47.953Z",
  });
  expect(version("prod.cancer-classifier/1")?.derivedFrom).toEqual([
    { namespace: "mlflow", model: "cancer-classifier", version: "3" },
  ]);
  expect(version("digit-reader/3")).toMatchObject({
    artifactUri: expect.stringMatching(/artifacts\/tree$/),
    producedBy: { externalId: "4a1c97b9918e4698a6f0d55222cd3fae" },
  });
  expect(version("digit-reader/3")?.derivedFrom).toBeUndefined();
  expect(version("digit-reader/4")).toMatchObject({ artifactUri: "s3://acme-external/models/digits-vendor/7" });
  expect(version("digit-reader/4")?.producedBy).toBeUndefined();
});

test("a source without a version, or with a missing model, is a problem, and the version is registered", async () => {
  const path = changedDatabase(
    "UPDATE model_versions SET source = 'models:/cancer-classifier@champion' WHERE name = 'digit-reader' AND version = 1",
    "UPDATE model_versions SET source = 'models:/m-00000000000000000000000000000000' WHERE name = 'digit-reader' AND version = 2",
  );
  const { graph, problems } = await readStore(path);
  expect(graph.ids("version")).toHaveLength(24);
  expect(problems.filter(({ place }) => place === "model_versions")).toEqual([
    {
      place: "model_versions",
      id: "digit-reader/1",
      why: expect.stringContaining("models:/cancer-classifier@champion, which does not name a version"),
    },
    {
      place: "model_versions",
      id: "digit-reader/2",
      why: expect.stringContaining("m-00000000000000000000000000000000, which is no longer in the store"),
    },
    {
      place: "model_versions",
      id: "digit-reader/4",
      why: "its source s3://acme-external/models/digits-vendor/7 names no run or model of the store; the origin of the version is unknown",
    },
  ]);
});

test("a renamed model has its new name, regardless of the logged model's tag", async () => {
  const { graph } = await readStore(
    changedDatabase(
      "UPDATE registered_models SET name = 'renamed' WHERE name = 'drift-detector'",
      "UPDATE model_versions SET name = 'renamed' WHERE name = 'drift-detector'",
      "UPDATE registered_model_aliases SET name = 'renamed' WHERE name = 'drift-detector'",
    ),
  );
  expect(graph.ids("version").filter((id) => /drift|renamed/.test(id))).toEqual(["version:renamed/1"]);
  expect(graph.aliases.filter(({ model }) => model === "renamed")).toMatchObject([{ alias: "champion", version: "1" }]);
});

test("a deleted version is omitted and counted; an alias to it is a problem", async () => {
  const path = changedDatabase(
    "INSERT INTO registered_model_aliases (alias, version, name) VALUES ('old', 6, 'diabetes-risk'), ('lost', 99, 'diabetes-risk')",
  );
  const { graph, problems, skipped } = await readStore(path);
  expect(graph.ids("version")).not.toContain("version:diabetes-risk/6");
  expect(skipped).toEqual({ deletedRuns: 0, deletedLoggedModels: 0, deletedModelVersions: 1 });
  expect(problems.filter(({ place }) => place === "registered_model_aliases")).toEqual([
    {
      place: "registered_model_aliases",
      id: "diabetes-risk@old",
      why: "it names version 6, which was deleted; the alias is omitted",
    },
    {
      place: "registered_model_aliases",
      id: "diabetes-risk@lost",
      why: "it names version 99, which is not in the store; the alias is omitted",
    },
  ]);
});

test("metrics that no number represents are texts", async () => {
  const { graph } = await readStore(
    changedDatabase(
      `INSERT INTO latest_metrics VALUES ('falls', -1.7976931348623157e308, 1, -2, 0, '97718208d2ff4b979ff68056fcce2aa2')`,
      `UPDATE logged_model_metrics SET metric_value = NULL WHERE metric_name = 'val_accuracy' AND run_id = 'e1df7018ebeb4787b2d3dab63db1b90b'`,
    ),
  );
  const [run] = graph.runs.get("run:97718208d2ff4b979ff68056fcce2aa2") ?? [];
  expect(run?.metrics?.filter(({ text }) => text)).toEqual([
    { name: "loss", text: "NaN", step: 5, at: "2026-01-07T12:58:42.508Z" },
    { name: "grad_norm", text: "Infinity", step: 0, at: "2026-01-07T12:58:42.516Z" },
    { name: "auc", text: "NaN", step: 0, at: "2026-01-07T12:58:42.521Z" },
    { name: "falls", text: "-Infinity", step: -2, at: "1970-01-01T00:00:00.001Z" },
  ]);
  const [measured] = graph.runs.get("run:e1df7018ebeb4787b2d3dab63db1b90b") ?? [];
  expect(measured?.metrics?.find(({ name, dataset }) => name === "val_accuracy" && dataset)).toMatchObject({
    text: "NaN",
  });
});

test("the remains of mlflow gc are a problem, not a run; so is a version of unknown origin", async () => {
  const { graph, problems } = await readStore(database);
  expect(graph.ids("run")).not.toContain("run:8ebc2969160f41e68424265284cb0e9f");
  expect(problems).toEqual([
    {
      place: "inputs",
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      why: expect.stringContaining("run 8ebc2969160f41e68424265284cb0e9f, which used the dataset "),
    },
    {
      place: "model_versions",
      id: "digit-reader/4",
      why: "its source s3://acme-external/models/digits-vendor/7 names no run or model of the store; the origin of the version is unknown",
    },
  ]);
});

test("inputs whose dataset or model is missing are problems of their row", async () => {
  const { problems, graph } = await readStore(
    changedDatabase(
      "DELETE FROM datasets WHERE name = 'orphan' OR digest = '422f2813'",
      "DELETE FROM logged_models WHERE model_id = 'm-ccdb1fae72234a569b70554643094f44'",
    ),
  );
  expect(problems.filter(({ why }) => why.includes("no longer in the table datasets"))).toHaveLength(2);
  expect(
    problems.filter(({ why }) =>
      why.includes("m-ccdb1fae72234a569b70554643094f44, which is no longer in the table logged_models"),
    ),
  ).toHaveLength(2);
  expect(graph.ids("run")).toHaveLength(42);
});
