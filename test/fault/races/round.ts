import { modelVersionKey, runKey, snapshotKey } from "../../../src/core/shared/key.js";
import type { Random } from "./random.js";

/** A fact as it is sent: the name of a mutation and its input. */
export interface SentFact {
  readonly operation: string;
  readonly input: object;
}

/** The variations between rounds. */
export interface RoundPlan {
  readonly deploysBy: "REPORT" | "RELEASE";
  /** Reported in one request, or in one for each fact. */
  readonly reportsAtOnce: boolean;
  /** Whether the run used the data directly; otherwise it used data prepared from it. */
  readonly usesTarget: boolean;
  readonly firstDeleterOverrides: boolean;
}

/** A target of deletion with its neighbours, which are not connected to the rest of the graph. */
export interface Round {
  readonly name: string;
  readonly plan: RoundPlan;
  readonly target: string;
  readonly targetRef: { readonly namespace: string; readonly dataset: string; readonly version: string };
  /** Every lineage node that may become downstream of the target, except deployments. */
  readonly keys: readonly string[];
  readonly candidate: { readonly namespace: string; readonly model: string; readonly version: string };
  readonly endpoint: { readonly namespace: string; readonly name: string };
  /** The facts before the race. */
  readonly before: readonly SentFact[];
  /** The facts of the recorder: a run on the data, its model, and the model's deployment. */
  readonly report: readonly SentFact[];
  /** The fact of the edge writer: a run whose model already serves used the data. */
  readonly use: SentFact;
}

const version = "1";
const models = ["train", "served", "candidate"];

/** Draws the variation of a round. */
export function planRound(random: Random): RoundPlan {
  return {
    deploysBy: random.pick(["REPORT", "RELEASE"]),
    reportsAtOnce: random.chance(0.5),
    usesTarget: random.chance(0.5),
    firstDeleterOverrides: random.chance(0.2),
  };
}

/** Sets a round up; its name is unique in the namespace. */
export function createRound(namespace: string, name: string, plan: RoundPlan): Round {
  const named = (kind: string): string => `${kind}-${name}`;
  const snapshot = (dataset: string) => ({ namespace, dataset: named(dataset), version });
  const model = (kind: string) => ({ namespace, model: named(kind), version });
  const run = (kind: string, usesData: string, more: object = {}): SentFact => ({
    operation: "recordRun",
    input: {
      namespace,
      externalId: named(kind),
      status: "COMPLETED",
      inputs: [{ role: "training", datasetSnapshot: snapshot(usesData) }],
      ...more,
    },
  });
  const modelOf = (kind: string): SentFact => ({
    operation: "registerModelVersion",
    input: { ...model(kind), producedBy: { namespace, externalId: named(kind) } },
  });
  const deployment = (kind: string, stage: string): SentFact => ({
    operation: "recordDeployment",
    input: { namespace, endpoint: named(kind), stage, modelVersion: model(kind), validFrom: "2026-01-01T00:00:00Z" },
  });
  return {
    name,
    plan,
    targetRef: snapshot("raw"),
    candidate: model("candidate"),
    endpoint: { namespace, name: named("candidate") },
    target: snapshotKey(namespace, named("raw"), version),
    keys: [
      ...["raw", "features"].map((dataset) => snapshotKey(namespace, named(dataset), version)),
      ...["prepare", ...models].map((kind) => runKey(namespace, named(kind))),
      ...models.map((kind) => modelVersionKey(namespace, named(kind), version)),
    ],
    before: [
      run("prepare", "raw", { outputSnapshots: [snapshot("features")] }),
      run("served", "old"),
      modelOf("served"),
      deployment("served", "STAGING"),
      run("candidate", "features"),
      modelOf("candidate"),
      {
        operation: "defineEndpoint",
        input: {
          namespace,
          name: named("candidate"),
          stage: "PRODUCTION",
          policy: { requiredApprovals: 0, requirePinnedEnvironment: false, requireCleanCommit: false },
        },
      },
    ],
    report: [run("train", plan.usesTarget ? "features" : "raw"), modelOf("train"), deployment("train", "PRODUCTION")],
    use: run("served", plan.usesTarget ? "raw" : "features"),
  };
}
