import type { Loaders } from "../../core/api/context.js";
import { loadCommit } from "../../catalog/code/code.repository.js";
import { loadEnvironment } from "../../catalog/environment/environment.loaders.js";
import { packagesOf } from "../../catalog/environment/environment.repository.js";
import { loadModelVersion } from "../../catalog/model/model.loaders.js";
import { loadRun } from "../../catalog/run/run.loaders.js";
import { parseMetricRecords, sortableMetrics } from "../../catalog/measure/metric-records.js";
import { parametersOf } from "../../catalog/run/run.repository.js";
import { datasetKey, modelKey, parseKey } from "../../core/shared/key.js";
import type { ComparedCode, ComparedSide } from "./compare.js";
import type { UsedInput } from "./compare-inputs.js";
import type { ComparedPackage } from "./compare-packages.js";

const nothing: ComparedSide = {
  data: [],
  models: [],
  commit: null,
  environment: null,
  packages: null,
  parameters: new Map(),
  metrics: new Map(),
  unknown: [],
};

/**
 * Loads how a model version was produced, from the run that produced it. If no run is recorded, the data is that of the
 * versions that it was derived from; the other facts may belong to another version, so they are unknown.
 */
export async function loadVersionSide(loaders: Loaders, key: string): Promise<ComparedSide> {
  const version = await loadModelVersion(loaders, key);
  if (version?.producedByKey) return loadRunSide(loaders, version.producedByKey);
  const unknown = [
    "the run that produced it is not recorded, so code, packages, parameters and metrics were not compared",
  ];
  const origins = await findOriginRuns(loaders, version?.derivedFromKeys ?? []);
  const used = await Promise.all(origins.map((run) => loadInputs(loaders, run)));
  return { ...nothing, data: used.flatMap(({ data }) => data), models: used.flatMap(({ models }) => models), unknown };
}

/** The runs that produced the versions from which a version was derived, level by level. A cycle terminates. */
async function findOriginRuns(loaders: Loaders, derivedFrom: readonly string[]): Promise<string[]> {
  const seen = new Set<string>();
  const runs = new Set<string>();
  for (let level = derivedFrom; level.length > 0;) {
    for (const key of level) seen.add(key);
    const versions = (await Promise.all(level.map((key) => loadModelVersion(loaders, key)))).filter(
      (version) => version !== null,
    );
    for (const { producedByKey } of versions) if (producedByKey !== null) runs.add(producedByKey);
    level = [
      ...new Set(
        versions.flatMap(({ producedByKey, derivedFromKeys }) => (producedByKey === null ? derivedFromKeys : [])),
      ),
    ].filter((key) => !seen.has(key));
  }
  return [...runs];
}

/** Loads the inputs, code, environment and measures of a run. */
export async function loadRunSide(loaders: Loaders, key: string): Promise<ComparedSide> {
  const [run, used, measures] = await Promise.all([
    loadRun(loaders, key),
    loadInputs(loaders, key),
    loaders.runMeasures.load(key),
  ]);
  const [commit, packages] = await Promise.all([
    run?.codeCommitKey ? loadCode(loaders, run.codeCommitKey) : null,
    run?.environmentKey ? loadPackages(loaders, run.environmentKey) : null,
  ]);
  const environment = run?.environmentKey ?? null;
  return {
    ...used,
    commit,
    environment,
    packages,
    parameters: new Map(measures.flatMap(parametersOf).map(({ name, value }) => [name, value])),
    metrics: sortableMetrics(measures.flatMap(({ metricRecords }) => parseMetricRecords(metricRecords))),
    unknown: [
      ...(commit ? [] : ["no commit is recorded, so code was not compared"]),
      ...(packages
        ? []
        : [
            environment === null
              ? "no environment is recorded, so packages were not compared"
              : `the packages of ${environment} are not recorded, so they were not compared`,
          ]),
    ],
  };
}

async function loadInputs(loaders: Loaders, run: string): Promise<{ data: UsedInput[]; models: UsedInput[] }> {
  const data: UsedInput[] = [];
  const models: UsedInput[] = [];
  for (const { key, role } of await loaders.runInputs.load(run)) {
    const { kind, namespace = "", name = "" } = parseKey(key) ?? {};
    if (kind === "snapshot") data.push({ container: datasetKey(namespace, name), role, key });
    else models.push({ container: modelKey(namespace, name), role, key });
  }
  return { data, models };
}

async function loadCode(loaders: Loaders, key: string): Promise<ComparedCode | null> {
  const commit = await loadCommit(loaders, key);
  return commit && { key, isDirty: commit.dirty, patchDigest: commit.patchDigest };
}

/** Python counts as a package of the environment, whether a conda file lists it or it is reported separately. */
async function loadPackages(loaders: Loaders, key: string): Promise<ComparedPackage[] | null> {
  const [environment, [content]] = await Promise.all([
    loadEnvironment(loaders, key),
    loaders.environmentContent.load(key),
  ]);
  if (!content || (content.requirements === null && content.condaYaml === null)) return null;
  const packages = packagesOf(content);
  const python = environment?.pythonVersion ?? null;
  if (python === null || packages.some(({ name }) => name === "python")) return packages;
  return [...packages, { name: "python", version: python, specifier: null, marker: null, url: null }];
}
