import { readStore } from "../read-store.js";
import { removeTemporaryFolders } from "../temporary-store.js";
import { SmallFiles } from "./small-files.js";
import { start } from "./small-database.js";

afterAll(removeTemporaryFolders);

const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(32)) as [string, string, string];
const modelId = `m-${"1".repeat(32)}`;

test("08: runs in a folder without meta.yaml are imported, and the folder is a problem", async () => {
  const store = new SmallFiles();
  store.experiment("0", "Default");
  store.run("0", a);
  store.run("1", b, { params: { lr: "0.1" } });
  const { graph, problems } = await readStore(store.path);
  expect(graph.ids("run")).toEqual([`run:${a}`, `run:${b}`]);
  expect(graph.runs.get(`run:${b}`)).toMatchObject([{ parameters: [{ name: "lr", value: "0.1" }] }]);
  expect(problems).toEqual([
    { place: "1/meta.yaml", id: "1", why: "does not exist; the runs in its folder are imported without an experiment" },
  ]);
});

test("08: runs of an experiment whose meta.yaml cannot be read are imported, also in the trash", async () => {
  const store = new SmallFiles();
  store.experiment("0", "Default");
  store.put("1/meta.yaml", "- a list");
  store.run("1", a);
  store.run("2", b, { folder: ".trash/2" });
  store.put("notes/readme.txt", "no experiment");
  const { graph, problems } = await readStore(store.path);
  expect(graph.ids("run")).toEqual([`run:${a}`, `run:${b}`]);
  expect(graph.runs.get(`run:${b}`)).toMatchObject([{ deletedAtSource: true }]);
  expect(problems.map(({ place }) => place)).toEqual(["1/meta.yaml", ".trash/2/meta.yaml"]);
});

test("09: environments of a run at a foreign path, in the trash, and without the tag that lists models", async () => {
  const store = new SmallFiles();
  const tags = { "mlflow.log-model.history": '[{"artifact_path": "model"}]' };
  store.experiment("0", "Default");
  store.experiment("1", "gone", { folder: ".trash/1", stage: "deleted" });
  const uri = "file:///C:/x/mlruns/0/y/artifacts";
  const runs = [
    store.run("0", a, { uri, tags }),
    store.run("1", b, { uri, tags, folder: ".trash/1" }),
    store.run("0", c, { uri }),
  ];
  for (const run of runs) {
    store.put(`${run}/artifacts/model/requirements.txt`, "scikit-learn==1.5.0\n");
    store.put(`${run}/artifacts/model/MLmodel`, "flavors: {}\n");
  }
  const { graph, facts, problems } = await readStore(store.path);
  expect(problems).toEqual([]);
  expect(facts.filter(({ operation }) => operation === "registerEnvironment").map(({ input }) => input)).toEqual([
    { requirements: "scikit-learn==1.5.0\n" },
  ]);
  expect(
    graph
      .edgesOf("environment->run")
      .map(({ target }) => target)
      .sort(),
  ).toEqual([`run:${a}`, `run:${b}`, `run:${c}`]);
});

test("10: a time or a step out of range costs only itself", async () => {
  const store = new SmallFiles();
  store.experiment("0", "Default");
  store.run("0", a, {
    metrics: {
      ok: `${start} 0.5 1\n`,
      micro: `${start}000 0.5 1\n`,
      nano_step: `${start} 0.5 ${start}000000\n`,
      float_time: "1650555555.25 0.5 1\n",
    },
  });
  const { graph, problems } = await readStore(store.path);
  const at = "2023-11-14T22:13:20.000Z";
  expect(graph.runs.get(`run:${a}`)?.[0]?.metrics).toEqual([
    { name: "float_time", value: 0.5, step: 1 },
    { name: "micro", value: 0.5, step: 1 },
    { name: "nano_step", value: 0.5, at },
    { name: "ok", value: 0.5, step: 1, at },
  ]);
  expect(problems.map(({ why }) => why)).toEqual([
    expect.stringMatching(/^metrics .*"at":"1650555555\.25".*; omitted$/),
    expect.stringMatching(/^metrics .*"at":"1700000000000000".*; omitted$/),
    expect.stringMatching(/^metrics .*"step":1700000000000000000.*; omitted$/),
  ]);
});

test("11: the folder of an experiment is read as a store of one experiment; that of a run is refused", async () => {
  const store = new SmallFiles();
  store.experiment(".", "churn", { folder: "." });
  store.run(".", a, { params: { lr: "0.1" }, metrics: { loss: `${start} 1 0\n` } });
  const { graph, problems, recordsRead, recordsCounted } = await readStore(store.path);
  expect(graph.runs.get(`run:${a}`)).toMatchObject([
    { experiment: "churn", parameters: [{ name: "lr", value: "0.1" }] },
  ]);
  expect([problems, recordsRead]).toEqual([[], recordsCounted]);
  await expect(readStore(`${store.path}/${a}`)).rejects.toThrow(
    `${store.path}/${a} is the folder of a run. Give the folder that contains its experiment`,
  );
});

test("12: a model that another run measured has its metrics there", async () => {
  const store = new SmallFiles();
  store.experiment("0", "e");
  store.run("0", a);
  store.run("0", b, { metrics: { acc: `${start} 0.8 1 train d1\n` } });
  store.dataset("0", "9".repeat(32), "s3://b/t");
  store.put(
    `0/models/${modelId}/meta.yaml`,
    `artifact_location: s3://b/${modelId}\ncreation_timestamp: ${start}\nexperiment_id: '0'\nmodel_id: ${modelId}\nname: clf\nsource_run_id: ${a}\n`,
  );
  store.put(`0/models/${modelId}/metrics/acc`, `${start} 0.8 1 ${b} train d1\n`);
  const { graph } = await readStore(store.path);
  const acc = { name: "acc", value: 0.8, step: 1, at: "2023-11-14T22:13:20.000Z" };
  expect(graph.runs.get(`run:${b}`)?.[0]?.metrics).toEqual([
    acc,
    { ...acc, dataset: { namespace: "mlflow", dataset: "train", version: "d1" } },
  ]);
  expect(graph.runs.get(`run:${a}`)?.[0]?.metrics).toBeUndefined();
});

test("12: the dataset of a run's own metric is named where no model was logged", async () => {
  const store = new SmallFiles();
  store.experiment("0", "e");
  store.run("0", a, { metrics: { acc: `${start} 0.7 1 train d1\n${start} 0.8 2 my test set d2\n` } });
  const { graph } = await readStore(store.path);
  expect(
    graph.runs.get(`run:${a}`)?.[0]?.metrics?.map(({ value, dataset }) => [value, dataset?.dataset, dataset?.version]),
  ).toEqual([
    [0.8, undefined, undefined],
    [0.7, "train", "d1"],
    [0.8, "my test set", "d2"],
  ]);
});

test("a source names the run of a version, the logged model of its artifacts, or nothing", async () => {
  const store = new SmallFiles();
  store.experiment("0", "e");
  store.run("0", a);
  store.put(
    `0/models/${modelId}/meta.yaml`,
    `experiment_id: '0'\nmodel_id: ${modelId}\nname: clf\nsource_run_id: ${a}\n`,
  );
  const sources = [
    `mlflow-artifacts:/0/models/${modelId}/artifacts`,
    `runs:/${a}/model`,
    "s3://elsewhere/x",
    `s3://b/0/${a}/artifacts/model`,
    `runs:/${b}/model`,
  ];
  sources.forEach((source, index) =>
    store.put(`models/m/version-${index + 1}/meta.yaml`, `name: m\nversion: ${index + 1}\nsource: ${source}\n`),
  );
  const { graph, problems } = await readStore(store.path);
  expect(
    sources
      .map((_, index) => graph.versions.get(`version:m/${index + 1}`))
      .map((version) => [version?.producedBy?.externalId, version?.derivedFrom?.[0]?.version]),
  ).toEqual([
    [undefined, modelId],
    [a, undefined],
    [undefined, undefined],
    [a, undefined],
    [b, undefined],
  ]);
  expect(problems.map(({ id, why }) => `${id}: ${why}`)).toEqual([
    "m/3: its source s3://elsewhere/x names no run or model of the store; the origin of the version is unknown",
    `m/5: its run ${b} is not in the store; the run is recorded only as a reference`,
  ]);
});

test("a deployed alias that the store does not have is a problem", async () => {
  const store = new SmallFiles();
  store.experiment("0", "e");
  const { problems } = await readStore(store.path, { deployedAliases: [{ alias: "champoin", stage: "PRODUCTION" }] });
  expect(problems).toEqual([
    {
      place: "--deployed-alias",
      id: "champoin",
      why: "no version in the store has this alias or stage, so no deployment is derived from it",
    },
  ]);
});
