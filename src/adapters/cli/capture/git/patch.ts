import { createHash, randomBytes } from "node:crypto";
import { copyFile, lstat, mkdir, mkdtemp, open, rename, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { runProgram } from "../../../../core/shared/run-program.js";
import { askGit, gitVariables } from "./git.js";

/** The work tree to take a patch of, and the paths to treat specially. */
export interface PatchRequest {
  /** The top of the work tree; all paths are relative to it. */
  readonly root: string;
  /** Paths that the command writes. Never part of the code. */
  readonly written: readonly string[];
  /** Paths recorded as data. Part of the code only if git tracks them. */
  readonly read: readonly string[];
  /** The folder in which patches are kept; null if they are not kept. */
  readonly keepIn: string | null;
}

/** The changes in the work tree since the commit. */
export interface WorkTreeChanges {
  /** `sha256:…` of the patch; null if there are no changes. */
  readonly patchDigest: string | null;
  /** Untracked files that are too large to be code. They are treated as if .gitignore listed them. */
  readonly leftOut: readonly string[];
}

/** Maximum total size of untracked files that count as code, smallest first. */
const maxUntrackedBytes = 50 * 1024 * 1024;
/** Makes the patch text of a state independent of the user's configuration. */
const settings = [
  "core.quotePath=true",
  "core.compression=6",
  "diff.algorithm=myers",
  "diff.indentHeuristic=true",
  "diff.suppressBlankEmpty=false",
].flatMap((setting) => ["-c", setting]);
const diff = [
  ...settings,
  "diff",
  "HEAD",
  "--binary",
  "--full-index",
  "--no-renames",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--unified=3",
  "--inter-hunk-context=0",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "--submodule=short",
  "--ignore-submodules=none",
  "-O/dev/null",
];

/**
 * Takes the difference between the commit and the work tree as one patch for `git apply`: tracked files, staged or not,
 * and new files that are not ignored.
 * @throws InvalidInputError when git cannot determine the changes.
 */
export async function takePatch(request: PatchRequest): Promise<WorkTreeChanges> {
  const { root, written, read } = request;
  const { taken, leftOut } = await listUntracked(root, [...written, ...read]);
  const temporary = await mkdtemp(join(tmpdir(), "lineage-index-"));
  try {
    // A temporary index, to which new files are added: the diff then contains them, and the real index stays unchanged.
    const index = join(temporary, "index");
    await copyIndex(resolve(root, await answer(root, ["rev-parse", "--git-path", "index"])), index);
    const variables = { ...gitVariables, GIT_INDEX_FILE: index };
    await announce(root, variables, taken);
    return { patchDigest: await takeDifference(request, variables), leftOut };
  } finally {
    await rm(temporary, { recursive: true });
  }
}

/**
 * Copies an index with its modification time. Git reads a file whose recorded size is unchanged only if the file is at
 * least as new as the index. A newer index would hide a change made right after a commit; an older one only makes git
 * read more files.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  const { mtimeMs } = await stat(from);
  await copyFile(from, to);
  const second = Math.floor(mtimeMs / 1_000);
  await utimes(to, second, second);
}

async function listUntracked(
  root: string,
  recorded: readonly string[],
): Promise<{ taken: string[]; leftOut: string[] }> {
  const listed = await answer(root, [
    "ls-files",
    "--others",
    "--exclude-standard",
    "-z",
    "--",
    ...except([...recorded, ".lineage"]),
  ]);
  const files = await Promise.all(
    listed
      .split("\0")
      .filter(Boolean)
      .map(async (path) => ({ path, sizeBytes: await sizeOf(join(root, path)) })),
  );
  const taken: string[] = [];
  const leftOut: string[] = [];
  let total = 0;
  for (const { path, sizeBytes } of files.sort(
    (left, right) => left.sizeBytes - right.sizeBytes || (left.path < right.path ? -1 : 1),
  )) {
    total += sizeBytes;
    (total <= maxUntrackedBytes ? taken : leftOut).push(path);
  }
  return { taken, leftOut };
}

/** A nested repository is not a file of the work tree; it is reported as a file that is too large. */
async function sizeOf(path: string): Promise<number> {
  const stats = await lstat(path);
  return stats.isDirectory() ? Infinity : stats.size;
}

async function announce(
  root: string,
  variables: Readonly<Record<string, string>>,
  paths: readonly string[],
): Promise<void> {
  if (paths.length === 0) return;
  const { code, stdout, stderr } = await runProgram({
    program: "git",
    folder: root,
    variables,
    input: paths.join("\0"),
    words: ["--literal-pathspecs", "add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul"],
  });
  if (code !== 0) throw refusal(stderr || stdout);
}

async function takeDifference(
  { root, written, keepIn }: PatchRequest,
  variables: Readonly<Record<string, string>>,
): Promise<string | null> {
  const hash = createHash("sha256");
  const file = keepIn === null ? null : await openTemporary(keepIn);
  let length = 0;
  try {
    const { code, stderr } = await runProgram({
      program: "git",
      folder: root,
      variables,
      words: [...diff, "--", ...except(written)],
      onOutput: async (chunk) => {
        hash.update(chunk);
        length += chunk.length;
        await file?.handle.appendFile(chunk);
      },
    });
    if (code !== 0) throw refusal(stderr);
    if (length === 0) return null;
    const hex = hash.digest("hex");
    if (file && keepIn !== null) await rename(file.path, join(keepIn, `${hex}.patch`));
    return `sha256:${hex}`;
  } finally {
    await file?.handle.close();
    if (file) await rm(file.path, { force: true });
  }
}

async function openTemporary(folder: string): Promise<{ path: string; handle: Awaited<ReturnType<typeof open>> }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
  return { path, handle: await open(path, "wx", 0o600) };
}

function except(paths: readonly string[]): string[] {
  return [".", ...paths.map((path) => `:(exclude,top,literal)${path}`)];
}

async function answer(root: string, words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await askGit(root, words);
  if (code !== 0) throw refusal(stderr);
  return stdout.replace(/\n$/, "");
}

function refusal(stderr: string): InvalidInputError {
  return new InvalidInputError(
    `git cannot determine what has changed since the commit: ${stderr.trim().split("\n")[0] ?? "no error message"}`,
  );
}
