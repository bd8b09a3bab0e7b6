import type { FactInput } from "../ingest/fact.js";
import { commits } from "./commits.js";
import { environmentNamed } from "./environments.js";
import { parametersOf, run, snapshot } from "./fact-builders.js";
import { lake, raw } from "./raw-data.js";

const fromLake = (dataset: string, version: string) => ({ namespace: lake, dataset, version });

/** Data that was derived from raw data, by content and date. */
export const made = {
  creditFeaturesJanuary: fromLake("features/credit", "2026-01"),
  creditFeaturesApril: fromLake("features/credit", "2026-04"),
  churnFeaturesFebruary: fromLake("features/churn", "2026-02"),
  churnFeaturesApril: fromLake("features/churn", "2026-04"),
  creditTrainJanuary: fromLake("credit/train", "2026-01"),
  creditTrainApril: fromLake("credit/train", "2026-04"),
  creditHoldoutJanuary: fromLake("credit/holdout", "2026-01"),
  creditHoldoutApril: fromLake("credit/holdout", "2026-04"),
  /** Applicants with few bureau records, filtered manually from the holdout. */
  thinFileHoldoutApril: fromLake("credit/holdout-thin-file", "2026-04"),
} as const;

const features = { experiment: "features", by: "airflow" };
const januaryJob = { ...features, codeCommit: commits.joinBureauReports, environment: environmentNamed("featureJobs") };
const aprilJob = {
  ...features,
  codeCommit: commits.longerRepaymentWindow,
  environment: environmentNamed("featureJobs"),
};
const rawInputs = (...snapshots: (typeof raw)[keyof typeof raw][]) =>
  snapshots.map((datasetSnapshot) => ({ role: "raw", datasetSnapshot }));

const creditFeatureFacts = (): FactInput[] => [
  run({
    ...januaryJob,
    externalId: "features-credit-2026-01",
    name: "Credit features, January",
    status: "COMPLETED",
    startedAt: "2026-01-08T04:00:00Z",
    endedAt: "2026-01-08T04:47:12Z",
    command: "python -m features.credit --as-of 2026-01-05",
    parameters: parametersOf({ as_of: "2026-01-05", missed_repayments_window_months: 6 }),
    inputs: rawInputs(raw.customersJanuary, raw.applicationsJanuary, raw.repaymentsJanuary, raw.bureauLastYear),
    outputSnapshots: [made.creditFeaturesJanuary],
  }),
  snapshot({
    ...made.creditFeaturesJanuary,
    uri: "s3://acme-lake/features/credit/2026-01/",
    rowCount: 61_482,
    sizeBytes: 19_398_656,
    createdAt: "2026-01-08T04:47:12Z",
  }),
  run({
    ...aprilJob,
    externalId: "features-credit-2026-04-try-1",
    name: "Credit features, April (first try)",
    status: "FAILED",
    startedAt: "2026-03-31T04:00:00Z",
    endedAt: "2026-03-31T04:03:41Z",
    command: "python -m features.credit --as-of 2026-03-30",
    parameters: parametersOf({ as_of: "2026-03-30", missed_repayments_window_months: 12 }),
    inputs: rawInputs(raw.customersMarch, raw.applicationsMarch, raw.repaymentsMarch, raw.bureauTruncated),
  }),
  run({
    ...aprilJob,
    externalId: "features-credit-2026-04",
    name: "Credit features, April",
    status: "COMPLETED",
    startedAt: "2026-04-01T04:00:00Z",
    endedAt: "2026-04-01T04:52:30Z",
    command: "python -m features.credit --as-of 2026-03-30",
    parameters: parametersOf({ as_of: "2026-03-30", missed_repayments_window_months: 12 }),
    inputs: rawInputs(raw.customersMarch, raw.applicationsMarch, raw.repaymentsMarch, raw.bureauSpring),
    outputSnapshots: [made.creditFeaturesApril],
  }),
  snapshot({
    ...made.creditFeaturesApril,
    uri: "s3://acme-lake/features/credit/2026-04/",
    rowCount: 68_903,
    sizeBytes: 22_020_096,
    createdAt: "2026-04-01T04:52:30Z",
  }),
];

const churnFeatureFacts = (): FactInput[] => [
  run({
    ...januaryJob,
    externalId: "features-churn-2026-02",
    name: "Churn features, February",
    status: "COMPLETED",
    startedAt: "2026-02-02T05:00:00Z",
    endedAt: "2026-02-02T05:38:05Z",
    command: "python -m features.churn --month 2026-01",
    parameters: parametersOf({ month: "2026-01", activity_window_days: 30 }),
    inputs: rawInputs(raw.customersJanuary, raw.appEventsJanuary),
    outputSnapshots: [made.churnFeaturesFebruary],
  }),
  snapshot({
    ...made.churnFeaturesFebruary,
    uri: "s3://acme-lake/features/churn/2026-02/",
    rowCount: 184_210,
    sizeBytes: 41_943_040,
    createdAt: "2026-02-02T05:38:05Z",
  }),
  run({
    ...aprilJob,
    externalId: "features-churn-2026-04",
    name: "Churn features, April",
    status: "COMPLETED",
    startedAt: "2026-04-02T05:00:00Z",
    endedAt: "2026-04-02T05:44:51Z",
    command: "python -m features.churn --month 2026-03",
    parameters: parametersOf({ month: "2026-03", activity_window_days: 30, tickets: "yes" }),
    inputs: rawInputs(raw.customersMarch, raw.appEventsMarch, raw.ticketsMarch),
    outputSnapshots: [made.churnFeaturesApril],
  }),
  snapshot({
    ...made.churnFeaturesApril,
    uri: "s3://acme-lake/features/churn/2026-04/",
    rowCount: 191_877,
    sizeBytes: 46_137_344,
    createdAt: "2026-04-02T05:44:51Z",
  }),
];

const januarySplitFacts = (): FactInput[] => [
  run({
    ...januaryJob,
    externalId: "split-credit-2026-01",
    name: "Split of the credit features, January",
    status: "COMPLETED",
    startedAt: "2026-01-12T10:00:00Z",
    endedAt: "2026-01-12T10:01:20Z",
    command: "python -m features.split --holdout 0.2 --by applied_on",
    parameters: parametersOf({ holdout: 0.2, by: "applied_on" }),
    inputs: [{ role: "features", datasetSnapshot: made.creditFeaturesJanuary }],
    outputSnapshots: [made.creditTrainJanuary, made.creditHoldoutJanuary],
  }),
  snapshot({
    ...made.creditTrainJanuary,
    uri: "s3://acme-lake/credit/train/2026-01.parquet",
    rowCount: 49_185,
    sizeBytes: 15_518_924,
    createdAt: "2026-01-12T10:01:20Z",
  }),
  snapshot({
    ...made.creditHoldoutJanuary,
    uri: "s3://acme-lake/credit/holdout/2026-01.parquet",
    rowCount: 12_297,
    sizeBytes: 3_879_731,
    createdAt: "2026-01-12T10:01:20Z",
  }),
];

const aprilSplitFacts = (): FactInput[] => [
  run({
    ...aprilJob,
    externalId: "split-credit-2026-04",
    name: "Split of the credit features, April",
    status: "COMPLETED",
    startedAt: "2026-04-01T06:00:00Z",
    endedAt: "2026-04-01T06:01:33Z",
    command: "python -m features.split --holdout 0.2 --by applied_on",
    parameters: parametersOf({ holdout: 0.2, by: "applied_on" }),
    inputs: [{ role: "features", datasetSnapshot: made.creditFeaturesApril }],
    outputSnapshots: [made.creditTrainApril, made.creditHoldoutApril],
  }),
  snapshot({
    ...made.creditTrainApril,
    uri: "s3://acme-lake/credit/train/2026-04.parquet",
    rowCount: 55_122,
    sizeBytes: 17_616_076,
    createdAt: "2026-04-01T06:01:33Z",
  }),
  snapshot({
    ...made.creditHoldoutApril,
    uri: "s3://acme-lake/credit/holdout/2026-04.parquet",
    rowCount: 13_781,
    sizeBytes: 4_404_019,
    createdAt: "2026-04-01T06:01:33Z",
  }),
  snapshot({
    ...made.thinFileHoldoutApril,
    uri: "s3://acme-lake/credit/holdout-thin-file/2026-04.parquet",
    rowCount: 2_106,
    sizeBytes: 673_186,
    createdAt: "2026-05-12T09:30:00Z",
    derivedFrom: [made.creditHoldoutApril],
  }),
];

/** Feature jobs and splits: two generations of data for credit and for churn, and a job that failed on a truncated delivery. */
export const featureFacts = (): FactInput[] => [
  ...creditFeatureFacts(),
  ...churnFeatureFacts(),
  ...januarySplitFacts(),
  ...aprilSplitFacts(),
];
