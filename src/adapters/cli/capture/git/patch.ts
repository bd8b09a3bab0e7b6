import { createHash, randomBytes } from "node:crypto";
import { copyFile, lstat, mkdir, mkdtemp, open, rename, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { streamProgram } from "../run-program.js";
import { askGit, gitVariables } from "./git.js";

/** What a patch is taken of. */
export interface PatchRequest {
  /** The top of the work tree; all paths are relative to it. */
  readonly root: string;
  /** What the command writes: never part of the code. */
  readonly written: readonly string[];
  /** What is recorded as data: part of the code only where git tracks it. */
  readonly read: readonly string[];
  /** The folder where patches are kept; null where they are not. */
  readonly keepIn: string | null;
}

/** What the work tree holds that the commit does not. */
export interface WorkTreeChanges {
  /** `sha256:…` of the patch; null where there are no changes. */
  readonly patchDigest: string | null;
  /** Untracked files that are too large to be code; they are treated as if .gitignore named them. */
  readonly leftOut: readonly string[];
}

/** As much of untracked files as is taken for code; the smallest come first. */
const maxUntrackedBytes = 50 * 1024 * 1024;
/** One text for one state, whatever a user has configured. */
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
 * Takes the difference between the commit and the work tree as one patch that `git apply` takes: tracked files, staged or
 * not, and new ones that are not ignored.
 * @throws InvalidInputError when git cannot tell.
 */
export async function takePatch(request: PatchRequest): Promise<WorkTreeChanges> {
  const { root, written, read } = request;
  const { taken, leftOut } = await listUntracked(root, [...written, ...read]);
  const temporary = await mkdtemp(join(tmpdir(), "lineage-index-"));
  try {
    // An index of our own, in which new files are announced: the difference shows them, and the real one stays as it is.
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
 * Copies an index with its time. Git looks into files of the recorded size only where they are as young as the index, so
 * that under a younger one a change made right after a commit would stay unseen. An older one makes it look more often.
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

/** A repository inside the work tree is no file of it, and is told as one that is too large. */
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
  let said = "";
  const { code, stderr } = await streamProgram(
    {
      program: "git",
      folder: root,
      variables,
      input: paths.join("\0"),
      words: ["--literal-pathspecs", "add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul"],
    },
    (chunk) => {
      said += chunk.toString();
    },
  );
  if (code !== 0) throw refusal(stderr || said);
}

async function takeDifference(
  { root, written, keepIn }: PatchRequest,
  variables: Readonly<Record<string, string>>,
): Promise<string | null> {
  const hash = createHash("sha256");
  const file = keepIn === null ? null : await openTemporary(keepIn);
  let length = 0;
  try {
    let kept: Promise<unknown> = Promise.resolve();
    const { code, stderr } = await streamProgram(
      { program: "git", folder: root, variables, words: [...diff, "--", ...except(written)] },
      (chunk) => {
        hash.update(chunk);
        length += chunk.length;
        if (file) kept = kept.then(() => file.handle.appendFile(chunk));
      },
    );
    await kept;
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
    `git cannot tell what has changed since the commit: ${stderr.trim().split("\n")[0] ?? "it says nothing"}`,
  );
}
