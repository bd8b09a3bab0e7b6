/** The exit codes of all commands. `lineage --help` lists them as well. */
export const exitCode = {
  done: 0,
  /** Nothing was done: usage error, name not found, server not reachable, or request rejected. */
  failed: 1,
  importedWithProblems: 2,
  failOn: 3,
  /** deletion: it is blocked, or its impact has changed since the token was issued. */
  mustNotDelete: 3,
  /** release deploy, rollback: refused; the answer gives the reasons. */
  refused: 3,
  /** verify, ledger verify: the content does not match the record. */
  notAsRecorded: 3,
  /** deletion plan: not all dependents could be examined. */
  unknown: 4,
  /** 128 plus the signal number, as in shells. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
