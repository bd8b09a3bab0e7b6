import type { FactInput } from "../ingest/fact.js";
import { commits } from "./commits.js";
import { environmentNamed } from "./environments.js";
import { metricsOf, modelVersion, parametersOf, run, runNamed, snapshot, versionNamed } from "./fact-builders.js";
import { made } from "./features.js";
import { lake } from "./raw-data.js";

const training = { experiment: "churn", by: "amara@acme.example", environment: environmentNamed("churn") };
const onAprilFeatures = [{ role: "training", datasetSnapshot: made.churnFeaturesApril }];

const firstTrainingFacts = (): FactInput[] => [
  run({
    ...training,
    externalId: "churn-forest-2026-02",
    name: "Random forest",
    status: "COMPLETED",
    codeCommit: commits.churnForest,
    startedAt: "2026-02-03T09:00:00Z",
    endedAt: "2026-02-03T09:18:30Z",
    command: "python -m churn.train forest",
    parameters: parametersOf({ algorithm: "random-forest", trees: 500, max_depth: 12 }),
    metrics: metricsOf({ auc: 0.8013, recall_at_10: 0.412 }, { at: "2026-02-03T09:18:20Z" }),
    inputs: [{ role: "training", datasetSnapshot: made.churnFeaturesFebruary }],
  }),
  modelVersion({
    model: "churn",
    version: "1",
    producedBy: runNamed("churn-forest-2026-02"),
    artifactSizeBytes: 88_080_384,
    createdAt: "2026-02-03T11:00:00Z",
  }),
  run({
    ...training,
    externalId: "churn-boosting-2026-04",
    name: "Gradient boosting",
    status: "COMPLETED",
    codeCommit: commits.churnBoosting,
    startedAt: "2026-04-02T09:00:00Z",
    endedAt: "2026-04-02T09:12:05Z",
    command: "python -m churn.train boosting --leaves 31",
    parameters: parametersOf({ algorithm: "lightgbm", num_leaves: 31, learning_rate: 0.05, rounds: 800 }),
    metrics: metricsOf({ auc: 0.8342, recall_at_10: 0.468 }, { step: 800, at: "2026-04-02T09:11:58Z" }),
    inputs: onAprilFeatures,
  }),
  modelVersion({
    model: "churn",
    version: "2",
    producedBy: runNamed("churn-boosting-2026-04"),
    artifactSizeBytes: 5_452_595,
    createdAt: "2026-04-03T08:00:00Z",
  }),
];

const tunedTrainingFacts = (): FactInput[] => [
  run({
    ...training,
    externalId: "churn-tuned-2026-05-try-1",
    name: "Gradient boosting, tuned (out of memory)",
    status: "FAILED",
    codeCommit: commits.churnBoosting,
    startedAt: "2026-05-26T09:00:00Z",
    endedAt: "2026-05-26T09:03:17Z",
    command: "python -m churn.train boosting --leaves 4095",
    parameters: parametersOf({ algorithm: "lightgbm", num_leaves: 4095, learning_rate: 0.03, rounds: 1200 }),
    inputs: onAprilFeatures,
  }),
  run({
    ...training,
    externalId: "churn-tuned-2026-05",
    name: "Gradient boosting, tuned",
    status: "COMPLETED",
    codeCommit: commits.churnBoosting,
    startedAt: "2026-05-26T09:30:00Z",
    endedAt: "2026-05-26T09:58:44Z",
    command: "python -m churn.train boosting --leaves 63",
    parameters: parametersOf({ algorithm: "lightgbm", num_leaves: 63, learning_rate: 0.03, rounds: 1200 }),
    metrics: metricsOf({ auc: 0.8471, recall_at_10: 0.489 }, { step: 1200, at: "2026-05-26T09:58:31Z" }),
    inputs: onAprilFeatures,
  }),
  modelVersion({
    model: "churn",
    version: "3",
    producedBy: runNamed("churn-tuned-2026-05"),
    artifactSizeBytes: 9_332_326,
    createdAt: "2026-05-27T08:00:00Z",
  }),
  modelVersion({
    model: "churn-small-business",
    version: "1",
    derivedFrom: [versionNamed("churn", "3")],
    artifactSizeBytes: 9_401_958,
    createdAt: "2026-06-10T15:00:00Z",
  }),
];

const scored = (version: string) => ({ namespace: lake, dataset: "churn/scores", version });
const scoring = {
  experiment: "churn-scoring",
  by: "airflow",
  status: "COMPLETED" as const,
  codeCommit: commits.churnBoosting,
  environment: environmentNamed("churn"),
};

const scoringFacts = (): FactInput[] => [
  run({
    ...scoring,
    externalId: "churn-scores-2026-04",
    name: "Scores for April's campaign",
    startedAt: "2026-04-10T03:00:00Z",
    endedAt: "2026-04-10T03:21:15Z",
    command: "python -m churn.score --version 2 --month 2026-04",
    parameters: parametersOf({ month: "2026-04", top_percent: 10 }),
    inputs: [
      { role: "scoring-model", modelVersion: versionNamed("churn", "2") },
      { role: "scoring", datasetSnapshot: made.churnFeaturesApril },
    ],
    outputSnapshots: [scored("2026-04")],
  }),
  snapshot({
    ...scored("2026-04"),
    uri: "s3://acme-lake/churn/scores/2026-04.parquet",
    rowCount: 191_877,
    sizeBytes: 4_613_734,
    createdAt: "2026-04-10T03:21:15Z",
  }),
  run({
    ...scoring,
    externalId: "churn-scores-2026-06",
    name: "Scores for June's campaign",
    startedAt: "2026-06-10T03:00:00Z",
    endedAt: "2026-06-10T03:24:02Z",
    command: "python -m churn.score --version 3 --month 2026-06",
    parameters: parametersOf({ month: "2026-06", top_percent: 10 }),
    inputs: [
      { role: "scoring-model", modelVersion: versionNamed("churn", "3") },
      { role: "scoring", datasetSnapshot: made.churnFeaturesApril },
    ],
    outputSnapshots: [scored("2026-06")],
  }),
  snapshot({
    ...scored("2026-06"),
    uri: "s3://acme-lake/churn/scores/2026-06.parquet",
    rowCount: 191_877,
    sizeBytes: 4_610_588,
    createdAt: "2026-06-10T03:24:02Z",
  }),
];

/** Three versions of the churn model, one that a team fine-tuned from the last without a recorded run, and two months of batch scores. */
export const churnFacts = (): FactInput[] => [...firstTrainingFacts(), ...tunedTrainingFacts(), ...scoringFacts()];
