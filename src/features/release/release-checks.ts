import type { MetricRule, MetricToleranceRule, ReleasePolicy } from "../../catalog/deployment/release-policy.shape.js";
import type { Evidence } from "../reproduction/evidence.js";
import { reproducibilityOf } from "../reproduction/reproducibility.js";
import { parseKey } from "../../core/shared/key.js";
import type { CheckOutcome } from "./release.enum.js";
import type { CheckResult } from "./release.repository.js";
import type { UpstreamProblems } from "./release.statements.js";

/** The last value of each metric of the run that produced a version. */
export type Metrics = ReadonlyMap<string, number>;

/** The evidence on which the checks of a release are evaluated. */
export interface CheckEvidence {
  /** Number of approvals that count. */
  readonly approvals: number;
  /** How the model version was produced. */
  readonly made: Evidence;
  /** Null if nothing upstream is deleted or recalled. */
  readonly problems: UpstreamProblems | null;
  readonly metrics: Metrics;
  /** The other versions that serve the endpoint with traffic. */
  readonly serving: readonly { readonly modelVersionKey: string; readonly metrics: Metrics }[];
}

type Finding = readonly [CheckOutcome, string];

/** Every check that the policy requires, in the order of its fields. */
export function evaluateChecks(policy: ReleasePolicy, evidence: CheckEvidence): CheckResult[] {
  const checks: readonly (readonly [string, boolean, () => Finding])[] = [
    ["requiredApprovals", policy.requiredApprovals > 0, () => checkApprovals(policy, evidence.approvals)],
    ["requirePinnedEnvironment", policy.requirePinnedEnvironment, () => checkEnvironment(evidence.made)],
    ["requireCleanCommit", policy.requireCleanCommit, () => checkCommit(evidence.made)],
    ["requireReproducible", policy.requireReproducible, () => checkReproducible(evidence.made)],
    ["forbidRecalledUpstream", policy.forbidRecalledUpstream, () => checkRecalled(evidence.problems)],
    ["forbidTombstonedUpstream", policy.forbidTombstonedUpstream, () => checkTombstoned(evidence.problems)],
    ...policy.metrics.map((rule) => [`metrics:${rule.name}`, true, () => checkMetric(rule, evidence)] as const),
    ...policy.noWorseThanServing.map(
      (rule) => [`noWorseThanServing:${rule.name}`, true, () => checkNoWorse(rule, evidence)] as const,
    ),
  ];
  return checks
    .filter(([, isAskedFor]) => isAskedFor)
    .map(([check, , find]) => {
      const [outcome, message] = find();
      return { check, outcome, message };
    });
}

/** True if every check passed; UNKNOWN does not pass. */
export function allPassed(checks: readonly CheckResult[]): boolean {
  return checks.every(({ outcome }) => outcome === "PASSED");
}

function checkApprovals({ requiredApprovals, authorMayApprove }: ReleasePolicy, approvals: number): Finding {
  const counted = `${approvals} of ${requiredApprovals} approvals`;
  if (approvals >= requiredApprovals) return ["PASSED", counted];
  return [
    "FAILED",
    `${counted}; request approval with reviewRelease${authorMayApprove ? "" : " from somebody other than the author"}`,
  ];
}

function checkEnvironment({ run, environment, isPinned }: Evidence): Finding {
  if (isPinned === true) return ["PASSED", `every package of ${environment ?? "the environment"} is pinned`];
  if (isPinned === false)
    return [
      "FAILED",
      `${environment ?? "the environment"} does not pin every package; pin all packages, train again, and propose the new version`,
    ];
  if (environment !== null)
    return [
      "UNKNOWN",
      `the contents of ${environment} are not recorded; register it with requirements, condaYaml or imageUri`,
    ];
  return [
    "UNKNOWN",
    run === null ? noRun : `no environment is recorded for ${run}; report it as environment with recordRun`,
  ];
}

function checkCommit({ run, commit, isDirty }: Evidence): Finding {
  if (isDirty === false) return ["PASSED", `${commit ?? "the commit"} is clean`];
  if (isDirty === true)
    return [
      "FAILED",
      `the run used uncommitted changes to ${commit ?? "the commit"}; commit them, train again, and propose the new version`,
    ];
  if (commit !== null)
    return [
      "UNKNOWN",
      `it is not recorded whether the work tree of ${commit} was clean; register the commit with dirty: true or false`,
    ];
  return ["UNKNOWN", run === null ? noRun : `no commit is recorded for ${run}; report it as codeCommit with recordRun`];
}

const noRun =
  "the run that produced the model version is not recorded; report it with recordRun, and register the version with producedBy";

function checkReproducible(made: Evidence): Finding {
  const { verdict, findings } = reproducibilityOf(made);
  if (verdict === "REPRODUCIBLE") return ["PASSED", "the model version is reproducible"];
  return ["FAILED", `${verdict}: ${findings.map(({ message }) => message).join("; ")}`];
}

function checkRecalled(problems: UpstreamProblems | null): Finding {
  if (!problems?.recalledCount) return ["PASSED", "nothing upstream is recalled"];
  return [
    "FAILED",
    `recalled upstream: ${list(problems.recalled, problems.recalledCount)}; train on data that is not recalled, or resolve and close the recall`,
  ];
}

function checkTombstoned(problems: UpstreamProblems | null): Finding {
  if (!problems?.tombstonedCount) return ["PASSED", "nothing upstream was tombstoned"];
  return [
    "FAILED",
    `tombstoned upstream: ${list(problems.tombstoned, problems.tombstonedCount)}; train on data that still exists, and propose the new version`,
  ];
}

function list(keys: readonly string[], count: number): string {
  return `${keys.join(", ")}${count > keys.length ? ` and ${count - keys.length} more` : ""}`;
}

const comparisons = {
  LT: { sign: "<", holds: (left, right) => left < right },
  LTE: { sign: "≤", holds: (left, right) => left <= right },
  EQ: { sign: "=", holds: (left, right) => left === right },
  GTE: { sign: "≥", holds: (left, right) => left >= right },
  GT: { sign: ">", holds: (left, right) => left > right },
} as const satisfies Readonly<
  Record<MetricRule["comparison"], { sign: string; holds: (left: number, right: number) => boolean }>
>;

function checkMetric({ name, comparison, value }: MetricRule, { metrics, made }: CheckEvidence): Finding {
  const measured = metrics.get(name);
  const { sign, holds } = comparisons[comparison];
  if (measured === undefined) return ["UNKNOWN", `${name} must be ${sign} ${value}, but ${missing(name, made.run)}`];
  if (holds(measured, value)) return ["PASSED", `${name} is ${measured}, ${sign} ${value}`];
  return ["FAILED", `${name} is ${measured} but must be ${sign} ${value}; propose a version that meets this rule`];
}

function missing(name: string, run: string | null): string {
  return run === null ? noRun : `${run} has no metric ${JSON.stringify(name)}; report it with recordRun`;
}

/** Compares with each serving version. The worst finding counts; a missing metric is UNKNOWN. */
function checkNoWorse(rule: MetricToleranceRule, { metrics, made, serving }: CheckEvidence): Finding {
  const measured = metrics.get(rule.name);
  if (serving.length === 0) return ["PASSED", "no other version serves the endpoint"];
  if (measured === undefined) return ["UNKNOWN", missing(rule.name, made.run)];
  const findings = serving.map((other) => compareWith(rule, measured, other));
  return (
    findings.find(([outcome]) => outcome === "FAILED") ??
    findings.find(([outcome]) => outcome === "UNKNOWN") ?? ["PASSED", findings.map(([, message]) => message).join("; ")]
  );
}

function compareWith(
  { name, higherIsBetter, tolerance }: MetricToleranceRule,
  measured: number,
  { modelVersionKey, metrics }: CheckEvidence["serving"][number],
): Finding {
  const theirs = metrics.get(name);
  const who = nameOf(modelVersionKey);
  if (theirs === undefined)
    return [
      "UNKNOWN",
      `${who}, which serves the endpoint, has no metric ${JSON.stringify(name)}; report it for the run that produced it`,
    ];
  const isWithin = higherIsBetter ? measured >= theirs - tolerance : measured <= theirs + tolerance;
  const figures = `${name} is ${measured}; ${who}, which serves the endpoint, has ${theirs}`;
  return isWithin
    ? ["PASSED", figures]
    : ["FAILED", `${figures}; the tolerance is ${tolerance}, so propose a better version`];
}

function nameOf(modelVersionKey: string): string {
  const { name, version } = parseKey(modelVersionKey) ?? {};
  return `${name ?? modelVersionKey}@${version ?? ""}`;
}
