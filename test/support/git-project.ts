import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { writeFiles } from "./temporary-folder.js";

/** Runs git in a folder without any user's configuration. */
export function git(folder: string, ...words: readonly string[]): string {
  return execFileSync("git", [...words], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: "Ann",
      GIT_AUTHOR_EMAIL: "ann@example.com",
      GIT_COMMITTER_NAME: "Ann",
      GIT_COMMITTER_EMAIL: "ann@example.com",
    },
  }).replace(/\n$/, "");
}

/** A repository with one commit of these files, and a remote. */
export function createRepository(folder: string, files: Readonly<Record<string, string>>, remote: string): void {
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "-q", "-b", "main");
  writeFiles(folder, files);
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "First\n\nWith a body.");
  git(folder, "remote", "add", "origin", remote);
}
