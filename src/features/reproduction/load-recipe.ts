import type { Loaders } from "../../core/api/context.js";
import { loadCommit } from "../../catalog/code/code.repository.js";
import { loadEnvironment } from "../../catalog/environment/environment.loaders.js";
import { sortableMetrics, parseMetricRecords } from "../../catalog/measure/metric-records.js";
import { loadRun } from "../../catalog/run/run.loaders.js";
import { parametersOf } from "../../catalog/run/run.repository.js";
import { parseKey } from "../../core/shared/key.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import type { DatasetSnapshot } from "../../catalog/dataset/dataset-snapshot.type.js";
import type { ModelVersion } from "../../catalog/model/model-version.type.js";
import type { Evidence } from "./evidence.js";
import type { Reproducibility } from "./reproducibility.js";
import {
  type RecordedCommit,
  type RecordedEnvironment,
  type RecordedInput,
  type Recipe,
  revisionOf,
} from "./script/recipe.js";

/** Loads everything recorded about how a node was produced. */
export async function loadRecipe(
  loaders: Loaders,
  { key, run: runKey, commit, environment }: Evidence,
  judged: Reproducibility,
): Promise<Recipe> {
  const [run, measures, inputs, recordedCommit, recordedEnvironment] = await Promise.all([
    runKey === null ? null : loadRun(loaders, runKey),
    runKey === null ? [] : loaders.runMeasures.load(runKey),
    runKey === null ? [] : loadInputs(loaders, runKey),
    commit === null ? null : loadRecordedCommit(loaders, commit),
    environment === null ? null : loadRecordedEnvironment(loaders, environment),
  ]);
  return {
    ...judged,
    key,
    run: runKey,
    inputs,
    commit: recordedCommit,
    environment: recordedEnvironment,
    command: run?.command ?? null,
    parameters: measures.flatMap(parametersOf),
    metrics: sortableMetrics(measures.flatMap(({ metricRecords }) => parseMetricRecords(metricRecords))),
  };
}

async function loadRecordedCommit(loaders: Loaders, key: string): Promise<RecordedCommit | null> {
  const commit = await loadCommit(loaders, key);
  return (
    commit && {
      repository: commit.repository,
      sha: revisionOf(commit.sha),
      isDirty: commit.dirty,
      patchDigest: commit.patchDigest,
    }
  );
}

async function loadRecordedEnvironment(loaders: Loaders, key: string): Promise<RecordedEnvironment | null> {
  const [environment, [content]] = await Promise.all([
    loadEnvironment(loaders, key),
    loaders.environmentContent.load(key),
  ]);
  if (!environment) return null;
  const { imageUri, imageDigest, pythonVersion } = environment;
  const image =
    imageUri === null || imageDigest === null || imageUri.includes("@") ? imageUri : `${imageUri}@${imageDigest}`;
  return { requirements: content?.requirements ?? null, condaYaml: content?.condaYaml ?? null, image, pythonVersion };
}

async function loadInputs(loaders: Loaders, run: string): Promise<RecordedInput[]> {
  const uses = await loaders.runInputs.load(run);
  const nodes = await Promise.all(uses.map(({ key }) => loaders.lineageNode.load(key)));
  return uses.map(({ key, role }, index) => {
    const { name = key, version = "" } = parseKey(key) ?? {};
    return { key, role, name, version, ...contentOf(nodes[index] ?? null) };
  });
}

function contentOf(node: LineageNode | null): { readonly uri: string | null; readonly digest: string | null } {
  if (node && isSnapshot(node)) return { uri: node.uri, digest: node.digest };
  if (node && isModelVersion(node)) return { uri: node.artifactUri, digest: node.artifactDigest };
  return { uri: null, digest: null };
}

function isSnapshot(node: LineageNode): node is DatasetSnapshot {
  return node.kind === "DATASET_SNAPSHOT";
}

function isModelVersion(node: LineageNode): node is ModelVersion {
  return node.kind === "MODEL_VERSION";
}
