import { registerEnumType } from "type-graphql";

export const RunStatus = {
  SCHEDULED: "SCHEDULED",
  RUNNING: "RUNNING",
  COMPLETED: "COMPLETED",
  FAILED: "FAILED",
  ABORTED: "ABORTED",
} as const;
export type RunStatus = keyof typeof RunStatus;

registerEnumType(RunStatus, {
  name: "RunStatus",
  description: "How far a run is.",
  valuesConfig: {
    SCHEDULED: { description: "Not started yet, or only referred to so far." },
    RUNNING: { description: "Under way." },
    COMPLETED: { description: "Ended well." },
    FAILED: { description: "Ended with an error." },
    ABORTED: { description: "Stopped before its end." },
  },
});

export const Comparison = { LT: "LT", LTE: "LTE", EQ: "EQ", GTE: "GTE", GT: "GT" } as const;
export type Comparison = keyof typeof Comparison;

registerEnumType(Comparison, {
  name: "Comparison",
  description: "How a number compares with another.",
  valuesConfig: {
    LT: { description: "Less." },
    LTE: { description: "Less or equal." },
    EQ: { description: "Equal." },
    GTE: { description: "Greater or equal." },
    GT: { description: "Greater." },
  },
});

export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type SortDirection = keyof typeof SortDirection;

registerEnumType(SortDirection, {
  name: "SortDirection",
  description: "Which end of an order comes first.",
  valuesConfig: {
    ASC: { description: "Least or earliest first." },
    DESC: { description: "Greatest or latest first." },
  },
});

export const RunOrderField = { STARTED_AT: "STARTED_AT", ENDED_AT: "ENDED_AT", RECORDED_AT: "RECORDED_AT" } as const;
export type RunOrderField = keyof typeof RunOrderField;

registerEnumType(RunOrderField, {
  name: "RunOrderField",
  description: "A time that runs can be ordered by; those without it come last.",
  valuesConfig: {
    STARTED_AT: { description: "When it started." },
    ENDED_AT: { description: "When it ended." },
    RECORDED_AT: { description: "When this API learnt of it." },
  },
});
