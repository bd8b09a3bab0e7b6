import { askProgram, type ProgramResult } from "../run-program.js";

/** Messages are compared, so that they must be in one language; and asking must not disturb who uses the repository. */
export const gitVariables = { LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" } as const;

/** Asks git about the work tree that a folder is in. */
export function askGit(folder: string, words: readonly string[], input?: string): Promise<ProgramResult> {
  return askProgram({ program: "git", words, folder, variables: gitVariables, ...(input !== undefined && { input }) });
}

/** What git says, without the line feed at its end; null where it refuses. */
export async function gitAnswer(folder: string, words: readonly string[]): Promise<string | null> {
  const { code, stdout } = await askGit(folder, words);
  return code === 0 ? stdout.replace(/\n$/, "") : null;
}
