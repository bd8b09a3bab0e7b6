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
  description: "Which way to walk.",
  valuesConfig: {
    UPSTREAM: { description: "Against the flow of data: what something was made from." },
    DOWNSTREAM: { description: "Along the flow of data: what something was used for." },
  },
});

export const CompletenessStatus = { COMPLETE: "COMPLETE", PARTIAL: "PARTIAL" } as const;
export type CompletenessStatus = keyof typeof CompletenessStatus;

registerEnumType(CompletenessStatus, {
  name: "CompletenessStatus",
  description: "Whether an answer is all there is.",
  valuesConfig: {
    COMPLETE: { description: "Everything was looked at." },
    PARTIAL: { description: "There may be more; never take it for permission." },
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
  description: "Why an answer is PARTIAL.",
  valuesConfig: {
    DEPTH_LIMIT: { description: "Nodes lie further away than `maxDepth`." },
    NODE_BUDGET: { description: "More nodes were reached than the server looks at for one question." },
    TIME_BUDGET: { description: "The server took longer than it may for one question." },
    RESTRICTED: { description: "Some of the nodes may not be shown to who asks." },
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
  description: "What the upstream node is to the downstream one.",
  valuesConfig: {
    USED_BY: { description: "The run used the snapshot, commit, environment or model version." },
    PRODUCED: { description: "The run made the snapshot or model version." },
    DERIVED_INTO: { description: "One snapshot, or model version, was made from another by a run that is not known." },
    DEPLOYED_AS: { description: "The deployment serves the model version." },
    EMITTED: { description: "The deployment wrote the snapshot: what it decided, logged for later use." },
  },
});
