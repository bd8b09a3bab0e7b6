import { registerEnumType } from "type-graphql";

export const DeletionVerdict = { ALLOWED: "ALLOWED", BLOCKED: "BLOCKED", UNKNOWN: "UNKNOWN" } as const;
export type DeletionVerdict = keyof typeof DeletionVerdict;

registerEnumType(DeletionVerdict, {
  name: "DeletionVerdict",
  description: "Whether something may be deleted.",
  valuesConfig: {
    ALLOWED: {
      description:
        "Nothing that serves, that a rollback would go back to, or that waits for its release depends on it.",
    },
    BLOCKED: { description: "Something of that kind depends on it, or it is such a thing itself." },
    UNKNOWN: { description: "Not all that depends on it could be looked at." },
  },
});

export const TombstoneStatus = { TOMBSTONED: "TOMBSTONED", BLOCKED: "BLOCKED", STALE_IMPACT: "STALE_IMPACT" } as const;
export type TombstoneStatus = keyof typeof TombstoneStatus;

registerEnumType(TombstoneStatus, {
  name: "TombstoneStatus",
  description: "What became of a deletion.",
  valuesConfig: {
    TOMBSTONED: { description: "All targets are tombstoned; their bytes may be deleted now." },
    BLOCKED: { description: "Nothing was tombstoned: the verdict is BLOCKED or UNKNOWN, and was not overridden." },
    STALE_IMPACT: {
      description:
        "Nothing was tombstoned: the targets, or what depends on them, are not as they were when the token was given.",
    },
  },
});
