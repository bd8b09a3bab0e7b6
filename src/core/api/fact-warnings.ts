import type { FactWarning } from "../facts/draft.js";
import type { FactOutcome } from "../facts/fact-plan.js";

/** A warning about the fact that a mutation recorded, in `extensions.warnings` of the response. */
export interface ResponseWarning extends FactWarning {
  /** The path of the mutation in the response. */
  readonly path: readonly (string | number)[];
}

/** The warnings about one accepted fact: what of it was not recorded, and the tombstoned nodes that it is about. */
export function warningsOf(outcome: FactOutcome): readonly FactWarning[] {
  if (outcome.status === "REJECTED") return [];
  const { key, tombstoned = [], warnings = [] } = outcome;
  return [
    ...warnings,
    ...tombstoned.map((deleted) => ({
      key: deleted,
      field: "tombstone",
      message:
        deleted === key
          ? `${key} is tombstoned, so its registration was recorded and flagged; if its content exists again, end the tombstone with restore`
          : `${deleted} is tombstoned, so ${key} was recorded and flagged; if its content exists again, end the tombstone with restore`,
    })),
  ];
}
