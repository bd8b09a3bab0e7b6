import { join } from "node:path";
import { describeEnvironment } from "../../../../catalog/environment/environment-content.js";
import type { EnvironmentFact } from "../../../../catalog/environment/environment.shape.js";
import { AppError } from "../../../../core/shared/errors.js";
import type { ArtifactFolders } from "../artifacts/artifact-folders.js";
import { type EnvironmentFiles, findModelFolders, readEnvironmentFiles } from "../artifacts/environment-files.js";
import type { ArtifactLocation, StoredRun } from "../mlflow-store.js";
import { hasEnded } from "./run-status.js";
import { firstOf } from "./run-source.js";

/** A run's environment, with the digest by which the run refers to it. */
export interface RunEnvironment {
  readonly fact: EnvironmentFact;
  readonly digest: string;
}

export interface FoundEnvironment {
  readonly environment: RunEnvironment | null;
  /** Files that could not be read, and contradictions. */
  readonly problems: readonly string[];
}

/** The environment of a run: that of the models it logged, and the image it ran in. */
export async function environmentOf(run: StoredRun, folders: ArtifactFolders): Promise<FoundEnvironment> {
  const problems: string[] = [];
  const files = await environmentFiles(run, folders, problems);
  const image = imageOf(run);
  // A run in progress may still log a model, and a recorded environment does not change.
  if (!files && (!image || !hasEnded(run.status))) return { environment: null, problems };
  const fact = { ...files, ...image };
  try {
    return { environment: { fact, digest: describeEnvironment(fact).digest }, problems };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { environment: null, problems: [...problems, `its environment is omitted: ${error.message}`] };
  }
}

async function environmentFiles(
  run: StoredRun,
  folders: ArtifactFolders,
  problems: string[],
): Promise<EnvironmentFiles | null> {
  const found = new Map<string, EnvironmentFiles>();
  const read = async (uri: string, folder: string | null): Promise<void> => {
    try {
      const files = folder === null ? null : await readEnvironmentFiles(folder);
      if (files) found.set(JSON.stringify(files), files);
    } catch (error) {
      problems.push(`the environment of ${uri} is omitted: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const location of [...run.loggedModelArtifacts, ...legacyModels(run)])
    await read(location.uri, folders.find(location));
  // Models may also be logged without a tag that lists them, for example by copying their files.
  if (found.size === 0 && problems.length === 0)
    for (const folder of await modelFoldersOf(run, folders)) await read(folder, folder);
  const [first, ...others] = found.values();
  if (others.length > 0)
    problems.push(
      `the run logged models with ${others.length + 1} different environments; it is recorded with that of the first`,
    );
  return first ?? null;
}

/** MLflow 1.x and 2.x keep logged models among the run's artifacts and list them in a tag. */
function legacyModels(run: StoredRun): ArtifactLocation[] {
  const { artifacts } = run;
  if (!artifacts) return [];
  return artifactPaths(run.tags.get("mlflow.log-model.history")).map((path) => ({
    uri: `${artifacts.uri.replace(/\/+$/, "")}/${path}`,
    layouts: artifacts.layouts.map((layout) => [...layout, join(path)]),
  }));
}

async function modelFoldersOf(run: StoredRun, folders: ArtifactFolders): Promise<string[]> {
  const folder = run.artifacts ? folders.find(run.artifacts) : null;
  return folder === null ? [] : findModelFolders(folder);
}

function artifactPaths(history: string | undefined): string[] {
  try {
    const models: unknown = JSON.parse(history ?? "[]");
    if (!Array.isArray(models)) return [];
    const paths = models.map((model: unknown) =>
      typeof model === "object" && model !== null && "artifact_path" in model ? model.artifact_path : null,
    );
    return [...new Set(paths.filter((path) => typeof path === "string"))];
  } catch {
    return [];
  }
}

function imageOf(run: StoredRun): Pick<EnvironmentFact, "imageUri" | "imageDigest"> | null {
  const imageUri = firstOf(run.tags.get("mlflow.docker.image.uri"));
  if (imageUri === null) return null;
  const [, imageDigest] = /@(sha256:[0-9a-f]{64})$/.exec(imageUri) ?? [];
  return { imageUri, ...(imageDigest !== undefined && { imageDigest }) };
}
