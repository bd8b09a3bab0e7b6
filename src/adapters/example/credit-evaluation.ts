import type { FactInput } from "../ingest/fact.js";
import { commits } from "./commits.js";
import { environmentNamed } from "./environments.js";
import { metricsOf, parametersOf, run, versionNamed } from "./fact-builders.js";
import { made } from "./features.js";

const evaluation = { experiment: "credit-evaluation", by: "amara@acme.example", status: "COMPLETED" as const };
type Holdout = typeof made.creditHoldoutJanuary;

const inputsOf = (version: string, holdout: Holdout) => [
  { role: "evaluated-model", modelVersion: versionNamed("credit-risk", version) },
  { role: "evaluation", datasetSnapshot: holdout },
];

const holdoutFacts = (): FactInput[] => [
  run({
    ...evaluation,
    externalId: "evaluate-credit-3",
    name: "Why does version 3 approve more?",
    startedAt: "2026-04-22T13:00:00Z",
    endedAt: "2026-04-22T13:02:25Z",
    command: "python -m credit_risk.evaluate --version 3 --bins 20",
    parameters: parametersOf({ bins: 20, threshold: 0.08 }),
    inputs: inputsOf("3", made.creditHoldoutJanuary),
    metrics: metricsOf(
      { auc: 0.7859, calibration_error: 0.063, approval_rate: 0.741 },
      { at: "2026-04-22T13:02:20Z", dataset: made.creditHoldoutJanuary },
    ),
    codeCommit: commits.creditBoosting,
    environment: environmentNamed("creditApril"),
  }),
  run({
    ...evaluation,
    externalId: "evaluate-credit-4",
    name: "Version 4 before its release",
    startedAt: "2026-05-11T08:00:00Z",
    endedAt: "2026-05-11T08:02:50Z",
    command: "python -m credit_risk.evaluate --version 4 --bins 20",
    parameters: parametersOf({ bins: 20, threshold: 0.08 }),
    inputs: inputsOf("4", made.creditHoldoutApril),
    metrics: metricsOf(
      { auc: 0.7934, calibration_error: 0.009, approval_rate: 0.627 },
      { at: "2026-05-11T08:02:44Z", dataset: made.creditHoldoutApril },
    ),
    codeCommit: commits.creditCalibration,
    environment: environmentNamed("creditApril"),
  }),
];

const thinFileFacts = (): FactInput[] => [
  run({
    ...evaluation,
    externalId: "evaluate-credit-4-thin-file",
    name: "Version 4 on applicants with a thin file",
    startedAt: "2026-05-12T10:00:00Z",
    endedAt: "2026-05-12T10:00:48Z",
    command: "python -m credit_risk.evaluate --version 4 --holdout thin-file",
    parameters: parametersOf({ bins: 10, threshold: 0.08 }),
    inputs: inputsOf("4", made.thinFileHoldoutApril),
    metrics: metricsOf(
      { auc: 0.7415, calibration_error: 0.018, approval_rate: 0.488 },
      { at: "2026-05-12T10:00:45Z", dataset: made.thinFileHoldoutApril },
    ),
    codeCommit: commits.creditCalibration,
    environment: environmentNamed("creditApril"),
  }),
  run({
    ...evaluation,
    externalId: "evaluate-credit-5-thin-file",
    name: "Version 5 on applicants with a thin file",
    startedAt: "2026-06-18T09:00:00Z",
    endedAt: "2026-06-18T09:00:51Z",
    command: "python -m credit_risk.evaluate --version 5 --holdout thin-file",
    parameters: parametersOf({ bins: 10, threshold: 0.08 }),
    inputs: inputsOf("5", made.thinFileHoldoutApril),
    metrics: metricsOf(
      { auc: 0.6127, calibration_error: 0.094, approval_rate: 0.552 },
      { at: "2026-06-18T09:00:47Z", dataset: made.thinFileHoldoutApril },
    ),
    codeCommit: commits.creditCalibration,
    environment: environmentNamed("creditApril"),
  }),
];

/** Later evaluations of the credit model. They show why version 3 was rolled back and version 5 was not released. */
export const creditEvaluationFacts = (): FactInput[] => [...holdoutFacts(), ...thinFileFacts()];
