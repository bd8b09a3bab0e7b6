import { type Change, changesBetween } from "./change.js";
import { type InputChange, type UsedInput, compareInputs } from "./compare-inputs.js";
import { type ComparedPackage, comparePackages } from "./compare-packages.js";

/** What is known of how one side was made. */
export interface ComparedSide {
  readonly data: readonly UsedInput[];
  readonly models: readonly UsedInput[];
  readonly commit: ComparedCode | null;
  /** Key, or null where none is recorded. */
  readonly environment: string | null;
  /** Null where it is not known what the environment contains. */
  readonly packages: readonly ComparedPackage[] | null;
  readonly parameters: ReadonlyMap<string, string>;
  /** What is not finite is NaN, Infinity or -Infinity. */
  readonly metrics: ReadonlyMap<string, number>;
  /** What is missing on this side, in words: "the run that made it". */
  readonly unknown: readonly string[];
}

export interface ComparedCode {
  readonly key: string;
  readonly isDirty: boolean;
  readonly patchDigest: string | null;
}

/** What differs in a metric; null is what is missing or not finite. */
export interface MetricDifference extends Change<number> {
  readonly difference: number | null;
}

/** What differs between two sides. */
export interface Differences {
  readonly data: readonly InputChange[];
  readonly models: readonly InputChange[];
  readonly isSameCode: boolean;
  readonly packages: readonly Change<string>[];
  readonly parameters: readonly Change<string>[];
  readonly metrics: readonly MetricDifference[];
  /** What could not be compared, one sentence each. */
  readonly notCompared: readonly string[];
}

/** Compares how two things were made. What a side does not tell is neither the same nor different: it is named. */
export function compare(left: ComparedSide, right: ComparedSide): Differences {
  const isSame = (one: string, other: string): boolean => one === other;
  return {
    data: compareInputs(left.data, right.data),
    models: compareInputs(left.models, right.models),
    isSameCode: isSameCode(left.commit, right.commit),
    packages: left.packages && right.packages ? comparePackages(left.packages, right.packages) : [],
    parameters: changesBetween(left.parameters, right.parameters, isSame),
    metrics: changesBetween(left.metrics, right.metrics, isSameNumber).map(toMetricDifference),
    notCompared: [...left.unknown.map((what) => `left: ${what}`), ...right.unknown.map((what) => `right: ${what}`)],
  };
}

/** Changes that nobody kept may be any. */
function isSameCode(left: ComparedCode | null, right: ComparedCode | null): boolean {
  return left !== null && left.key === right?.key && (!left.isDirty || left.patchDigest !== null);
}

function isSameNumber(left: number, right: number): boolean {
  return left === right || (Number.isNaN(left) && Number.isNaN(right));
}

/** As many digits as a sum of decimal numbers has, and not those that binary arithmetic adds. */
const digits = 12;

function toMetricDifference({ left, right, ...change }: Change<number>): MetricDifference {
  const [was, is] = [finite(left), finite(right)];
  return {
    ...change,
    left: was,
    right: is,
    difference: was === null || is === null ? null : Number((is - was).toPrecision(digits)),
  };
}

function finite(value: number | null): number | null {
  return Number.isFinite(value) ? value : null;
}
