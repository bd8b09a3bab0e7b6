import { mkdir, realpath, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join, relative, resolve, sep } from "node:path";
import { InvalidInputError } from "../../../core/shared/errors.js";
import { describeFault, faultCode } from "../../../core/shared/fault.js";
import { askGit, gitAnswer } from "./git/git.js";
import { namespaceOfRemote, withoutCredentials } from "./git/remote-address.js";

/** The place that a command is recorded from: a git work tree, or a folder outside of one. */
export interface Project {
  /** The top of the work tree, else the folder itself; paths are recorded relative to it. */
  readonly root: string;
  /** The folder in which the command was started. */
  readonly folder: string;
  readonly isRepository: boolean;
  /** Address of its remote without credentials; null if it has none. */
  readonly remote: string | null;
  /** The default namespace for everything recorded from here. */
  readonly namespace: string;
  /** Why commits cannot be recorded; null if they can. */
  readonly warning: string | null;
}

/** Finds the project that a folder belongs to. */
export async function findProject(cwd: string): Promise<Project> {
  const folder = await realpath(cwd);
  const { code, startFault, stdout, stderr } = await askGit(folder, ["rev-parse", "--show-toplevel"]);
  const root = code === 0 ? stdout.replace(/\n$/, "") : folder;
  const remote = code === 0 ? await remoteOf(root) : null;
  return {
    root,
    folder,
    isRepository: code === 0,
    remote,
    namespace: (remote === null ? null : namespaceOfRemote(remote)) ?? (basename(root) || "root"),
    warning: code === 0 ? null : `${describeRefusal(folder, startFault, stderr)}; no commit is recorded`,
  };
}

/** The folder in a project in which recording keeps its state. */
export const stateFolder = ({ root }: Project): string => join(root, ".lineage");

/**
 * Creates the state folder, ignored by git.
 * @throws InvalidInputError when the folder cannot be written.
 */
export async function openState(project: Project): Promise<void> {
  const folder = stateFolder(project);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch (error) {
    if (faultCode(error) === "EEXIST") return;
    throw new InvalidInputError(
      `cannot write to ${folder} (${describeFault(error)}). Run the command in a folder that you can write to`,
    );
  }
}

/**
 * The recorded form of a path: relative to the project's root, else to `~`, else absolute. Independent of the machine.
 */
export function recordedPath({ root, folder }: Project, path: string): string {
  const absolute = resolve(folder, path);
  const inProject = relative(root, absolute);
  if (!leadsOut(inProject)) return inProject || ".";
  const inHome = relative(homedir(), absolute);
  return leadsOut(inHome) ? absolute : `~/${inHome}`;
}

/** The path on this machine of a recorded path; null for an address of another kind. */
export function localPath({ root }: Project, recorded: string): string | null {
  if (recorded.startsWith("file:///")) return decodeURIComponent(recorded.slice("file://".length));
  if (/^[a-z][a-z0-9+.-]*:/i.test(recorded)) return null;
  return recorded.startsWith("~/") ? join(homedir(), recorded.slice(2)) : resolve(root, recorded);
}

function leadsOut(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`);
}

async function remoteOf(root: string): Promise<string | null> {
  const names = (await gitAnswer(root, ["remote"]))?.split("\n").filter(Boolean) ?? [];
  const name = names.includes("origin") ? "origin" : names[0];
  const address = name === undefined ? null : await gitAnswer(root, ["config", "--get", `remote.${name}.url`]);
  return address ? withoutCredentials(address) : null;
}

function describeRefusal(folder: string, startFault: string | null, stderr: string): string {
  if (stderr.includes("not a git repository")) return `${folder} is not in a git repository`;
  if (startFault !== null) return "git is not installed";
  return `git failed in ${folder}: ${stderr.split("\n")[0]}`;
}
