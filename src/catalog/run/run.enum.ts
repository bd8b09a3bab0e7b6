import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { runStatuses } from "./run.shape.js";
import { comparisons } from "../../core/shared/comparison.js";
import { runOrderFields } from "./run.statements.js";

export const RunStatus = graphqlEnum(runStatuses, {
  name: "RunStatus",
  description: "Status of a run.",
  values: {
    SCHEDULED: "The run has not started, or was only referenced so far.",
    RUNNING: "The run is in progress.",
    COMPLETED: "The run ended successfully.",
    FAILED: "The run ended with an error.",
    ABORTED: "The run was stopped before it ended.",
  },
});
export type RunStatus = keyof typeof RunStatus;

export const Comparison = graphqlEnum(comparisons, {
  name: "Comparison",
  description: "Comparison of a value with a threshold.",
  values: {
    LT: "Less than the threshold.",
    LTE: "Less than or equal to the threshold.",
    EQ: "Equal to the threshold.",
    GTE: "Greater than or equal to the threshold.",
    GT: "Greater than the threshold.",
  },
});
export type Comparison = keyof typeof Comparison;

export const SortDirection = graphqlEnum(["ASC", "DESC"], {
  name: "SortDirection",
  description: "Direction of an ordering.",
  values: {
    ASC: "Ascending: smallest or earliest first.",
    DESC: "Descending: greatest or latest first.",
  },
});
export type SortDirection = keyof typeof SortDirection;

export const RunOrderField = graphqlEnum(runOrderFields, {
  name: "RunOrderField",
  description: "Time by which runs are ordered. Runs without it come last.",
  values: {
    STARTED_AT: "Start time of the run.",
    ENDED_AT: "End time of the run.",
    RECORDED_AT: "Time at which the run was first recorded or referenced.",
  },
});
export type RunOrderField = keyof typeof RunOrderField;
