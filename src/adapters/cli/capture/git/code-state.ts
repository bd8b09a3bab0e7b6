import { basename, join } from "node:path";
import type { FactInput } from "../../../ingest/fact.js";
import { type Project, stateFolder } from "../project.js";
import { gitAnswer } from "./git.js";
import { takePatch } from "./patch.js";

type CommitInput = Extract<FactInput, { operation: "registerCodeCommit" }>["input"];

/** The code that a command runs. */
export interface CodeState {
  /** Null if there is no commit; `warnings` has the reason. */
  readonly commit: CommitInput | null;
  readonly warnings: readonly string[];
}

/** Paths in the work tree that are not code, in their recorded form. */
export interface NotCode {
  readonly read: readonly string[];
  readonly written: readonly string[];
  readonly keepsPatch: boolean;
}

/** The API's limit. */
const maxMessage = 100_000;
/** Enough hex digits to distinguish the modified states of one commit. */
const patchMarkLength = 12;

/**
 * Captures the commit and the changes in the work tree since then.
 * @throws InvalidInputError when git cannot determine the changes.
 */
export async function captureCode(project: Project, { read, written, keepsPatch }: NotCode): Promise<CodeState> {
  if (!project.isRepository) return { commit: null, warnings: project.warning === null ? [] : [project.warning] };
  const described = await gitAnswer(project.root, [
    "log",
    "-1",
    "--no-show-signature",
    "--format=%H%x00%an%x00%cI%x00%B",
  ]);
  if (described === null)
    return { commit: null, warnings: [`${project.root} has no commit yet; no commit is recorded`] };
  const [sha = "", author = "", committedAt = "", message = ""] = described.split("\0");
  const branch = await gitAnswer(project.root, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
  const { patchDigest, leftOut } = await takePatch({
    root: project.root,
    written: inTree(written),
    read: inTree(read),
    keepIn: keepsPatch ? join(stateFolder(project), "patches") : null,
  });
  return {
    commit: {
      repository: project.remote ?? basename(project.root),
      sha: nameOfState(sha, patchDigest),
      dirty: patchDigest !== null,
      patchDigest,
      author,
      committedAt,
      branch,
      message: message.trim().slice(0, maxMessage).toWellFormed(),
    },
    warnings: describeLeftOut(leftOut),
  };
}

/**
 * A commit with uncommitted changes is a different state of the code than the commit; each patch is a state of its own.
 */
function nameOfState(sha: string, patchDigest: string | null): string {
  return patchDigest === null ? sha : `${sha}+${patchDigest.slice("sha256:".length).slice(0, patchMarkLength)}`;
}

function inTree(paths: readonly string[]): string[] {
  return paths.filter((path) => !path.startsWith("/") && !path.startsWith("~/"));
}

function describeLeftOut([first, ...others]: readonly string[]): string[] {
  if (first === undefined) return [];
  const which =
    others.length === 0
      ? `${first}, which git does not track, is`
      : `${first} and ${others.length} other files that git does not track are`;
  return [
    `${which} too large to be recorded with the code. Name data files with --input or --output, and add files that do not matter to .gitignore`,
  ];
}
