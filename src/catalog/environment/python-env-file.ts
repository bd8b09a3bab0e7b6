import { readPipItems } from "./conda-file.js";
import type { RequirementsFile } from "../../core/python/requirements-file.js";
import { itemsOf, parseYamlMapping, textOf } from "./yaml-entry.js";

/** The content of MLflow's `python_env.yaml`, which supplements the requirements of a model. */
export interface PythonEnvFile {
  readonly python: string | null;
  readonly buildDependencies: RequirementsFile;
  /** Usually the single option `-r requirements.txt`. */
  readonly dependencies: RequirementsFile;
}

/**
 * Reads the text of a python_env.yaml.
 * @throws InvalidInputError when the text is not YAML or its top is not a mapping.
 * @throws LimitExceededError when it is too long.
 */
export function parsePythonEnvFile(text: string): PythonEnvFile {
  const file = parseYamlMapping(text, "python_env.yaml");
  return {
    python: textOf(file.get("python")),
    buildDependencies: readPipItems(itemsOf(file.get("build_dependencies"), "build_dependencies")),
    dependencies: readPipItems(itemsOf(file.get("dependencies"), "dependencies")),
  };
}
