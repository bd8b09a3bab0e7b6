import { type Change, changesBetween } from "./change.js";
import { type InputChange, type UsedInput, compareInputs } from "./compare-inputs.js";
import { type ComparedPackage, comparePackages } from "./compare-packages.js";

/** The recorded facts about how one side was produced. */
export interface ComparedSide {
  readonly data: readonly UsedInput[];
  readonly models: readonly UsedInput[];
  readonly commit: ComparedCode | null;
  /** Key; null if none is recorded. */
  readonly environment: string | null;
  /** Null if the contents of the environment are not recorded. */
  readonly packages: readonly ComparedPackage[] | null;
  readonly parameters: ReadonlyMap<string, string>;
  /** A value that is not finite is NaN, Infinity or -Infinity. */
  readonly metrics: ReadonlyMap<string, number>;
  /** What is missing on this side, one sentence each. */
  readonly unknown: readonly string[];
}

export interface ComparedCode {
  readonly key: string;
  readonly isDirty: boolean;
  readonly patchDigest: string | null;
}

/** A difference in a metric; null if a value is missing or not finite. */
export interface MetricDifference extends Change<number> {
  readonly difference: number | null;
}

/** The differences between two sides. */
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

/** Compares how two nodes were produced. Missing facts count neither as equal nor as different: they are listed. */
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

/** Uncommitted changes that were not kept may be any. */
function isSameCode(left: ComparedCode | null, right: ComparedCode | null): boolean {
  return left !== null && left.key === right?.key && (!left.isDirty || left.patchDigest !== null);
}

function isSameNumber(left: number, right: number): boolean {
  return left === right || (Number.isNaN(left) && Number.isNaN(right));
}

/** Enough digits for a sum of decimal numbers, without the noise of binary arithmetic. */
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
