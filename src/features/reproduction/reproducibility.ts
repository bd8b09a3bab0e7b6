import type { Evidence } from "./evidence.js";

/** Best first. */
export const verdicts = ["REPRODUCIBLE", "DEGRADED", "LOST"] as const;
export type ReproductionVerdict = (typeof verdicts)[number];

/** The verdict that each finding implies. */
const verdictOfCode = {
  NO_RUN: "LOST",
  NO_COMMIT: "LOST",
  DIRTY_COMMIT: "LOST",
  NO_ENVIRONMENT: "LOST",
  TOMBSTONED_INPUT: "LOST",
  UNKNOWN_COMMIT: "DEGRADED",
  UNKNOWN_ENVIRONMENT: "DEGRADED",
  UNPINNED_ENVIRONMENT: "DEGRADED",
  NO_DIGEST: "DEGRADED",
  NO_COMMAND: "DEGRADED",
} as const satisfies Readonly<Record<string, ReproductionVerdict>>;

export type FindingCode = keyof typeof verdictOfCode;

/** A reason why a node cannot be rebuilt exactly. */
export interface Finding {
  readonly code: FindingCode;
  /** The problem, and what to do about it. */
  readonly message: string;
  /** Key of the affected node, or null. */
  readonly node: string | null;
}

export interface Reproducibility {
  readonly verdict: ReproductionVerdict;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

/** The rule for the verdict and its findings, and the only place that implements it. */
export function reproducibilityOf(evidence: Evidence): Reproducibility {
  const found = [...runFindings(evidence), ...inputFindings(evidence)];
  const lost = found.filter(({ code }) => verdictOfCode[code] === "LOST");
  const degraded = found.filter(({ code }) => verdictOfCode[code] === "DEGRADED");
  return {
    verdict: lost.length > 0 ? "LOST" : degraded.length > 0 ? "DEGRADED" : "REPRODUCIBLE",
    findings: [...lost, ...degraded],
  };
}

/** Without a recorded run, code, packages and command are not evaluated. */
function runFindings(evidence: Evidence): Finding[] {
  const { run, isRunStub, isRunTombstoned, hasCommand } = evidence;
  if (run === null)
    return [
      {
        code: "NO_RUN",
        message: "the run that produced it is not recorded; report the run with it as an output",
        node: null,
      },
    ];
  if (isRunTombstoned) return [{ code: "NO_RUN", message: `the run that produced it, ${run}, was deleted`, node: run }];
  if (isRunStub)
    return [
      {
        code: "NO_RUN",
        message: `the run that produced it, ${run}, was referred to but not reported; report it with recordRun`,
        node: run,
      },
    ];
  const commandFindings: Finding[] = hasCommand
    ? []
    : [
        {
          code: "NO_COMMAND",
          message: "the command of the run is not recorded; report it as command with recordRun",
          node: run,
        },
      ];
  return [...commitFindings(evidence, run), ...environmentFindings(evidence, run), ...commandFindings];
}

function commitFindings({ commit, isDirty, hasPatch, isCommitTombstoned }: Evidence, run: string): Finding[] {
  if (commit === null)
    return [
      {
        code: "NO_COMMIT",
        message: "no commit is recorded for the run; report it as codeCommit with recordRun",
        node: run,
      },
    ];
  if (isCommitTombstoned) return [{ code: "NO_COMMIT", message: `the commit ${commit} was deleted`, node: commit }];
  if (isDirty === null) {
    return [
      {
        code: "UNKNOWN_COMMIT",
        message: `it is not recorded whether the work tree of ${commit} was clean; register the commit with dirty: true or false`,
        node: commit,
      },
    ];
  }
  if (isDirty && !hasPatch) {
    return [
      {
        code: "DIRTY_COMMIT",
        message: `the run used uncommitted changes to ${commit}, and no patch with them is recorded`,
        node: commit,
      },
    ];
  }
  return [];
}

function environmentFindings({ environment, isPinned, isEnvironmentTombstoned }: Evidence, run: string): Finding[] {
  if (environment === null)
    return [
      {
        code: "NO_ENVIRONMENT",
        message: "no environment is recorded for the run; report it as environment with recordRun",
        node: run,
      },
    ];
  if (isEnvironmentTombstoned)
    return [{ code: "NO_ENVIRONMENT", message: `the environment ${environment} was deleted`, node: environment }];
  if (isPinned === null) {
    return [
      {
        code: "UNKNOWN_ENVIRONMENT",
        message: `the contents of ${environment} are not recorded; register it with requirements, condaYaml or imageUri`,
        node: environment,
      },
    ];
  }
  if (!isPinned) {
    return [
      {
        code: "UNPINNED_ENVIRONMENT",
        message: "not every package is pinned to one version, so other versions may be installed today",
        node: environment,
      },
    ];
  }
  return [];
}

function inputFindings({ tombstonedInputs, undigestedInputs }: Evidence): Finding[] {
  return [
    ...tombstonedInputs.toSorted().map((node): Finding => ({
      code: "TOMBSTONED_INPUT",
      message: `its input ${node} was deleted`,
      node,
    })),
    ...undigestedInputs.toSorted().map((node): Finding => ({
      code: "NO_DIGEST",
      message: `no digest of the content of ${node} is recorded, so a change of the content would not be detected`,
      node,
    })),
  ];
}
