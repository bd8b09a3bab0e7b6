import type { FactInput } from "../ingest/fact.js";
import { commits } from "./commits.js";
import { creditApi, serving } from "./endpoints.js";
import { environmentNamed } from "./environments.js";
import { metricsOf, modelVersion, parametersOf, run, runNamed, snapshot, versionNamed } from "./fact-builders.js";
import { made } from "./features.js";
import { lake, raw } from "./raw-data.js";

const loggedPredictions = { namespace: lake, dataset: "logs/credit-api", version: "2026-08-31" };
const feedback = { namespace: lake, dataset: "credit/feedback", version: "2026-09" };

const feedbackDataFacts = (): FactInput[] => [
  snapshot({
    ...loggedPredictions,
    uri: "s3://acme-lake/logs/credit-api/until-2026-08-31/",
    rowCount: 38_220,
    sizeBytes: 11_534_336,
    createdAt: "2026-08-31T23:59:00Z",
    emittedBy: { ...creditApi, modelVersion: versionNamed("credit-risk", "4"), validFrom: serving.creditVersion4From },
  }),
  run({
    externalId: "feedback-2026-09",
    name: "Join logged scores to repayments",
    experiment: "features",
    by: "airflow",
    status: "COMPLETED",
    startedAt: "2026-09-07T04:00:00Z",
    endedAt: "2026-09-07T04:12:40Z",
    command: "python -m features.feedback --until 2026-08-31",
    parameters: parametersOf({ until: "2026-08-31", outcome: "two payments missed" }),
    inputs: [
      { role: "predictions", datasetSnapshot: loggedPredictions },
      { role: "raw", datasetSnapshot: raw.repaymentsSeptember },
    ],
    outputSnapshots: [feedback],
    codeCommit: commits.longerRepaymentWindow,
    environment: environmentNamed("featureJobs"),
  }),
  snapshot({
    ...feedback,
    uri: "s3://acme-lake/credit/feedback/2026-09.parquet",
    rowCount: 21_604,
    sizeBytes: 7_025_459,
    createdAt: "2026-09-07T04:12:40Z",
  }),
];

const feedbackTrainingFacts = (): FactInput[] => [
  run({
    externalId: "credit-feedback-2026-09",
    name: "Gradient boosting, calibrated, with feedback",
    experiment: "credit-risk",
    by: "amara@acme.example",
    status: "COMPLETED",
    startedAt: "2026-09-08T09:00:00Z",
    endedAt: "2026-09-08T10:05:20Z",
    command:
      "python -m credit_risk.train boosting --max-depth 6 --learning-rate 0.05 --calibrate isotonic --feedback 2026-09",
    parameters: parametersOf({
      algorithm: "hist-gradient-boosting",
      max_depth: 6,
      learning_rate: 0.05,
      iterations: 600,
      calibration: "isotonic",
      feedback_weight: 0.5,
      seed: 7,
    }),
    metrics: metricsOf(
      { auc: 0.8012, ks: 0.456, brier: 0.0694, calibration_error: 0.008 },
      { step: 600, at: "2026-09-08T10:05:05Z", dataset: made.creditHoldoutApril },
    ),
    inputs: [
      { role: "training", datasetSnapshot: made.creditTrainApril },
      { role: "training", datasetSnapshot: feedback },
      { role: "validation", datasetSnapshot: made.creditHoldoutApril },
    ],
    codeCommit: commits.creditFeedback,
    environment: environmentNamed("creditApril"),
  }),
  modelVersion({
    model: "credit-risk",
    version: "6",
    producedBy: runNamed("credit-feedback-2026-09"),
    artifactSizeBytes: 3_301_212,
    createdAt: "2026-09-09T08:15:00Z",
  }),
];

/** Version 4's decisions in production, joined to their outcomes, become training data of version 6. */
export const creditFeedbackFacts = (): FactInput[] => [...feedbackDataFacts(), ...feedbackTrainingFacts()];
