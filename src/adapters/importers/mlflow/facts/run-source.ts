import { quoteForShell } from "../../../../core/shared/shell.js";
import type { StoredRun } from "../mlflow-store.js";

/** The repository of a commit whose run names none: one for all, since the hash alone identifies a commit. */
const unknownRepository = "unknown";

/** The commit that a run started from. Its branch is omitted: branches move, and a commit can be on several. */
export function commitOf(run: StoredRun): { repository: string; sha: string } | undefined {
  const sha = firstOf(
    run.tags.get("mlflow.source.git.commit"),
    run.tags.get("mlflow.gitCommit"),
    run.legacySource.commit,
  );
  return sha === null ? undefined : { repository: repositoryOf(run), sha };
}

function repositoryOf(run: StoredRun): string {
  const address = firstOf(run.tags.get("mlflow.source.git.repoURL"), run.tags.get("mlflow.gitRepoURL"));
  // Tokens in a remote's address are secrets, and they change while the repository stays the same.
  return address?.replace(/^(https?:\/\/)[^/?#]*@/i, "$1") ?? unknownRepository;
}

/** The command as far as MLflow records it: without arguments, and none for a notebook or a job. */
export function commandOf(run: StoredRun): string | undefined {
  const name = firstOf(run.tags.get("mlflow.source.name"), run.legacySource.name);
  const type = firstOf(run.tags.get("mlflow.source.type"), run.legacySource.type);
  const entryPoint = firstOf(run.tags.get("mlflow.project.entryPoint"), run.legacySource.entryPoint);
  if (name === null) return undefined;
  if (type === "PROJECT")
    return `mlflow run ${quoteForShell(name)}${entryPoint === null ? "" : ` -e ${quoteForShell(entryPoint)}`}`;
  if (type !== "LOCAL") return undefined;
  return name.endsWith(".py") ? `python ${quoteForShell(name)}` : quoteForShell(name);
}

/** The first text that is not empty. */
export function firstOf(...texts: readonly (string | null | undefined)[]): string | null {
  return texts.map((text) => text?.trim()).find((text) => text) ?? null;
}
