import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { decodeText } from "../../../../core/python/decode-text.js";

/** What the files of a logged model say of the environment that it needs. */
export interface EnvironmentFiles {
  readonly requirements?: string;
  readonly condaYaml?: string;
  readonly pythonVersion?: string;
}

/** The largest text that a fact may hold; MLflow's own files take some hundred bytes. */
const maxFileBytes = 2_000_000;

/**
 * Reads `requirements.txt`, or `conda.yaml` where there is none; null where the folder has neither.
 * @throws Error when a file is there and cannot be read, or is too large.
 */
export async function readEnvironmentFiles(folder: string): Promise<EnvironmentFiles | null> {
  const requirements = await readText(join(folder, "requirements.txt"));
  if (requirements === null) {
    const condaYaml = await readText(join(folder, "conda.yaml"));
    return condaYaml === null ? null : { condaYaml };
  }
  const pythonVersion = textField(await readText(join(folder, "python_env.yaml")), "python");
  return { requirements, ...(pythonVersion !== null && { pythonVersion }) };
}

/** The size of a logged model's files as MLflow counted them, where `MLmodel` tells. */
export async function readModelSize(folder: string): Promise<number | null> {
  const size = textField(await readText(join(folder, "MLmodel")), "model_size_bytes");
  return size !== null && /^\d+$/.test(size) ? Number(size) : null;
}

async function readText(path: string): Promise<string | null> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return null;
  if (size > maxFileBytes)
    throw new Error(`${path} has ${size} bytes, more than the ${maxFileBytes} that an environment may have`);
  return decodeText(await readFile(path));
}

/** A scalar of a YAML file's top level as it is written, so that 3.10 stays 3.10. */
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
