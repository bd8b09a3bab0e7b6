/** What the exit code of a command says; the same list stands in `lineage --help`. */
export const exitCode = {
  done: 0,
  /** Nothing was done: wrong usage, nothing of that name, no server, or a server that refused. */
  failed: 1,
  importedWithProblems: 2,
  failOn: 3,
  /** deletion: something stands against it, or it is not as it was when the token was given. */
  mustNotDelete: 3,
  /** release deploy, rollback: refused, for the reasons that the answer has. */
  refused: 3,
  /** verify: not everything is as recorded. */
  notAsRecorded: 3,
  /** deletion plan: not all that depends on it could be looked at. */
  unknown: 4,
  /** 128 and the number of the signal, as shells have it. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
