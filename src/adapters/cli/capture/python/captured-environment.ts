import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { describeEnvironment } from "../../../../catalog/environment/environment-content.js";
import type { EnvironmentFact } from "../../../../catalog/environment/environment.shape.js";
import { decodeText } from "../../../../core/python/decode-text.js";
import { AppError, InvalidInputError } from "../../../../core/shared/errors.js";
import { describeFault } from "../../../../core/shared/fault.js";
import type { Project } from "../project.js";
import { findInterpreter } from "./interpreter.js";
import { askPython, type PythonState } from "./installed-packages.js";

/** The environment that the command runs in. */
export interface CapturedEnvironment {
  /** Null if it could not be determined. */
  readonly environment: { readonly fact: EnvironmentFact; readonly digest: string } | null;
  readonly warnings: readonly string[];
}

/** The sources from which an environment is determined. */
export interface EnvironmentSources {
  readonly program: string;
  /** An interpreter to query instead of the one that the command uses. */
  readonly python: string | null;
  /** A requirements or conda file to record instead of the installed packages. */
  readonly requirements: string | null;
}

/**
 * Captures the packages and the Python version that a command runs with.
 * @throws InvalidInputError when the given file or interpreter cannot be used.
 */
export async function captureEnvironment(
  project: Project,
  { program, python, requirements }: EnvironmentSources,
): Promise<CapturedEnvironment> {
  const given = requirements === null ? null : await readRequirements(resolve(project.folder, requirements));
  const interpreter = python ?? (await findInterpreter(program, project.folder));
  const state = interpreter === null ? null : await askPython(interpreter, project.folder, project.root);
  if (python !== null && !state)
    throw new InvalidInputError(
      `--python ${python} cannot list its installed packages; name an interpreter of Python 3.8 or later`,
    );
  const fact = given === null ? installedFact(state) : { ...given, ...(state && { pythonVersion: state.version }) };
  if (!fact)
    return {
      environment: null,
      warnings:
        interpreter === null ? [] : [`${interpreter} cannot list its installed packages; no environment is recorded`],
    };
  return given === null
    ? describeInstalled(fact)
    : { environment: { fact, digest: describeEnvironment(fact).digest }, warnings: [] };
}

/** One package that cannot be described must not prevent a run from being recorded. */
function describeInstalled(fact: EnvironmentFact): CapturedEnvironment {
  try {
    return { environment: { fact, digest: describeEnvironment(fact).digest }, warnings: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { environment: null, warnings: [`the installed packages cannot be recorded: ${error.message}`] };
  }
}

function installedFact(state: PythonState | null): EnvironmentFact | null {
  return state && { requirements: state.requirements, pythonVersion: state.version };
}

async function readRequirements(file: string): Promise<EnvironmentFact> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new InvalidInputError(`--requirements ${file} cannot be read (${describeFault(error)})`);
  });
  const text = decodeText(bytes);
  return /\.ya?ml$/i.test(file) ? { condaYaml: text } : { requirements: text };
}
