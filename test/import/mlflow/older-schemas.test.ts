import { openMlflowStore } from "../../../src/adapters/importers/mlflow/open-mlflow-store.js";
import { readStore } from "./read-store.js";
import { newDatabase, removeTemporaryFolders } from "./temporary-store.js";

afterAll(removeTemporaryFolders);

/** The tables of MLflow 1.3 as far as this test needs them: no registry, and rows found by key first. */
const mlflow1 = [
  "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
  "INSERT INTO alembic_version VALUES ('89d4b8295536')",
  "CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(256) UNIQUE NOT NULL, artifact_location VARCHAR(256), lifecycle_stage VARCHAR(32))",
  `CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250), source_type VARCHAR(20), source_name VARCHAR(500), entry_point_name VARCHAR(50), user_id VARCHAR(256),
    status VARCHAR(20), start_time BIGINT, end_time BIGINT, source_version VARCHAR(50), lifecycle_stage VARCHAR(20), artifact_uri VARCHAR(200), experiment_id INTEGER)`,
  "CREATE TABLE tags (key VARCHAR(250) NOT NULL, value VARCHAR(5000), run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid))",
  "CREATE TABLE params (key VARCHAR(250) NOT NULL, value VARCHAR(250) NOT NULL, run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid))",
  "CREATE TABLE latest_metrics (key VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT, step BIGINT NOT NULL, is_nan BOOLEAN NOT NULL, run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid))",
  "INSERT INTO experiments VALUES (0, 'Default', './mlruns/0', 'active')",
  "INSERT INTO runs VALUES ('r1', '', 'PROJECT', 'https://git.example.com/acme/train.git#sub', 'main', 'ana', 'FINISHED', 1570000000000, 1570000060000, 'abc123', 'active', './mlruns/0/r1/artifacts', 0)",
  "INSERT INTO runs VALUES ('r2', '', 'LOCAL', 'train me.py', '', 'ana', 'KILLED', 1570000000000, NULL, '', 'active', './mlruns/0/r2/artifacts', 0)",
  "INSERT INTO tags VALUES ('mlflow.runName', 'first', 'r1'), ('mlflow.parentRunId', 'r1', 'r2')",
  "INSERT INTO params VALUES ('alpha', '0.5', 'r1')",
  "INSERT INTO latest_metrics VALUES ('rmse', 0.7, 1570000050000, 9, 0, 'r1')",
];

const registryOf1_8 = [
  "CREATE TABLE registered_models (name VARCHAR(256) NOT NULL PRIMARY KEY, creation_time BIGINT, last_updated_time BIGINT, description VARCHAR(5000))",
  `CREATE TABLE model_versions (name VARCHAR(256) NOT NULL, version INTEGER NOT NULL, creation_time BIGINT, last_updated_time BIGINT, description VARCHAR(5000), user_id VARCHAR(256),
    current_stage VARCHAR(20), source VARCHAR(500), run_id VARCHAR(32), status VARCHAR(20), status_message VARCHAR(500), PRIMARY KEY (name, version))`,
  "INSERT INTO registered_models VALUES ('risk', 1570000000000, 1570000000000, NULL)",
  "INSERT INTO model_versions VALUES ('risk', 1, 1570000070000, 1570000080000, NULL, NULL, 'Production', './mlruns/0/r1/artifacts/model', 'r1', 'READY', NULL)",
];

const datasetsOf2_4 = [
  "CREATE TABLE datasets (dataset_uuid VARCHAR(36) NOT NULL, experiment_id INTEGER NOT NULL, name VARCHAR(500) NOT NULL, digest VARCHAR(36) NOT NULL, dataset_source_type VARCHAR(36) NOT NULL, dataset_source TEXT NOT NULL, dataset_schema TEXT, dataset_profile TEXT, PRIMARY KEY (experiment_id, name, digest))",
  "CREATE TABLE inputs (input_uuid VARCHAR(36) NOT NULL, source_type VARCHAR(36) NOT NULL, source_id VARCHAR(36) NOT NULL, destination_type VARCHAR(36) NOT NULL, destination_id VARCHAR(36) NOT NULL, PRIMARY KEY (source_type, source_id, destination_type, destination_id))",
  "CREATE TABLE input_tags (input_uuid VARCHAR(36) NOT NULL, name VARCHAR(255) NOT NULL, value VARCHAR(500) NOT NULL, PRIMARY KEY (input_uuid, name))",
  "CREATE TABLE registered_model_aliases (alias VARCHAR(256) NOT NULL, version INTEGER NOT NULL, name VARCHAR(256) NOT NULL, PRIMARY KEY (name, alias))",
  `INSERT INTO datasets VALUES ('d1', 0, 'customers', 'ab12cd34', 'local', '{"uri": "/data/customers.csv"}', NULL, '{"features_shape": [70, 3]}')`,
  "INSERT INTO inputs VALUES ('i1', 'DATASET', 'd1', 'RUN', 'r1')",
  "INSERT INTO input_tags VALUES ('i1', 'mlflow.data.context', 'training')",
  "INSERT INTO registered_model_aliases VALUES ('champion', 1, 'risk')",
];

test("MLflow 1.3: runs with fields that were columns then", async () => {
  const { facts, problems } = await readStore(newDatabase(...mlflow1));
  expect(problems).toEqual([]);
  expect(facts).toEqual([
    { operation: "registerCodeCommit", input: { repository: "unknown", sha: "abc123" } },
    {
      operation: "recordRun",
      input: {
        namespace: "mlflow",
        externalId: "r1",
        status: "COMPLETED",
        observedAt: expect.any(String),
        deletedAtSource: false,
        tags: [],
        name: "first",
        experiment: "Default",
        by: "ana",
        startedAt: "2019-10-02T07:06:40.000Z",
        endedAt: "2019-10-02T07:07:40.000Z",
        command: "mlflow run 'https://git.example.com/acme/train.git#sub' -e main",
        codeCommit: { repository: "unknown", sha: "abc123" },
        parameters: [{ name: "alpha", value: "0.5" }],
        metrics: [{ name: "rmse", value: 0.7, step: 9, at: "2019-10-02T07:07:30.000Z" }],
      },
    },
    {
      operation: "recordRun",
      input: {
        namespace: "mlflow",
        externalId: "r2",
        status: "ABORTED",
        observedAt: expect.any(String),
        deletedAtSource: false,
        tags: [],
        experiment: "Default",
        by: "ana",
        startedAt: "2019-10-02T07:06:40.000Z",
        command: "python 'train me.py'",
        parent: { namespace: "mlflow", externalId: "r1" },
      },
    },
  ]);
});

test("MLflow 1.8: registered versions and their stages", async () => {
  const { graph } = await readStore(newDatabase(...mlflow1, ...registryOf1_8), {
    deployedAliases: [{ alias: "Production", stage: "PRODUCTION" }],
  });
  expect(graph.versions.get("version:risk/1")).toEqual({
    namespace: "mlflow",
    model: "risk",
    version: "1",
    producedBy: { namespace: "mlflow", externalId: "r1" },
    artifactUri: "./mlruns/0/r1/artifacts/model",
    createdAt: "2019-10-02T07:07:50.000Z",
  });
  expect(graph.deployments).toMatchObject([
    { endpoint: "risk", modelVersion: { version: "1" }, validFrom: "2019-10-02T07:08:00.000Z" },
  ]);
});

test("MLflow 2.4: datasets and aliases, still without logged models", async () => {
  const { graph, problems } = await readStore(newDatabase(...mlflow1, ...registryOf1_8, ...datasetsOf2_4));
  expect(problems).toEqual([]);
  expect(graph.snapshots.get("dataset:customers@ab12cd34")).toMatchObject({ uri: "/data/customers.csv", rowCount: 70 });
  expect(graph.edgesOf("snapshot->run")).toEqual([
    { kind: "snapshot->run", source: "dataset:customers@ab12cd34", target: "run:r1", role: "training" },
  ]);
  expect(graph.aliases).toMatchObject([{ namespace: "mlflow", model: "risk", alias: "champion", version: "1" }]);
  expect(graph.closure("dataset:customers@ab12cd34", "downstream")).toEqual(new Set(["run:r1", "version:risk/1"]));
});

test("a store from before MLflow 1.3 is refused with the command that upgrades it", async () => {
  const path = newDatabase(...mlflow1.filter((statement) => !statement.includes("latest_metrics")));
  await expect(openMlflowStore(path)).rejects.toThrow(
    `${path} is an MLflow store of a version before 1.3 (schema 89d4b8295536): it has no table latest_metrics. Upgrade a copy with: mlflow db upgrade sqlite:///${path}`,
  );
});
