import { referredCommit } from "../code/code.draft.js";
import { referredSnapshot } from "../dataset/dataset.draft.js";
import { referredEnvironment } from "../environment/environment.draft.js";
import type { Draft, EdgeDraft, Fields, NodeDraft, NodeKind, ResolvePointer } from "../../core/facts/draft.js";
import { defineSave, loadNodes } from "../../core/facts/facts.statements.js";
import { referredModelVersion } from "../model/model.draft.js";
import { runKey } from "../../core/shared/key.js";
import { deriveRun, mergeRun, mutableOfRun } from "./run-merge.js";
import { toMetricRecord } from "../measure/metric-records.js";
import { tagRecordsOf } from "./run-tags.js";
import type { RunRef } from "../ref/run-ref.shape.js";
import type { RunFact } from "./run.shape.js";

export const runKind: NodeKind = {
  label: "Run",
  load: loadNodes,
  save: defineSave("run/save-runs"),
  merge: mergeRun,
  descriptive: ["by", "command", "parentKey"],
  mutable: mutableOfRun,
  derive: deriveRun,
};

/** The role of a snapshot that is an input only because a metric was measured on it. */
const measuredRole = "evaluation";

/** The fields of a run that a reference determines. */
export function referredRun({ namespace, externalId }: RunRef): NodeDraft {
  return {
    kind: runKind,
    key: runKey(namespace, externalId),
    isAsserted: false,
    reported: { namespace, name: externalId },
  };
}

/** The draft of a recorded run. */
export function draftRun(fact: RunFact, resolve: ResolvePointer): Draft {
  const referred = referredRun(fact);
  const commit = fact.codeCommit ? referredCommit(fact.codeCommit) : null;
  const environment = fact.environment ? referredEnvironment(fact.environment) : null;
  const startedBy = fact.parent ? referredRun(fact.parent) : null;
  const inputs = draftInputs(fact, resolve);
  const measuredOn = snapshotsMeasuredOn(fact);
  const inputKeys = new Set(inputs.map(({ node }) => node.key));
  const outputs = fact.outputSnapshots?.map(referredSnapshot) ?? [];
  const used = (node: NodeDraft | null, role: string): EdgeDraft[] =>
    node ? [{ kind: "USED_BY", upstream: node.key, downstream: referred.key, role }] : [];
  return {
    key: referred.key,
    observedAt: fact.observedAt,
    nodes: [
      // The parent run is saved first, so that the run can be connected to it.
      ...[startedBy, commit, environment].filter((node) => node !== null),
      {
        ...referred,
        isAsserted: true,
        reported: {
          ...referred.reported,
          ...runFields(fact),
          codeCommitKey: commit?.key,
          environmentKey: environment?.key,
          parentKey: startedBy?.key,
        },
      },
      ...inputs.map(({ node }) => node),
      ...outputs,
      ...measuredOn,
    ],
    edges: [
      ...used(commit, "code"),
      ...used(environment, "environment"),
      ...inputs.flatMap(({ node, role }) => used(node, role)),
      ...measuredOn.filter(({ key }) => !inputKeys.has(key)).flatMap((node) => used(node, measuredRole)),
      ...outputs.map(
        ({ key }) => ({ kind: "PRODUCED", upstream: referred.key, downstream: key, role: "output" }) as const,
      ),
    ],
  };
}

function draftInputs({ inputs }: RunFact, resolve: ResolvePointer): { node: NodeDraft; role: string }[] {
  return (inputs ?? []).flatMap(({ role, datasetSnapshot, modelVersion }) => {
    if (datasetSnapshot) return [{ role, node: referredSnapshot(datasetSnapshot) }];
    return modelVersion ? [{ role, node: referredModelVersion(modelVersion, resolve) }] : [];
  });
}

/** Snapshots that metrics were measured on. The run read them, so they are inputs, unless the fact names them as such. */
function snapshotsMeasuredOn({ metrics }: RunFact): NodeDraft[] {
  const nodes = (metrics ?? []).flatMap(({ dataset }) => (dataset ? [referredSnapshot(dataset)] : []));
  return [...new Map(nodes.map((node) => [node.key, node])).values()];
}

function runFields({
  name,
  experiment,
  status,
  startedAt,
  endedAt,
  by,
  command,
  deletedAtSource,
  parameters,
  metrics,
  tags,
}: RunFact): Fields {
  return {
    // Only the absence of an end can be observed: a name or an experiment that a report omits is unknown.
    title: name ?? undefined,
    experiment: experiment ?? undefined,
    status,
    startedAt,
    endedAt: endedAt ?? (status === "SCHEDULED" || status === "RUNNING" ? null : undefined),
    by,
    command,
    deletedAtSource: deletedAtSource ?? undefined,
    parameterNames: parameters?.map((parameter) => parameter.name),
    parameterValues: parameters?.map(({ value }) => value),
    tagRecords: tags ? tagRecordsOf(tags) : undefined,
    metricRecords: metrics?.map((metric) => JSON.stringify(toMetricRecord(metric))),
  };
}
