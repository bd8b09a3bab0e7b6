import type { Evidence } from "./evidence.js";

/** Best first. */
export const verdicts = ["REPRODUCIBLE", "DEGRADED", "LOST"] as const;
export type ReproductionVerdict = (typeof verdicts)[number];

/** What each finding means for the verdict. */
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

/** One thing that stands in the way of rebuilding. */
export interface Finding {
  readonly code: FindingCode;
  /** What is wrong, and what to do about it. */
  readonly message: string;
  /** Key of the node that it is about, or null. */
  readonly node: string | null;
}

export interface Reproducibility {
  readonly verdict: ReproductionVerdict;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

/** The rule: could it be rebuilt, and what stands in the way? The only place that decides it. */
export function reproducibilityOf(evidence: Evidence): Reproducibility {
  const found = [...runFindings(evidence), ...inputFindings(evidence)];
  const lost = found.filter(({ code }) => verdictOfCode[code] === "LOST");
  const degraded = found.filter(({ code }) => verdictOfCode[code] === "DEGRADED");
  return {
    verdict: lost.length > 0 ? "LOST" : degraded.length > 0 ? "DEGRADED" : "REPRODUCIBLE",
    findings: [...lost, ...degraded],
  };
}

/** Without its run there is nothing to ask about code, packages and command. */
function runFindings(evidence: Evidence): Finding[] {
  const { run, isRunStub, isRunTombstoned, hasCommand } = evidence;
  if (run === null)
    return [
      { code: "NO_RUN", message: "no run is known that made it; report the run with it as an output", node: null },
    ];
  if (isRunTombstoned) return [{ code: "NO_RUN", message: `the run that made it, ${run}, was deleted`, node: run }];
  if (isRunStub)
    return [
      {
        code: "NO_RUN",
        message: `the run that made it, ${run}, is known by name only; report it with recordRun`,
        node: run,
      },
    ];
  const commandFindings: Finding[] = hasCommand
    ? []
    : [
        {
          code: "NO_COMMAND",
          message: "the command that ran is not recorded; report it as command of the run",
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
        message: "no commit is recorded for the run; report it as codeCommit of the run",
        node: run,
      },
    ];
  if (isCommitTombstoned) return [{ code: "NO_COMMIT", message: `the commit ${commit} was deleted`, node: commit }];
  if (isDirty === null) {
    return [
      {
        code: "UNKNOWN_COMMIT",
        message: `nobody said whether the work tree of ${commit} was clean; register the commit with dirty: true or false`,
        node: commit,
      },
    ];
  }
  if (isDirty && !hasPatch) {
    return [
      {
        code: "DIRTY_COMMIT",
        message: `the run used changes that ${commit} does not hold, and no patch of them is recorded`,
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
        message: "no environment is recorded for the run; report it as environment of the run",
        node: run,
      },
    ];
  if (isEnvironmentTombstoned)
    return [{ code: "NO_ENVIRONMENT", message: `the environment ${environment} was deleted`, node: environment }];
  if (isPinned === null) {
    return [
      {
        code: "UNKNOWN_ENVIRONMENT",
        message: `what ${environment} contains is not recorded; register it with its requirements, conda file or image`,
        node: environment,
      },
    ];
  }
  if (!isPinned) {
    return [
      {
        code: "UNPINNED_ENVIRONMENT",
        message: "not every package is pinned to one version, so that other versions may be installed today",
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
      message: `${node}, which it was made from, was deleted`,
      node,
    })),
    ...undigestedInputs.toSorted().map((node): Finding => ({
      code: "NO_DIGEST",
      message: `the content of ${node} has no recorded digest, so that nobody can tell whether it is still the same`,
      node,
    })),
  ];
}
