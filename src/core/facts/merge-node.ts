import type { FactWarning, FieldValue, Fields, NodeKind, Observation } from "./draft.js";
import { fillIn, isSame, showValue } from "./merge.js";
import { latest } from "./observation.js";

/** The fields of a node that a report changes, and what of the report was not recorded. */
export interface MergedNode {
  readonly fields: Fields;
  readonly warnings: readonly FactWarning[];
}

/**
 * Merges a report into a recorded node, by the rules of its kind.
 * @throws ConflictError when the report contradicts recorded fields.
 */
export function mergeNode(
  { merge, descriptive = [], mutable = {} }: NodeKind,
  key: string,
  known: Fields,
  reported: Fields,
  observation: Observation,
): MergedNode {
  const fixed = Object.entries(reported).filter(([field]) => !descriptive.includes(field) && !(field in mutable));
  const described = describe(key, known, reported, descriptive);
  return {
    fields: {
      ...merge(key, known, Object.fromEntries(fixed)),
      ...described.fields,
      ...latest(known, reported, observation, mutable),
    },
    warnings: described.warnings,
  };
}

/** Merges descriptive fields: the first value stays. */
function describe(key: string, known: Fields, reported: Fields, descriptive: readonly string[]): MergedNode {
  const unknown: Record<string, FieldValue> = {};
  const warnings: FactWarning[] = [];
  for (const field of descriptive) {
    const [before, given] = [known[field] ?? null, reported[field] ?? null];
    if (given === null || isSame(before, given)) continue;
    if (before === null) unknown[field] = given;
    else warnings.push(differenceOf(key, field, before, given));
  }
  return { fields: fillIn(key, known, unknown), warnings };
}

function differenceOf(key: string, field: string, known: FieldValue, given: FieldValue): FactWarning {
  return {
    key,
    field,
    known,
    given,
    message:
      `${key} is already recorded with ${field} ${showValue(field, known)}, which stays; ` +
      `the reported ${showValue(field, given)} was not recorded`,
  };
}
