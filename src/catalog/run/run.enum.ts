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
  description: "Status of a run.",
  valuesConfig: {
    SCHEDULED: { description: "The run has not started, or was only referenced so far." },
    RUNNING: { description: "The run is in progress." },
    COMPLETED: { description: "The run ended successfully." },
    FAILED: { description: "The run ended with an error." },
    ABORTED: { description: "The run was stopped before it ended." },
  },
});

export const Comparison = { LT: "LT", LTE: "LTE", EQ: "EQ", GTE: "GTE", GT: "GT" } as const;
export type Comparison = keyof typeof Comparison;

registerEnumType(Comparison, {
  name: "Comparison",
  description: "Comparison of a value with a threshold.",
  valuesConfig: {
    LT: { description: "Less than the threshold." },
    LTE: { description: "Less than or equal to the threshold." },
    EQ: { description: "Equal to the threshold." },
    GTE: { description: "Greater than or equal to the threshold." },
    GT: { description: "Greater than the threshold." },
  },
});

export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type SortDirection = keyof typeof SortDirection;

registerEnumType(SortDirection, {
  name: "SortDirection",
  description: "Direction of an ordering.",
  valuesConfig: {
    ASC: { description: "Ascending: smallest or earliest first." },
    DESC: { description: "Descending: greatest or latest first." },
  },
});

export const RunOrderField = { STARTED_AT: "STARTED_AT", ENDED_AT: "ENDED_AT", RECORDED_AT: "RECORDED_AT" } as const;
export type RunOrderField = keyof typeof RunOrderField;

registerEnumType(RunOrderField, {
  name: "RunOrderField",
  description: "Time by which runs are ordered. Runs without it come last.",
  valuesConfig: {
    STARTED_AT: { description: "Start time of the run." },
    ENDED_AT: { description: "End time of the run." },
    RECORDED_AT: { description: "Time at which the run was first recorded or referenced." },
  },
});
