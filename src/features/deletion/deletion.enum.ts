import { graphqlEnum } from "../../core/api/graphql-enum.js";

export const DeletionVerdict = graphqlEnum(["ALLOWED", "BLOCKED", "UNKNOWN"], {
  name: "DeletionVerdict",
  description: "Whether nodes may be deleted.",
  values: {
    ALLOWED:
      "The targets have no blockers: nothing that serves, is a rollback target or has a pending release depends on them.",
    BLOCKED: "A target, or a node that depends on one, serves, is a rollback target or has a pending release.",
    UNKNOWN:
      "The answer is PARTIAL: not every dependent node was examined. Or the server is configured with LINEAGE_BLIND_SPOTS=block, and a production model version has no recorded origin. Not a permission to delete.",
  },
});
export type DeletionVerdict = keyof typeof DeletionVerdict;

export const TombstoneStatus = graphqlEnum(["TOMBSTONED", "BLOCKED", "STALE_IMPACT"], {
  name: "TombstoneStatus",
  description: "Outcome of a `tombstone` request.",
  values: {
    TOMBSTONED: "All targets are tombstoned. Their stored data may be deleted now.",
    BLOCKED: "Nothing was tombstoned: the verdict is BLOCKED or UNKNOWN and was not overridden.",
    STALE_IMPACT: "Nothing was tombstoned: the targets or their impact have changed since the token was issued.",
  },
});
export type TombstoneStatus = keyof typeof TombstoneStatus;
