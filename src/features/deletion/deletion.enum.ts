import { registerEnumType } from "type-graphql";

export const DeletionVerdict = { ALLOWED: "ALLOWED", BLOCKED: "BLOCKED", UNKNOWN: "UNKNOWN" } as const;
export type DeletionVerdict = keyof typeof DeletionVerdict;

registerEnumType(DeletionVerdict, {
  name: "DeletionVerdict",
  description: "Whether nodes may be deleted.",
  valuesConfig: {
    ALLOWED: {
      description:
        "The targets have no blockers: nothing that serves, is a rollback target or has a pending release depends on them.",
    },
    BLOCKED: {
      description: "A target, or a node that depends on one, serves, is a rollback target or has a pending release.",
    },
    UNKNOWN: {
      description: "The answer is PARTIAL: not every dependent node was examined. Not a permission to delete.",
    },
  },
});

export const TombstoneStatus = { TOMBSTONED: "TOMBSTONED", BLOCKED: "BLOCKED", STALE_IMPACT: "STALE_IMPACT" } as const;
export type TombstoneStatus = keyof typeof TombstoneStatus;

registerEnumType(TombstoneStatus, {
  name: "TombstoneStatus",
  description: "Outcome of a `tombstone` request.",
  valuesConfig: {
    TOMBSTONED: { description: "All targets are tombstoned. Their stored data may be deleted now." },
    BLOCKED: { description: "Nothing was tombstoned: the verdict is BLOCKED or UNKNOWN and was not overridden." },
    STALE_IMPACT: {
      description: "Nothing was tombstoned: the targets or their impact have changed since the token was issued.",
    },
  },
});
