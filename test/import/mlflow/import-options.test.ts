import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArtifactMapping, parseDeployedAlias } from "../../../src/adapters/importers/mlflow/import-options.js";
import { fixtures, readStore } from "./read-store.js";
import {
  changedDatabase,
  changedFiles,
  removeTemporaryFolders,
  temporaryFolder,
  writeFiles,
} from "./temporary-store.js";

afterAll(removeTemporaryFolders);

const database = join(fixtures, "mlflow.db");

test("deployed aliases", () => {
  expect(parseDeployedAlias("champion")).toEqual({ alias: "champion", stage: "PRODUCTION" });
  expect(parseDeployedAlias("challenger=staging")).toEqual({ alias: "challenger", stage: "STAGING" });
  expect(() => parseDeployedAlias("champion=LIVE")).toThrow(
    /"champion=LIVE" is not of the form ALIAS or ALIAS=STAGE, with a stage of PRODUCTION, STAGING, SHADOW, DEVELOPMENT/,
  );
  expect(() => parseDeployedAlias("=STAGING")).toThrow(/is not of the form/);
});

test("artifact folders", () => {
  expect(parseArtifactMapping("s3://b/x=y/=/mnt")).toEqual({ prefix: "s3://b/x=y/", folder: "/mnt" });
  expect(() => parseArtifactMapping("s3://b")).toThrow(/is not of the form PREFIX=FOLDER/);
});

test("a deployed alias serves since the version's last update", async () => {
  const { graph } = await readStore(database, {
    deployedAliases: [parseDeployedAlias("champion"), parseDeployedAlias("challenger=STAGING")],
  });
  expect(graph.deployments).toHaveLength(10);
  expect(graph.deployments.filter(({ modelVersion }) => modelVersion.model.startsWith("wein-klassifikator"))).toEqual([
    {
      namespace: "mlflow",
      by: "mlflow",
      endpoint: "wein-klassifikator-ß",
      stage: "PRODUCTION",
      modelVersion: { namespace: "mlflow", model: "wein-klassifikator-ß", version: "3" },
      validFrom: "2026-01-06T17:20:28.824Z",
    },
    // An endpoint has one stage: the second stage has its own endpoint.
    {
      namespace: "mlflow",
      by: "mlflow",
      endpoint: "wein-klassifikator-ß/staging",
      stage: "STAGING",
      modelVersion: { namespace: "mlflow", model: "wein-klassifikator-ß", version: "4" },
      validFrom: "2026-01-06T22:15:05.287Z",
    },
    {
      namespace: "mlflow",
      by: "mlflow",
      endpoint: "wein-klassifikator-ß.mini",
      stage: "PRODUCTION",
      modelVersion: { namespace: "mlflow", model: "wein-klassifikator-ß.mini", version: "1" },
      validFrom: "2026-01-09T16:36:32.162Z",
    },
  ]);
  expect((await readStore(database)).graph.deployments).toEqual([]);
});

test("a single stage has the endpoint with the name of the model", async () => {
  const { graph } = await readStore(database, { deployedAliases: [parseDeployedAlias("shadow=SHADOW")] });
  expect(graph.deployments).toMatchObject([{ endpoint: "cancer-classifier", stage: "SHADOW" }]);
});

test("a deployed legacy stage", async () => {
  const path = changedDatabase(
    "UPDATE model_versions SET current_stage = 'Production' WHERE name = 'digit-reader' AND version = 2",
    "UPDATE model_versions SET current_stage = 'Production', last_updated_time = NULL WHERE name = 'digit-reader' AND version = 5",
  );
  const { graph, problems } = await readStore(path, { deployedAliases: [parseDeployedAlias("Production")] });
  expect(graph.deployments).toMatchObject([
    { endpoint: "digit-reader", modelVersion: { version: "2" }, validFrom: "2026-01-09T05:45:15.648Z" },
  ]);
  expect(problems.at(-1)?.why ?? "").toBe(
    "version 5 has no last update time, so the deployment behind Production is omitted",
  );
});

test("every name is in the namespace; a workspace has its own namespace below it", async () => {
  const path = changedDatabase("UPDATE experiments SET workspace = 'team-b' WHERE experiment_id = 3");
  const { facts } = await readStore(path, { namespace: "prod" });
  const namespaces = new Set(JSON.stringify(facts).match(/"namespace":"[^"]*"/g));
  expect([...namespaces].sort()).toEqual(['"namespace":"prod"', '"namespace":"prod/team-b"']);
  const [run] = facts.flatMap((fact) =>
    fact.operation === "recordRun" && fact.input.experiment === "diabetes-progression" ? [fact.input] : [],
  );
  expect(run).toMatchObject({
    namespace: "prod/team-b",
    inputs: [{ datasetSnapshot: { namespace: "prod/team-b" } }, {}],
  });
});

test("deleted runs and logged models are omitted with every reference to them on request", async () => {
  const changes = [
    "UPDATE logged_models SET lifecycle_stage = 'deleted' WHERE model_id = 'm-ccdb1fae72234a569b70554643094f44'",
    "UPDATE experiments SET lifecycle_stage = 'deleted' WHERE experiment_id = 5",
  ];
  const { facts, skipped, graph } = await readStore(changedDatabase(...changes), { skipDeleted: true });
  expect(skipped).toEqual({ deletedRuns: 7, deletedLoggedModels: 2, deletedModelVersions: 1 });
  expect(JSON.stringify([...graph.edges, ...graph.nodes])).not.toMatch(
    /f05cf69ca1f344be963f6651df7116d8|m-ccdb1fae72234a569b70554643094f44/,
  );
  expect(facts.some((fact) => fact.operation === "recordRun" && fact.input.deletedAtSource)).toBe(false);
  expect(graph.ids("version")).toHaveLength(24);
  expect(
    (await readStore(changedDatabase(...changes))).facts.filter(
      (fact) => fact.operation === "recordRun" && fact.input.deletedAtSource,
    ),
  ).toHaveLength(7);
});

test("deleted runs of a file store, and those of deleted experiments, are omitted on request", async () => {
  const run = "234744995079785858/ae326cf229984c088af4bd1f6b728297/meta.yaml";
  const path = changedFiles({
    [run]: "run_id: ae326cf229984c088af4bd1f6b728297\nlifecycle_stage: deleted\nstatus: 3\n",
  });
  mkdirSync(join(path, ".trash"), { recursive: true });
  cpSync(join(path, "740643237328465700"), join(path, ".trash", "740643237328465700"), { recursive: true });
  writeFiles(path, { "740643237328465700": null });
  const marked = await readStore(path);
  expect(marked.facts.filter((fact) => fact.operation === "recordRun" && fact.input.deletedAtSource)).toHaveLength(7);
  const { facts, skipped } = await readStore(path, { skipDeleted: true });
  expect(skipped).toEqual({ deletedRuns: 7, deletedLoggedModels: 3, deletedModelVersions: 0 });
  expect(JSON.stringify(facts)).not.toContain("ae326cf229984c088af4bd1f6b728297");
});

describe("the files of logged models", () => {
  const environments = async (path: string, prefix?: string, folder?: string): Promise<number> => {
    const { facts } = await readStore(
      path,
      prefix !== undefined && folder !== undefined ? { artifacts: [{ prefix, folder }] } : {},
    );
    return facts.filter((fact) => fact.operation === "registerEnvironment" && fact.input.requirements).length;
  };
  const artifacts = join(fixtures, "artifacts");

  test("are found beside the database, or in the folder of a mapping", async () => {
    const path = changedDatabase();
    expect(await environments(path)).toBe(0);
    // Two of the three texts occur with and without an image, one with two images.
    expect(await environments(path, "s3://acme-ml/mlflow/", artifacts)).toBe(await environments(database));
    expect(await environments(path, "s3://acme-ml/mlflow", artifacts)).toBeGreaterThan(3);
  });

  test("are not searched for under a prefix that ends inside a name, nor outside the folder", async () => {
    const path = changedDatabase();
    expect(await environments(path, "s3://acme-ml/ml", join(artifacts, "1"))).toBe(0);
    const outside = changedDatabase(
      "UPDATE logged_models SET artifact_location = 's3://acme-ml/mlflow/../' || substr(artifact_location, 20)",
    );
    expect(await environments(outside, "s3://acme-ml/mlflow/", join(artifacts, "0"))).toBe(0);
  });

  test("are read at file addresses and plain paths", async () => {
    const set = (location: string): string =>
      changedDatabase(
        `UPDATE logged_models SET artifact_location = replace(artifact_location, 's3://acme-ml/mlflow/', '${location}')`,
      );
    const all = await environments(database);
    expect(await environments(set(`file://${artifacts}/`))).toBe(all);
    expect(await environments(set(`${artifacts}/`))).toBe(all);
    expect(await environments(set("file://elsewhere/"))).toBe(0);
  });

  test("contain the size, the Python version, and conda.yaml if there are no requirements", async () => {
    const folder = temporaryFolder();
    const id = "m-0247883b2cae4f7cbeb3118414d8e618";
    writeFiles(folder, {
      [`1/models/${id}/artifacts/conda.yaml`]: "dependencies:\n- python=3.10\n- pip:\n  - numpy==2.4.6\n",
    });
    const { facts, graph } = await readStore(changedDatabase(), {
      artifacts: [{ prefix: "s3://acme-ml/mlflow/", folder }],
    });
    expect(facts.filter((fact) => fact.operation === "registerEnvironment" && fact.input.condaYaml)).toMatchObject([
      {
        input: {
          condaYaml: expect.stringContaining("numpy==2.4.6"),
          imageUri: expect.stringContaining("train@sha256:4f4f"),
        },
      },
    ]);
    expect(graph.versions.get(`logged_model:${id}`)?.artifactSizeBytes).toBeUndefined();
    const original = await readStore(database);
    expect(original.graph.versions.get("version:cancer-classifier/3")?.artifactSizeBytes).toBe(108_863);
    const versions = original.facts.flatMap((fact) =>
      fact.operation === "registerEnvironment" && fact.input.requirements ? [fact.input.pythonVersion] : [],
    );
    expect(new Set(versions)).toEqual(new Set(["3.11.7"]));
  });

  test("a run that logged models with different environments has the first one, and a problem", async () => {
    const folder = temporaryFolder();
    cpSync(artifacts, folder, { recursive: true });
    writeFiles(folder, { "4/models/m-8005431f3a41495282edef3f668ec511/artifacts/requirements.txt": "numpy==1.0\n" });
    const { problems, graph } = await readStore(changedDatabase(), {
      artifacts: [{ prefix: "s3://acme-ml/mlflow/", folder }],
    });
    expect(problems).toContainEqual({
      place: "runs",
      id: "cc4f797f77ff4b33a8db9bfb47aaba95",
      why: "the run logged models with 2 different environments; it is recorded with that of the first",
    });
    expect(
      graph.edges.filter(
        ({ target, kind }) => kind === "environment->run" && target === "run:cc4f797f77ff4b33a8db9bfb47aaba95",
      ),
    ).toHaveLength(2);
  });

  test("a run in progress that has logged no model has no environment yet", async () => {
    const run = "26f830544fcc4ab585eedc0615f239bf";
    const environmentOf = async (status: string) => {
      const { graph } = await readStore(
        changedDatabase(`UPDATE runs SET status = '${status}' WHERE run_uuid = '${run}'`),
      );
      return graph.edges
        .filter(({ kind, target }) => kind === "environment->run" && target === `run:${run}`)
        .map(({ source }) => source);
    };
    expect(await environmentOf("RUNNING")).toEqual([]);
    expect(await environmentOf("KILLED")).toEqual(["environment:image:registry.example.com/acme/train:2026.1"]);
  });

  test("with an invalid environment are a problem of the run, which is recorded", async () => {
    const folder = temporaryFolder();
    const id = "m-0247883b2cae4f7cbeb3118414d8e618";
    writeFiles(folder, {
      [`1/models/${id}/artifacts/requirements.txt`]: "numpy==2.4.6 oh no\n",
      "1/models/m-f74cb45354bf4942be6aac6fe50f2d33/artifacts/requirements.txt": "#".repeat(2_000_001),
    });
    const { problems, graph } = await readStore(changedDatabase(), {
      artifacts: [{ prefix: "s3://acme-ml/mlflow/", folder }],
    });
    expect(problems.filter(({ place }) => place === "runs")).toEqual([
      {
        place: "runs",
        id: "90b8549186774bf1ac7a54fecaeb5206",
        why: expect.stringMatching(/^its environment is omitted: .*oh no/s),
      },
      {
        place: "runs",
        id: "d22d2e659c994bb69b10d0303ea707e3",
        why: expect.stringMatching(/is omitted: .*has 2000001 bytes, more than the maximum of 2000000/),
      },
    ]);
    expect(graph.ids("run")).toHaveLength(42);
  });
});
