import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { captureCode, type CodeState } from "../../src/adapters/cli/capture/git/code-state.js";
import { digestPath } from "../../src/adapters/cli/capture/digest/content-digest.js";
import { DigestCache } from "../../src/adapters/cli/capture/digest/digest-cache.js";
import { findProject, openState } from "../../src/adapters/cli/capture/project.js";
import { createRepository, git } from "../support/git-project.js";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.js";

/* Captures code with real git. */

const folder = temporaryFolder();
let count = 0;
const repository = (): string => {
  const root = join(folder, `project-${(count += 1)}`);
  createRepository(
    root,
    { "train.py": "print(1)\n", "src/model.py": "depth = 6\n", "logo.bin": "\0\u0001x", ".gitignore": "*.log\n" },
    "https://ann:token@git.example.com/acme/churn.git",
  );
  return root;
};
const capture = async (
  root: string,
  read: readonly string[] = [],
  written: readonly string[] = [],
): Promise<CodeState> => {
  const project = await findProject(root);
  await openState(project);
  return captureCode(project, { read, written, keepsPatch: true });
};
const contentOf = async (path: string): Promise<string> =>
  (await digestPath(path, await DigestCache.open(join(folder, "none")))).digest;

test("a clean work tree: the commit, its author, branch and message, and the remote without its password", async () => {
  const root = repository();
  const { commit, warnings } = await capture(root);
  expect([commit, warnings]).toEqual([
    {
      repository: "https://git.example.com/acme/churn.git",
      sha: git(root, "rev-parse", "HEAD"),
      dirty: false,
      patchDigest: null,
      author: "Ann",
      branch: "main",
      message: "First\n\nWith a body.",
      committedAt: git(root, "log", "-1", "--format=%cI"),
    },
    [],
  ]);
});

test("the patch, applied to a clone, restores the work tree: changed, staged, binary, new, removed, executable files", async () => {
  const root = repository();
  writeFiles(root, {
    "train.py": "print(2)\n",
    'new dir/ü "q".py': "x",
    "data.bin": "\0\u0001\u0002",
    "debug.log": "ignored",
  });
  writeFileSync(join(root, "src/model.py"), "depth = 7\n");
  git(root, "add", "src/model.py");
  writeFileSync(join(root, "src/model.py"), "depth = 8\n");
  chmodSync(join(root, "train.py"), 0o755);
  rmSync(join(root, "logo.bin"));
  const statusBefore = git(root, "status", "--porcelain");
  const { commit } = await capture(root);
  const hex = commit?.patchDigest?.replace("sha256:", "") ?? "";
  const patch = join(root, ".lineage/patches", `${hex}.patch`);
  expect(execFileSync("sha256sum", [patch], { encoding: "utf8" }).slice(0, 64)).toBe(hex);
  expect(commit).toEqual(
    expect.objectContaining({ dirty: true, sha: `${git(root, "rev-parse", "HEAD")}+${hex.slice(0, 12)}` }),
  );
  expect(git(root, "status", "--porcelain")).toBe(statusBefore);
  const clone = join(folder, `clone-${count}`);
  git(folder, "clone", "-q", root, clone);
  git(clone, "apply", patch);
  rmSync(join(root, "debug.log"));
  expect(await contentOf(clone)).toBe(await contentOf(root));
});

test("one state has one digest, regardless of the git configuration and the current folder", async () => {
  const root = repository();
  writeFiles(root, { "src/model.py": "depth = 7\n", "new.py": "y" });
  const before = (await capture(root)).commit?.patchDigest;
  for (const [name, value] of [
    ["diff.noprefix", "true"],
    ["color.ui", "always"],
    ["diff.external", "false"],
    ["core.quotePath", "false"],
    ["diff.algorithm", "patience"],
    ["status.showUntrackedFiles", "no"],
    ["diff.renames", "copies"],
    ["diff.context", "9"],
    ["core.pager", "false"],
  ] as const)
    git(root, "config", name, value);
  expect((await capture(join(root, "src"))).commit?.patchDigest).toBe(before);
  writeFileSync(join(root, "new.py"), "z");
  expect((await capture(root)).commit?.patchDigest).not.toBe(before);
});

test("files that the command reads and writes are recorded separately: only tracked data is code", async () => {
  const root = repository();
  writeFiles(root, { "data/train.csv": "1", "model[1].pkl": "m", "out/a": "1", "train.py": "print(1)\n" });
  const written = ["model[1].pkl", "out"];
  expect((await capture(root, ["data/train.csv"], written)).commit?.dirty).toBe(false);
  expect((await capture(root, [], written)).commit?.dirty).toBe(true);
  git(root, "add", "data/train.csv", "out");
  git(root, "commit", "-q", "-m", "Data");
  writeFiles(root, { "data/train.csv": "2", "out/a": "2" });
  expect((await capture(root, ["data/train.csv"], written)).commit?.dirty).toBe(true);
});

test("a large untracked file is omitted with a warning, and a small one is included", async () => {
  const root = repository();
  writeFileSync(join(root, "huge.bin"), Buffer.alloc(51 * 1024 * 1024));
  const first = await capture(root);
  expect([first.commit?.dirty, first.warnings]).toEqual([
    false,
    [expect.stringContaining("huge.bin, which git does not track, is too large")],
  ]);
  writeFiles(root, { "zzz.py": "1" });
  expect((await capture(root)).commit?.dirty).toBe(true);
});

test("the state of lineage is not a change, and git ignores it", async () => {
  const root = repository();
  await capture(root);
  expect(existsSync(join(root, ".lineage"))).toBe(true);
  expect([git(root, "status", "--porcelain"), readFileSync(join(root, ".lineage/.gitignore"), "utf8")]).toEqual([
    "",
    "*\n",
  ]);
});

test("without a repository, a commit or a branch, the rest is recorded with a warning", async () => {
  const bare = join(folder, "no-repository");
  writeFiles(bare, { x: "" });
  expect(await capture(bare)).toEqual({
    commit: null,
    warnings: [expect.stringMatching(/no-repository is not in a git repository; no commit is recorded$/)],
  });
  git(bare, "init", "-q");
  expect(await capture(bare)).toEqual({ commit: null, warnings: [expect.stringMatching(/has no commit yet/)] });
  const root = repository();
  git(root, "checkout", "-q", "--detach");
  git(root, "remote", "remove", "origin");
  expect((await capture(root)).commit).toEqual(
    expect.objectContaining({ branch: null, repository: `project-${count}` }),
  );
});
