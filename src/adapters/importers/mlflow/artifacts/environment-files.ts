import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { lockFileNames } from "../../../../core/python/lock-file.js";
import { decodeText } from "../../../../core/python/decode-text.js";

/** The environment that a logged model needs, according to its files. */
export interface EnvironmentFiles {
  readonly requirements?: string;
  readonly condaYaml?: string;
  readonly pythonVersion?: string;
}

/** Maximum size of a text in a fact. MLflow's own files have a few hundred bytes. */
const maxFileBytes = 2_000_000;
/** Runs log models at `model` or a path of a few parts; deeper folders contain other artifacts. */
const maxModelDepth = 3;
const maxEntries = 1_000;

/**
 * Reads `requirements.txt`, else `conda.yaml`, else a lock file. Returns null if the folder has none of them.
 * @throws Error when a file exists but cannot be read or is too large.
 */
export async function readEnvironmentFiles(folder: string): Promise<EnvironmentFiles | null> {
  const requirements = await readText(join(folder, "requirements.txt"));
  if (requirements === null) {
    const condaYaml = await readText(join(folder, "conda.yaml"));
    return condaYaml === null ? readLock(folder) : { condaYaml };
  }
  const pythonVersion = textField(await readText(join(folder, "python_env.yaml")), "python");
  return { requirements, ...(pythonVersion !== null && { pythonVersion }) };
}

/** The folders among a run's artifacts that contain a model: they have a file `MLmodel`. Large folders are not searched. */
export async function findModelFolders(folder: string, depth = maxModelDepth): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isFile() && entry.name === "MLmodel")) return [folder];
  if (depth === 0 || entries.length > maxEntries) return [];
  const found: string[] = [];
  for (const name of entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort())
    found.push(...(await findModelFolders(join(folder, name), depth - 1)));
  return found;
}

/** The size of a logged model's files as `MLmodel` records it; null if it does not. */
export async function readModelSize(folder: string): Promise<number | null> {
  const size = textField(await readText(join(folder, "MLmodel")), "model_size_bytes");
  return size !== null && /^\d+$/.test(size) ? Number(size) : null;
}

async function readLock(folder: string): Promise<EnvironmentFiles | null> {
  for (const name of lockFileNames) {
    const requirements = await readText(join(folder, name));
    if (requirements !== null) return { requirements };
  }
  return null;
}

async function readText(path: string): Promise<string | null> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return null;
  if (size > maxFileBytes) throw new Error(`${path} has ${size} bytes, more than the maximum of ${maxFileBytes}`);
  return decodeText(await readFile(path));
}

/** A top-level scalar of a YAML file as written: 3.10 stays 3.10. */
function textField(yaml: string | null, field: string): string | null {
  if (yaml === null) return null;
  try {
    const content: unknown = parse(yaml, { schema: "failsafe" });
    const value: unknown =
      typeof content === "object" && content !== null
        ? Object.entries(content).find(([name]) => name === field)?.[1]
        : null;
    return typeof value === "string" && value !== "" ? value : null;
  } catch {
    return null;
  }
}
