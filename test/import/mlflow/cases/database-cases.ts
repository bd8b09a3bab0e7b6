import { SmallDatabase, start } from "./small-database.js";

export const [runA, runB] = ["a".repeat(32), "b".repeat(32)] as const;
export const modelId = `m-${"1".repeat(32)}`;

function steps(write: (database: SmallDatabase) => void): readonly string[] {
  const database = new SmallDatabase();
  write(database);
  return database.steps;
}

/** An alias that went to version 2 and back; then version 1 gets a description, and a run is added. */
export const aliasMovedBack = () =>
  steps((database) => {
    database.run(runA);
    database.run(runB);
    database.version(1, "s3://b/1", { run: runA });
    database.version(2, "s3://b/2", { run: runB, at: start + 1_000 });
    for (const version of [1, 2, 1]) {
      database.alias(version);
      database.step();
    }
    database.sql("UPDATE model_versions SET last_updated_time = ? WHERE version = 1", start + 50_000);
    database.step();
  });

export const versionsWithoutRun = () =>
  steps((database) => {
    database.run(runA);
    database.uses(runA, "train", "d1");
    database.loggedModel(modelId, runA);
    database.version(1, `mlflow-artifacts:/1/models/${modelId}/artifacts`);
    database.version(2, `runs:/${runA}/model`);
    database.version(3, "s3://elsewhere/x");
    database.alias(1);
    database.step();
  });

export const resumedAndRestored = () =>
  steps((database) => {
    database.run(runA, { status: "FAILED" });
    database.run(runB, { status: "KILLED" });
    database.sql("UPDATE runs SET lifecycle_stage = 'deleted' WHERE run_uuid = ?", runB);
    database.step();
    database.sql("UPDATE runs SET status = 'FINISHED', lifecycle_stage = 'active', end_time = ?", start + 9_000);
    database.step();
  });

export const renamed = () =>
  steps((database) => {
    database.run(runA, { name: "old" });
    database.loggedModel(modelId, runA);
    database.version(1, `models:/${modelId}`, { run: runA });
    database.step();
    database.sql("UPDATE experiments SET name = 'zz-after'");
    database.sql("UPDATE runs SET name = 'zz new'");
    database.step();
    database.sql("UPDATE experiments SET name = 'aa-later'");
    database.step();
  });

export const modelMadeAgain = () =>
  steps((database) => {
    database.run(runA);
    database.run(runB);
    database.uses(runA, "train", "d1");
    database.uses(runB, "train", "d2");
    database.version(1, "s3://b/1", { run: runA });
    database.alias(1);
    database.step();
    database.sql("DELETE FROM model_versions");
    database.version(1, "s3://b/2", { run: runB, at: start + 5_000 });
    database.step();
  });

/** Both versions in Production, both archived, and version 1 in Production again. */
export const stages = () =>
  steps((database) => {
    database.run(runA);
    database.run(runB);
    database.version(1, "s3://b/1", { run: runA, at: start + 9_000, stage: "Production" });
    database.version(2, "s3://b/2", { run: runB, at: start + 1_000, stage: "Production" });
    database.step();
    database.sql("UPDATE model_versions SET current_stage = 'Archived', last_updated_time = ?", start + 20_000);
    database.step();
    database.sql("UPDATE model_versions SET current_stage = 'Production' WHERE version = 1");
    database.step();
  });

export const changedTag = () =>
  steps((database) => {
    database.run(runA);
    database.add("tags", { key: "mlflow.user", value: "ana", run_uuid: runA });
    database.add("tags", { key: "team", value: "fraud", run_uuid: runA });
    database.step();
    database.sql("UPDATE tags SET value = CASE key WHEN 'team' THEN 'credit' ELSE 'ben' END");
    database.add("latest_metrics", { key: "late", value: 1, timestamp: start, step: 0, is_nan: 0, run_uuid: runA });
    database.uses(runA, "test", "d7");
    database.step();
  });
