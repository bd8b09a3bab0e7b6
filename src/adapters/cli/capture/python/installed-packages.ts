import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runProgram } from "../../../../core/shared/run-program.js";
import { parseJson } from "../../../../core/shared/json.js";

/** An interpreter and its installed packages. */
export interface PythonState {
  readonly version: string;
  /** The text of a requirements file that pip can install. */
  readonly requirements: string;
}

/**
 * If a package is installed several times, Python imports the first on the path. A script's path has no current folder.
 */
const question = `
import sys
sys.path[:] = [place for place in sys.path if place]
import importlib.metadata, json, platform
found = {}
for one in importlib.metadata.distributions():
    name = one.metadata["Name"]
    if name and name.lower() not in found:
        found[name.lower()] = [name, one.version, one.read_text("direct_url.json")]
sys.stdout.write(json.dumps({"version": platform.python_version(), "packages": list(found.values())}))
`;
const answer = z.object({
  version: z.string(),
  packages: z.array(z.tuple([z.string(), z.string().nullable(), z.string().nullable()])),
});
const directUrl = z.object({
  url: z.string(),
  subdirectory: z.string().optional(),
  vcs_info: z.object({ vcs: z.string(), commit_id: z.string() }).optional(),
  archive_info: z.object({ hash: z.string().optional() }).optional(),
  dir_info: z.object({ editable: z.boolean().optional() }).optional(),
});

/** Packages that only install others. `pip freeze` omits them as well. */
const installers: readonly string[] = ["pip", "setuptools", "wheel", "distribute"];

/** Asks an interpreter for its installed packages. Null if it cannot list them: it is older than 3.8 or broken. */
export async function askPython(interpreter: string, folder: string, root: string): Promise<PythonState | null> {
  const { code, stdout } = await runProgram({
    program: interpreter,
    words: ["-c", question],
    folder,
    variables: { PYTHONIOENCODING: "utf-8" },
  });
  const read = code === 0 ? answer.safeParse(parseJson(stdout)).data : undefined;
  if (!read) return null;
  const lines = read.packages
    .filter(([name]) => !installers.includes(name.toLowerCase()))
    .map(([name, version, url]) => requirementOf(name, version, url, root))
    .sort((left, right) => (left.toLowerCase() < right.toLowerCase() ? -1 : 1));
  return { version: read.version, requirements: lines.map((line) => `${line}\n`).join("") };
}

function requirementOf(name: string, version: string | null, direct: string | null, root: string): string {
  const source = direct === null ? undefined : directUrl.safeParse(parseJson(direct)).data;
  if (!source) return version === null ? name : `${name}==${version}`;
  const { url, subdirectory, vcs_info: vcs, archive_info: archive } = source;
  const fragments = [
    ...(archive?.hash ? [archive.hash] : []),
    ...(subdirectory ? [`subdirectory=${subdirectory}`] : []),
  ];
  const fragment = fragments.length > 0 ? `#${fragments.join("&")}` : "";
  if (vcs) return `${name} @ ${vcs.vcs}+${url}@${vcs.commit_id}${fragment}`;
  return url.startsWith("file:") ? localRequirement(name, url, fragment, root) : `${name} @ ${url}${fragment}`;
}

/**
 * A package installed from the project itself is part of its commit, so its path is recorded relative to the project.
 */
function localRequirement(name: string, url: string, fragment: string, root: string): string {
  const path = relative(root, fileURLToPath(url));
  return path === ".." || path.startsWith("../") ? `${name} @ ${url}${fragment}` : `-e ./${path}`;
}
