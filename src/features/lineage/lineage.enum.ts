import { registerEnumType } from "type-graphql";
import type { LineageQuestion } from "./lineage.service.js";
import type { EdgeRow } from "./lineage.statements.js";

export const LineageDirection = { UPSTREAM: "UPSTREAM", DOWNSTREAM: "DOWNSTREAM" } as const satisfies Record<
  LineageQuestion["direction"],
  string
>;
export type LineageDirection = keyof typeof LineageDirection;

registerEnumType(LineageDirection, {
  name: "LineageDirection",
  description: "Direction of traversal, relative to the flow of data.",
  valuesConfig: {
    UPSTREAM: { description: "Against the flow of data, to the inputs of a node." },
    DOWNSTREAM: { description: "Along the flow of data, to everything that used a node." },
  },
});

export const CompletenessStatus = { COMPLETE: "COMPLETE", PARTIAL: "PARTIAL" } as const;
export type CompletenessStatus = keyof typeof CompletenessStatus;

registerEnumType(CompletenessStatus, {
  name: "CompletenessStatus",
  description: "Whether an answer is complete.",
  valuesConfig: {
    COMPLETE: { description: "Every matching node was examined." },
    PARTIAL: { description: "More nodes may exist. Never treat a PARTIAL answer as permission." },
  },
});

export const PartialReason = {
  DEPTH_LIMIT: "DEPTH_LIMIT",
  NODE_BUDGET: "NODE_BUDGET",
  TIME_BUDGET: "TIME_BUDGET",
  RESTRICTED: "RESTRICTED",
} as const;
export type PartialReason = keyof typeof PartialReason;

registerEnumType(PartialReason, {
  name: "PartialReason",
  description: "Reason for a PARTIAL answer.",
  valuesConfig: {
    DEPTH_LIMIT: { description: "More nodes exist beyond `maxDepth`." },
    NODE_BUDGET: { description: "More nodes were reached than the node budget allows." },
    TIME_BUDGET: { description: "The database exceeded the time budget." },
    RESTRICTED: { description: "Some nodes are not visible to the caller. Reserved; not returned yet." },
  },
});

export const LineageEdgeKind = {
  USED_BY: "USED_BY",
  PRODUCED: "PRODUCED",
  DERIVED_INTO: "DERIVED_INTO",
  DEPLOYED_AS: "DEPLOYED_AS",
  EMITTED: "EMITTED",
} as const satisfies Record<EdgeRow["kind"], string>;
export type LineageEdgeKind = keyof typeof LineageEdgeKind;

registerEnumType(LineageEdgeKind, {
  name: "LineageEdgeKind",
  description: "Relationship of the upstream node to the downstream node.",
  valuesConfig: {
    USED_BY: { description: "The run used the snapshot, commit, environment or model version." },
    PRODUCED: { description: "The run created the snapshot or model version." },
    DERIVED_INTO: { description: "A snapshot or model version was derived from another one; the run is not recorded." },
    DEPLOYED_AS: { description: "The deployment serves the model version." },
    EMITTED: {
      description: "The deployment wrote the snapshot, such as logged predictions that are used as data later.",
    },
  },
});
