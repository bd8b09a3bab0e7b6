import { redactCredentials } from "../../../../catalog/environment/redact-credentials.js";
import type { FactInput } from "../../../ingest/fact.js";
import type { StoredRun } from "../mlflow-store.js";

type RunInput = Extract<FactInput, { operation: "recordRun" }>["input"];

/** Tags in which MLflow keeps values that other fields of the run contain. */
const fieldTags = new Set([
  "mlflow.runName",
  "mlflow.parentRunId",
  "mlflow.user",
  "mlflow.source.name",
  "mlflow.source.type",
  "mlflow.source.git.commit",
  "mlflow.source.git.repoURL",
  "mlflow.gitCommit",
  "mlflow.gitRepoURL",
  "mlflow.project.entryPoint",
  "mlflow.docker.image.uri",
  "mlflow.log-model.history",
]);

/** The tags of a run, without those that are other fields. They may contain addresses, whose credentials are masked. */
export function tagsOf({ tags }: StoredRun): NonNullable<RunInput["tags"]> {
  return [...tags].flatMap(([name, value]) => (fieldTags.has(name) ? [] : [{ name, value: redactCredentials(value) }]));
}
