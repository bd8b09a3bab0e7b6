import type { FactInput } from "../ingest/fact.js";
import { snapshot } from "./fact-builders.js";

const warehouse = "postgres://warehouse:5432";
/** The bucket of all data outside the warehouse. */
export const lake = "s3://acme-lake";

const fromWarehouse = (dataset: string, version: string) => ({ namespace: warehouse, dataset, version });
const fromLake = (dataset: string, version: string) => ({ namespace: lake, dataset, version });

/** Raw data, by content and date. */
export const raw = {
  customersJanuary: fromWarehouse("core.customers", "2026-01-05"),
  /** All models that serve today were trained on data derived from this snapshot: credit and churn each through their features. */
  customersMarch: fromWarehouse("core.customers", "2026-03-30"),
  applicationsJanuary: fromWarehouse("core.loan_applications", "2026-01-05"),
  applicationsMarch: fromWarehouse("core.loan_applications", "2026-03-30"),
  repaymentsJanuary: fromWarehouse("core.repayments", "2026-01-05"),
  repaymentsMarch: fromWarehouse("core.repayments", "2026-03-30"),
  repaymentsSeptember: fromWarehouse("core.repayments", "2026-09-01"),
  ticketsMarch: fromWarehouse("core.support_tickets", "2026-03-30"),
  bureauLastYear: fromLake("raw/bureau-reports", "2025-q4"),
  /** A truncated delivery. Only a failed run read it. */
  bureauTruncated: fromLake("raw/bureau-reports", "2026-q1-truncated"),
  bureauSpring: fromLake("raw/bureau-reports", "2026-q1"),
  /** Reaches only churn version 1, which no longer serves. */
  appEventsJanuary: fromLake("raw/app-events", "2026-01"),
  appEventsMarch: fromLake("raw/app-events", "2026-03"),
  /** Bought for a project that was cancelled; no run uses it. */
  clickstream: fromLake("raw/clickstream", "2026-02"),
} as const;

const warehouseFacts = (): FactInput[] => [
  snapshot({ ...raw.customersJanuary, rowCount: 184_210, sizeBytes: 61_340_672, createdAt: "2026-01-05T02:00:00Z" }),
  snapshot({ ...raw.customersMarch, rowCount: 191_877, sizeBytes: 63_897_600, createdAt: "2026-03-30T02:00:00Z" }),
  snapshot({ ...raw.applicationsJanuary, rowCount: 61_482, sizeBytes: 27_525_120, createdAt: "2026-01-05T02:10:00Z" }),
  snapshot({ ...raw.applicationsMarch, rowCount: 68_903, sizeBytes: 30_842_880, createdAt: "2026-03-30T02:10:00Z" }),
  snapshot({
    ...raw.repaymentsJanuary,
    rowCount: 1_902_331,
    sizeBytes: 214_958_080,
    createdAt: "2026-01-05T02:20:00Z",
  }),
  snapshot({ ...raw.repaymentsMarch, rowCount: 2_064_518, sizeBytes: 233_285_632, createdAt: "2026-03-30T02:20:00Z" }),
  snapshot({
    ...raw.repaymentsSeptember,
    rowCount: 2_391_040,
    sizeBytes: 270_187_520,
    createdAt: "2026-09-01T02:20:00Z",
  }),
  snapshot({ ...raw.ticketsMarch, rowCount: 40_117, sizeBytes: 18_874_368, createdAt: "2026-03-30T02:30:00Z" }),
];

const lakeFacts = (): FactInput[] => [
  snapshot({
    ...raw.bureauLastYear,
    uri: "s3://acme-lake/raw/bureau-reports/2025-q4.parquet",
    rowCount: 178_002,
    sizeBytes: 1_288_490_188,
    createdAt: "2026-01-04T21:12:00Z",
  }),
  snapshot({
    ...raw.bureauTruncated,
    uri: "s3://acme-lake/raw/bureau-reports/2026-q1-truncated.parquet",
    sizeBytes: 402_653_184,
    createdAt: "2026-03-30T21:40:00Z",
  }),
  snapshot({
    ...raw.bureauSpring,
    uri: "s3://acme-lake/raw/bureau-reports/2026-q1.parquet",
    rowCount: 186_340,
    sizeBytes: 1_347_928_064,
    createdAt: "2026-03-31T08:05:00Z",
  }),
  snapshot({
    ...raw.appEventsJanuary,
    uri: "s3://acme-lake/raw/app-events/2026-01/",
    rowCount: 22_918_004,
    sizeBytes: 3_650_722_201,
    createdAt: "2026-02-01T00:30:00Z",
  }),
  snapshot({
    ...raw.appEventsMarch,
    uri: "s3://acme-lake/raw/app-events/2026-03/",
    rowCount: 25_303_871,
    sizeBytes: 4_026_531_840,
    createdAt: "2026-04-01T00:30:00Z",
  }),
  snapshot({
    ...raw.clickstream,
    uri: "s3://acme-lake/raw/clickstream/2026-02/",
    rowCount: 310_448_112,
    sizeBytes: 48_318_382_080,
    createdAt: "2026-03-01T00:30:00Z",
  }),
];

/** The raw data: location, size and time of each snapshot. */
export const rawDataFacts = (): FactInput[] => [...warehouseFacts(), ...lakeFacts()];
