import { type ProgramResult, runProgram } from "../../../../core/shared/run-program.js";

/**
 * Messages are compared, so they must be in English. Queries must not take locks that would disturb other users of the
 * repository.
 */
export const gitVariables = { LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" } as const;

/** Runs git in the work tree that contains a folder. */
export function askGit(folder: string, words: readonly string[], input?: string): Promise<ProgramResult> {
  return runProgram({ program: "git", words, folder, variables: gitVariables, ...(input !== undefined && { input }) });
}

/** The output of git without its final line feed; null if git fails. */
export async function gitAnswer(folder: string, words: readonly string[]): Promise<string | null> {
  const { code, stdout } = await askGit(folder, words);
  return code === 0 ? stdout.replace(/\n$/, "") : null;
}
