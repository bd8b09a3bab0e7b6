import { groupBy } from "../../core/api/group-by.js";
import { type ChangeKind, byChange, compareText } from "./change.js";

/** A snapshot or model version that a run used. */
export interface UsedInput {
  /** Key of its dataset or model. */
  readonly container: string;
  readonly role: string;
  readonly key: string;
}

/** A difference in the inputs, for one dataset or model and role. */
export interface InputChange {
  readonly change: ChangeKind;
  readonly container: string;
  readonly role: string;
  /** Keys of the snapshots or model versions. */
  readonly left: string | null;
  readonly right: string | null;
}

/**
 * Differences in the inputs. If one state of a dataset was replaced by one other in the same role, it is CHANGED. If
 * several were replaced, the pairs are unknown, so they are listed as added and removed. Training data comes first.
 */
export function compareInputs(left: readonly UsedInput[], right: readonly UsedInput[]): InputChange[] {
  const lefts = groupBy(left, slotOf);
  const rights = groupBy(right, slotOf);
  return [...new Set([...lefts.keys(), ...rights.keys()])]
    .flatMap((slot) => changesOf(lefts.get(slot) ?? [], rights.get(slot) ?? []))
    .sort(byWeight);
}

function slotOf({ container, role }: UsedInput): string {
  return JSON.stringify([container, role]);
}

function changesOf(left: readonly UsedInput[], right: readonly UsedInput[]): InputChange[] {
  const gone = without(left, right);
  const come = without(right, left);
  const [was] = gone;
  const [is] = come;
  if (was && is && gone.length === 1 && come.length === 1)
    return [{ change: "CHANGED", container: is.container, role: is.role, left: was.key, right: is.key }];
  return [
    ...come.map(({ container, role, key }): InputChange => ({
      change: "ADDED",
      container,
      role,
      left: null,
      right: key,
    })),
    ...gone.map(({ container, role, key }): InputChange => ({
      change: "REMOVED",
      container,
      role,
      left: key,
      right: null,
    })),
  ];
}

function without(some: readonly UsedInput[], others: readonly UsedInput[]): UsedInput[] {
  const keys = new Set(others.map(({ key }) => key));
  return some.filter(({ key }) => !keys.has(key));
}

function byWeight(left: InputChange, right: InputChange): number {
  const kinds = byChange({ change: left.change, name: "" }, { change: right.change, name: "" });
  return kinds || compareText(weightOf(left), weightOf(right));
}

function weightOf({ container, role, left, right }: InputChange): string {
  return JSON.stringify([/^train/i.test(role) ? 0 : 1, container, role, left ?? right]);
}
