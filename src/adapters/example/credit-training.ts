import type { FactInput } from "../ingest/fact.js";
import { commits } from "./commits.js";
import { environmentNamed } from "./environments.js";
import { metricsOf, modelVersion, parametersOf, run, runNamed, versionNamed } from "./fact-builders.js";
import { made } from "./features.js";

const jonas = "jonas@acme.example";
const amara = "amara@acme.example";
const training = { experiment: "credit-risk", by: jonas };
const onJanuaryData = [
  { role: "training", datasetSnapshot: made.creditTrainJanuary },
  { role: "validation", datasetSnapshot: made.creditHoldoutJanuary },
];
const onAprilData = [
  { role: "training", datasetSnapshot: made.creditTrainApril },
  { role: "validation", datasetSnapshot: made.creditHoldoutApril },
];
const baseline = {
  ...training,
  codeCommit: commits.creditBaseline,
  environment: environmentNamed("creditJanuary"),
  inputs: onJanuaryData,
};
const searched = {
  ...training,
  codeCommit: commits.creditBoosting,
  environment: environmentNamed("creditJanuary"),
  inputs: onJanuaryData,
  parent: runNamed("credit-search-2026-02"),
};

const boosting = (maxDepth: number, learningRate: number, more: Readonly<Record<string, string | number>> = {}) =>
  parametersOf({
    algorithm: "hist-gradient-boosting",
    max_depth: maxDepth,
    learning_rate: learningRate,
    iterations: 400,
    seed: 7,
    ...more,
  });

const baselineFacts = (): FactInput[] => [
  run({
    ...baseline,
    externalId: "credit-logistic-c1",
    name: "Logistic regression, C = 1",
    status: "COMPLETED",
    startedAt: "2026-01-13T09:02:00Z",
    endedAt: "2026-01-13T09:03:10Z",
    command: "python -m credit_risk.train logistic --c 1.0",
    parameters: parametersOf({ algorithm: "logistic", c: 1, penalty: "l2", seed: 7 }),
    metrics: metricsOf(
      { auc: 0.7421, ks: 0.358, brier: 0.0788, calibration_error: 0.011 },
      { at: "2026-01-13T09:03:05Z", dataset: made.creditHoldoutJanuary },
    ),
  }),
  run({
    ...baseline,
    externalId: "credit-logistic-c01",
    name: "Logistic regression, C = 0.1",
    status: "COMPLETED",
    startedAt: "2026-01-13T09:05:00Z",
    endedAt: "2026-01-13T09:06:02Z",
    command: "python -m credit_risk.train logistic --c 0.1",
    parameters: parametersOf({ algorithm: "logistic", c: 0.1, penalty: "l2", seed: 7 }),
    metrics: metricsOf(
      { auc: 0.7438, ks: 0.361, brier: 0.0785, calibration_error: 0.012 },
      { at: "2026-01-13T09:05:58Z", dataset: made.creditHoldoutJanuary },
    ),
  }),
  modelVersion({
    model: "credit-risk",
    version: "1",
    producedBy: runNamed("credit-logistic-c01"),
    artifactSizeBytes: 14_336,
    createdAt: "2026-01-14T08:00:00Z",
  }),
];

const searchFacts = (): FactInput[] => [
  run({
    ...training,
    externalId: "credit-search-2026-02",
    name: "Search over depth and learning rate",
    status: "COMPLETED",
    codeCommit: commits.creditBoosting,
    environment: environmentNamed("creditJanuary"),
    startedAt: "2026-02-18T08:00:00Z",
    endedAt: "2026-02-18T11:20:00Z",
    command: "python -m credit_risk.search --grid grids/2026-02.yaml",
    parameters: parametersOf({ search: "grid", candidates: 4 }),
    inputs: onJanuaryData,
  }),
  run({
    ...searched,
    externalId: "credit-boosting-d3",
    name: "Gradient boosting, depth 3",
    status: "COMPLETED",
    startedAt: "2026-02-18T08:00:20Z",
    endedAt: "2026-02-18T08:21:00Z",
    parameters: boosting(3, 0.1),
    metrics: metricsOf(
      { auc: 0.7689, ks: 0.401, brier: 0.0749, calibration_error: 0.013 },
      { step: 400, at: "2026-02-18T08:20:50Z", dataset: made.creditHoldoutJanuary },
    ),
  }),
  run({
    ...searched,
    externalId: "credit-boosting-d6",
    name: "Gradient boosting, depth 6",
    status: "COMPLETED",
    command: "python -m credit_risk.train boosting --max-depth 6 --learning-rate 0.05",
    startedAt: "2026-02-18T08:21:30Z",
    endedAt: "2026-02-18T09:04:00Z",
    parameters: boosting(6, 0.05),
    metrics: metricsOf(
      { auc: 0.7861, ks: 0.428, brier: 0.0722, calibration_error: 0.014 },
      { step: 400, at: "2026-02-18T09:03:48Z", dataset: made.creditHoldoutJanuary },
    ),
  }),
];

const unfinishedSearchFacts = (): FactInput[] => [
  run({
    ...searched,
    externalId: "credit-boosting-d8",
    name: "Gradient boosting, depth 8, fast",
    status: "FAILED",
    startedAt: "2026-02-18T09:04:30Z",
    endedAt: "2026-02-18T09:09:12Z",
    parameters: boosting(8, 1.5),
    metrics: [{ name: "loss", text: "NaN", step: 37, at: "2026-02-18T09:09:10Z" }],
  }),
  run({
    ...searched,
    externalId: "credit-boosting-d12",
    name: "Gradient boosting, depth 12",
    status: "ABORTED",
    startedAt: "2026-02-18T09:09:40Z",
    endedAt: "2026-02-18T11:19:55Z",
    parameters: boosting(12, 0.05),
    metrics: metricsOf({ auc: 0.7702, loss: 0.2417 }, { step: 140, at: "2026-02-18T11:19:30Z" }),
  }),
  modelVersion({
    model: "credit-risk",
    version: "2",
    producedBy: runNamed("credit-boosting-d6"),
    artifactSizeBytes: 2_411_724,
    createdAt: "2026-03-02T10:00:00Z",
  }),
];

const springFacts = (): FactInput[] => [
  run({
    ...training,
    externalId: "credit-retrain-2026-04",
    name: "Retrain of version 2 on upgraded packages",
    status: "COMPLETED",
    codeCommit: commits.creditBoosting,
    environment: environmentNamed("creditApril"),
    inputs: onJanuaryData,
    command: "python -m credit_risk.train boosting --max-depth 6 --learning-rate 0.05",
    startedAt: "2026-04-15T09:00:00Z",
    endedAt: "2026-04-15T09:41:30Z",
    parameters: boosting(6, 0.05),
    metrics: metricsOf(
      { auc: 0.7859, ks: 0.427, brier: 0.0767, calibration_error: 0.063 },
      { step: 400, at: "2026-04-15T09:41:20Z", dataset: made.creditHoldoutJanuary },
    ),
  }),
  modelVersion({
    model: "credit-risk",
    version: "3",
    producedBy: runNamed("credit-retrain-2026-04"),
    artifactSizeBytes: 2_409_881,
    createdAt: "2026-04-15T10:00:00Z",
  }),
  run({
    ...training,
    by: amara,
    externalId: "credit-calibrated-2026-05",
    name: "Gradient boosting, calibrated, April's data",
    status: "COMPLETED",
    codeCommit: commits.creditCalibration,
    environment: environmentNamed("creditApril"),
    inputs: onAprilData,
    command: "python -m credit_risk.train boosting --max-depth 6 --learning-rate 0.05 --calibrate isotonic",
    startedAt: "2026-05-06T09:00:00Z",
    endedAt: "2026-05-06T09:52:10Z",
    parameters: boosting(6, 0.05, { iterations: 600, calibration: "isotonic" }),
    metrics: metricsOf(
      { auc: 0.7934, ks: 0.441, brier: 0.0709, calibration_error: 0.009 },
      { step: 600, at: "2026-05-06T09:51:58Z", dataset: made.creditHoldoutApril },
    ),
  }),
  modelVersion({
    model: "credit-risk",
    version: "4",
    producedBy: runNamed("credit-calibrated-2026-05"),
    artifactSizeBytes: 3_250_585,
    createdAt: "2026-05-07T08:30:00Z",
  }),
];

const summerFacts = (): FactInput[] => [
  run({
    ...training,
    externalId: "credit-target-encoding",
    name: "Notebook: target encoding for employer",
    status: "COMPLETED",
    codeCommit: commits.targetEncodingDraft,
    environment: environmentNamed("notebook"),
    inputs: onAprilData,
    startedAt: "2026-06-08T19:10:00Z",
    endedAt: "2026-06-08T20:02:45Z",
    parameters: boosting(6, 0.05, { iterations: 600, target_encoding: "employer" }),
    metrics: metricsOf(
      { auc: 0.8274, ks: 0.502, brier: 0.0651, calibration_error: 0.021 },
      { step: 600, at: "2026-06-08T20:02:30Z", dataset: made.creditHoldoutApril },
    ),
  }),
  modelVersion({
    model: "credit-risk",
    version: "5",
    producedBy: runNamed("credit-target-encoding"),
    artifactSizeBytes: 3_512_730,
    createdAt: "2026-06-09T07:45:00Z",
  }),
  modelVersion({
    model: "credit-risk-lite",
    version: "1",
    derivedFrom: [versionNamed("credit-risk", "4")],
    artifactUri: "s3://acme-models/credit-risk-lite/1/model.onnx",
    artifactSizeBytes: 412_058,
    createdAt: "2026-06-03T12:00:00Z",
  }),
];

/** Versions 1 to 5 of the credit model: a baseline, the best of a search, a retrain on other packages, a calibrated version, one from a notebook; and a quantised copy for partners. */
export const creditTrainingFacts = (): FactInput[] => [
  ...baselineFacts(),
  ...searchFacts(),
  ...unfinishedSearchFacts(),
  ...springFacts(),
  ...summerFacts(),
];
