import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { completenessStatuses, partialReasons } from "./completeness.js";
import { lineageDirections } from "./lineage.service.js";
import { flowKinds } from "../../core/facts/draft.js";

export const LineageDirection = graphqlEnum(lineageDirections, {
  name: "LineageDirection",
  description: "Direction of traversal, relative to the flow of data.",
  values: {
    UPSTREAM: "Against the flow of data, to the inputs of a node.",
    DOWNSTREAM: "Along the flow of data, to everything that used a node.",
  },
});
export type LineageDirection = keyof typeof LineageDirection;

export const CompletenessStatus = graphqlEnum(completenessStatuses, {
  name: "CompletenessStatus",
  description: "Whether an answer is complete.",
  values: {
    COMPLETE: "Every matching node was examined.",
    PARTIAL: "More nodes may exist. Never treat a PARTIAL answer as permission.",
  },
});
export type CompletenessStatus = keyof typeof CompletenessStatus;

export const PartialReason = graphqlEnum([...partialReasons, "RESTRICTED"], {
  name: "PartialReason",
  description: "Reason for a PARTIAL answer.",
  values: {
    DEPTH_LIMIT: "More nodes exist beyond `maxDepth`.",
    NODE_BUDGET: "More nodes were reached than the node budget allows.",
    TIME_BUDGET: "The database exceeded the time budget.",
    UNPINNED: "Environments may or may not install a matching version of the package.",
    UNRECORDED_CONTENT: "The members of a folder are not recorded, so it may contain the content in question.",
    RESTRICTED: "Some nodes are not visible to the caller. Reserved; not returned yet.",
  },
});
export type PartialReason = keyof typeof PartialReason;

export const LineageEdgeKind = graphqlEnum(flowKinds, {
  name: "LineageEdgeKind",
  description: "Relationship of the upstream node to the downstream node.",
  values: {
    USED_BY: "The run used the snapshot, commit, environment or model version.",
    PRODUCED: "The run created the snapshot or model version.",
    DERIVED_INTO: "A snapshot or model version was derived from another one; the run is not recorded.",
    DEPLOYED_AS: "The deployment serves the model version.",
    EMITTED: "The deployment wrote the snapshot, such as logged predictions that are used as data later.",
    PART_OF: "The snapshot is a file of the folder or table.",
    SAME_CONTENT: "The same content under two names of one namespace. Applies in both directions.",
  },
});
export type LineageEdgeKind = keyof typeof LineageEdgeKind;
