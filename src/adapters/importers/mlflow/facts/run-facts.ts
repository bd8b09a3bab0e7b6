import type { FactInput } from "../../../ingest/fact.js";
import type { StoredRun } from "../mlflow-store.js";
import { type Naming, instantOf, loggedModelVersion, namespaceOf } from "./naming.js";
import { metricsOf } from "./run-metrics.js";
import { commandOf, commitOf, firstOf } from "./run-source.js";
import { statusOf } from "./run-status.js";
import { tagsOf } from "./run-tags.js";

type RunInput = Extract<FactInput, { operation: "recordRun" }>["input"];

/** The role of a dataset that was logged without a context. */
const roleWithoutContext = "input";
/** The role of a logged model that a run used. MLflow does not record its purpose. */
const modelRole = "model";

/** Below the limit of a fact. The rest goes into further facts about the run, because runs accumulate. */
const maxEntriesPerFact = 1_000;

/** A run as one fact, or as several if it has thousands of parameters, metrics or inputs. */
export function runFacts(naming: Naming, run: StoredRun, environmentDigest: string | null): FactInput[] {
  const identity = {
    namespace: namespaceOf(naming, run.workspace),
    externalId: run.runId,
    status: statusOf(run.status),
    observedAt: instantOf(run.observedAt),
  };
  const lists = { parameters: [...run.parameters], metrics: metricsOf(naming, run), inputs: inputsOf(naming, run) };
  const parts = Math.max(1, ...Object.values(lists).map((list) => Math.ceil(list.length / maxEntriesPerFact)));
  return Array.from({ length: parts }, (_, part) => ({
    operation: "recordRun",
    input: {
      ...identity,
      ...(part === 0 && descriptionOf(naming, run, environmentDigest)),
      parameters: partOf(lists.parameters, part),
      metrics: partOf(lists.metrics, part),
      inputs: inputsOfPart(lists, part),
    },
  }));
}

/** The inputs of a part, and those that its metrics were measured on: a fact names the role of a measured input. */
function inputsOfPart(
  { inputs, metrics }: Required<Pick<RunInput, "inputs" | "metrics">>,
  part: number,
): RunInput["inputs"] {
  const own = partOf(inputs ?? [], part) ?? [];
  const measured = new Set(
    (partOf(metrics ?? [], part) ?? []).flatMap(({ dataset }) => (dataset ? [nameOf(dataset)] : [])),
  );
  const others = (inputs ?? []).filter(
    (input) => input.datasetSnapshot && measured.has(nameOf(input.datasetSnapshot)) && !own.includes(input),
  );
  return own.length + others.length > 0 ? [...own, ...others] : undefined;
}

function nameOf({ dataset, version }: { readonly dataset: string; readonly version: string }): string {
  return JSON.stringify([dataset, version]);
}

function descriptionOf(naming: Naming, run: StoredRun, environmentDigest: string | null): Partial<RunInput> {
  const parentId = firstOf(run.tags.get("mlflow.parentRunId"));
  return {
    name: firstOf(run.name, run.tags.get("mlflow.runName")) ?? undefined,
    experiment: run.experiment ?? undefined,
    startedAt: instantOf(run.startTime),
    endedAt: instantOf(run.endTime),
    by: firstOf(run.tags.get("mlflow.user"), run.user) ?? undefined,
    command: commandOf(run),
    codeCommit: commitOf(run),
    environment: environmentDigest === null ? undefined : { digest: environmentDigest },
    parent: parentId === null ? undefined : { namespace: namespaceOf(naming, run.workspace), externalId: parentId },
    deletedAtSource: run.isDeleted,
    tags: tagsOf(run),
  };
}

function inputsOf(naming: Naming, run: StoredRun): NonNullable<RunInput["inputs"]> {
  const namespace = namespaceOf(naming, run.workspace);
  const datasets = run.datasetInputs.map(({ name, digest, context }) => ({
    role: context || roleWithoutContext,
    datasetSnapshot: { namespace, dataset: name, version: digest },
  }));
  const models = run.modelInputs
    .filter((model) => !(model.isDeleted && naming.skipDeleted))
    .map((model) => ({ role: modelRole, modelVersion: loggedModelVersion(naming, model) }));
  return [...datasets, ...models];
}

function partOf<T>(list: readonly T[], part: number): T[] | undefined {
  const entries = list.slice(part * maxEntriesPerFact, (part + 1) * maxEntriesPerFact);
  return entries.length > 0 ? entries : undefined;
}
