import { join } from "node:path";
import { fixtures, readStore } from "./read-store.js";
import { changedFiles, removeTemporaryFolders } from "./temporary-store.js";

afterAll(removeTemporaryFolders);

const experiment = "234744995079785858";
const run = `${experiment}/e519f9386e05494a96ea43d3d77cc862`;
const runId = "e519f9386e05494a96ea43d3d77cc862";

test("metrics of logged models on datasets are read from the models' metric files", async () => {
  const { graph, problems } = await readStore(join(fixtures, "mlruns"));
  const [recorded] = graph.runs.get(`run:${runId}`) ?? [];
  const measured = recorded?.metrics
    ?.filter(({ dataset }) => dataset)
    .map(({ name, value, dataset }) => `${name} ${value} ${dataset?.dataset}@${dataset?.version}`);
  expect(measured?.sort()).toEqual([
    "train_accuracy_final 0.55 wine@e5edbf90",
    "train_f1_macro_final 0.4361111111111111 wine@e5edbf90",
    "val_accuracy 0.6666666666666666 wine_val@a4f09ea8",
    "val_f1_macro 0.5363636363636363 wine_val@a4f09ea8",
  ]);
  expect(problems).toEqual([]);
});

test("every record counted is read", async () => {
  for (const store of ["mlruns", "mlflow.db"]) {
    const { recordsRead, recordsCounted } = await readStore(join(fixtures, store));
    expect(recordsRead).toBe(recordsCounted);
  }
});

test("names with slashes are folders; the last point is the one with the highest step, then time", async () => {
  const path = changedFiles({
    [`${run}/metrics/val/loss`]: "3 0.1 2\n9 0.5 1\n4 nan 2\n",
    [`${run}/metrics/up`]: "1 inf\n",
    [`${run}/metrics/down`]: "1 -inf 0 wine 56500386\n",
    [`${run}/params/optimizer/name`]: "adam\nw",
    [`${run}/metrics/broken`]: "not a point\n",
  });
  const { graph, problems } = await readStore(path);
  const [recorded] = graph.runs.get(`run:${runId}`) ?? [];
  const last = recorded?.metrics?.filter(({ dataset, name }) => !dataset && ["val/loss", "up", "down"].includes(name));
  expect(last).toEqual([
    { name: "down", text: "-Infinity", step: 0, at: "1970-01-01T00:00:00.001Z" },
    { name: "up", text: "Infinity", step: 0, at: "1970-01-01T00:00:00.001Z" },
    { name: "val/loss", text: "NaN", step: 2, at: "1970-01-01T00:00:00.004Z" },
  ]);
  expect(recorded?.parameters).toContainEqual({ name: "optimizer/name", value: "adam\nw" });
  expect(problems).toEqual([
    {
      place: `${run}/metrics/broken`,
      id: runId,
      why: "has no line of the form TIMESTAMP VALUE STEP; this metric is omitted",
    },
  ]);
});

test("ids that look like numbers remain unchanged", async () => {
  const dataset = `${experiment}/datasets/00000000000000000000000000000000`;
  const path = changedFiles({
    [`${dataset}/meta.yaml`]: "digest: 1234e567\nname: 0123\nsource: '{}'\nsource_type: code\nprofile: null\n",
    [`${run}/inputs/00000000000000000000000000000000/meta.yaml`]:
      "source_id: 00000000000000000000000000000000\nsource_type: DATASET\ndestination_type: RUN\ntags: {}\n",
  });
  const { graph } = await readStore(path);
  expect(graph.edges).toContainEqual({
    kind: "snapshot->run",
    source: "dataset:0123@1234e567",
    target: `run:${runId}`,
    role: "input",
  });
});

test("a broken file omits only its own record, and is reported", async () => {
  const path = changedFiles({
    [`${run}/meta.yaml`]: "run_id: [unclosed",
    "740643237328465700/meta.yaml": "- a list",
    "models/cancer-classifier/version-2/meta.yaml": null,
    [`${experiment}/datasets/5e13d13a12841b4bdf97973b5b3fd0fe/meta.yaml`]: "name: wine\n",
    [`${experiment}/ae326cf229984c088af4bd1f6b728297/inputs/x/meta.yaml`]: "source_id: gone\nsource_type: DATASET\n",
    [`${experiment}/ae326cf229984c088af4bd1f6b728297/inputs/y/meta.yaml`]:
      "source_id: m-gone\ndestination_id: m-gone\nsource_type: MODEL\n",
  });
  const { graph, problems } = await readStore(path);
  // The runs of the experiment whose meta.yaml is broken are imported; only the broken run is not.
  expect(graph.ids("run")).toEqual(expect.arrayContaining(["run:ae326cf229984c088af4bd1f6b728297"]));
  expect(graph.ids("run")).toHaveLength(7);
  expect(graph.ids("run")).not.toContain(`run:${runId}`);
  expect(problems.map(({ place, id, why }) => `${place} | ${id} | ${why}`)).toEqual([
    expect.stringMatching(/^740643237328465700\/meta\.yaml \| 740643237328465700 \| does not contain fields/),
    expect.stringMatching(
      /^234744995079785858\/datasets\/5e13d13a12841b4bdf97973b5b3fd0fe\/meta\.yaml \| .* \| has no digest; this dataset is omitted$/,
    ),
    expect.stringMatching(
      /\/ae326cf229984c088af4bd1f6b728297\/inputs\/x \| .* \| the run used the dataset gone, whose .*gone\/meta\.yaml cannot be read/,
    ),
    expect.stringMatching(
      /\/ae326cf229984c088af4bd1f6b728297\/inputs \| m-gone \| run .* used the model m-gone, which is no longer in the store/,
    ),
    expect.stringMatching(
      /^234744995079785858\/e519f9386e05494a96ea43d3d77cc862\/meta\.yaml \| .* \| cannot be read: /,
    ),
    expect.stringMatching(/^models\/cancer-classifier\/version-2\/meta\.yaml \| version-2 \| cannot be read: /),
    expect.stringMatching(
      /^models\/cancer-classifier\/aliases\/champion \| cancer-classifier@champion \| it names version 2, which is not in the store/,
    ),
  ]);
});

test("a run of MLflow 1.x, with textual statuses and the models that a tag lists", async () => {
  const legacy = `${experiment}/0123456789abcdef0123456789abcdef`;
  const path = changedFiles({
    [`${legacy}/meta.yaml`]:
      "run_uuid: 0123456789abcdef0123456789abcdef\nname: old\nstatus: FINISHED\nsource_type: 3\nsource_name: .\nentry_point_name: train\nsource_version: feedface\nartifact_uri: file:///nowhere\nstart_time: 1\n",
    [`${legacy}/tags/mlflow.log-model.history`]: JSON.stringify([
      { artifact_path: "model" },
      { artifact_path: "../../escape" },
      { utc_time_created: "x" },
    ]),
    [`${legacy}/artifacts/model/requirements.txt`]: "numpy==1.16.0\n",
  });
  const { facts, problems } = await readStore(path);
  const environment = facts.find(
    ({ operation, input }) =>
      operation === "registerEnvironment" && "requirements" in input && input.requirements === "numpy==1.16.0\n",
  );
  expect(environment).toBeDefined();
  const recorded = facts.find(
    ({ operation, input }) =>
      operation === "recordRun" && "externalId" in input && input.externalId === "0123456789abcdef0123456789abcdef",
  );
  expect(recorded?.input).toMatchObject({
    name: "old",
    status: "COMPLETED",
    command: "mlflow run . -e train",
    codeCommit: { repository: "unknown", sha: "feedface" },
    environment: { digest: expect.stringMatching(/^sha256:/) },
  });
  expect(problems).toEqual([]);
});
