import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { InvalidInputError } from "../../../core/shared/errors.js";
import type { Command } from "./run-command.js";

/** A file or a folder that a command reads. */
export interface InputRequest {
  readonly path: string;
  readonly role: string;
}

/** The model that a command writes, and which of its outputs it is. */
export interface ModelRequest {
  readonly name: string;
  /** Null for the only output. */
  readonly path: string | null;
  /** Null for the first digits of its digest. */
  readonly version: string | null;
}

/** A command to run, and what to record about it. */
export interface RecordRequest {
  readonly command: Command;
  readonly inputs: readonly InputRequest[];
  readonly outputs: readonly string[];
  readonly params: readonly string[];
  readonly metrics: string | null;
  readonly model: ModelRequest | null;
  readonly experiment: string | null;
  readonly name: string | null;
  readonly namespace: string | null;
  readonly requirements: string | null;
  readonly python: string | null;
  /** Names of parameters and options whose values are not recorded. */
  readonly redact: readonly string[];
  readonly keepsPatch: boolean;
  /** The person who ran it, for display. */
  readonly by: string;
  /** The principal in whose name it is sent. */
  readonly principal: string | null;
}

/** Reads `path` or `path:role`. If a file with the entire text as its name exists, the text is a path. */
export function readInput(text: string, folder: string): InputRequest {
  const [, path, role] = /^(.+):([\w-]+)$/s.exec(text) ?? [];
  if (path === undefined || role === undefined || existsSync(resolve(folder, text)))
    return { path: text, role: "training" };
  return { path, role };
}

/** The outputs that are data, and the one that is the model. */
export interface SortedOutputs {
  readonly data: readonly string[];
  readonly model: string | null;
}

/**
 * Separates the model from the data among a command's outputs.
 * @throws InvalidInputError when the model cannot be determined.
 */
export function sortOutputs(
  { outputs, model }: Pick<RecordRequest, "outputs" | "model">,
  folder: string,
): SortedOutputs {
  if (!model) return { data: outputs, model: null };
  const only = outputs.length === 1 ? outputs[0] : undefined;
  const path = model.path ?? only;
  if (path === undefined) {
    const hint = outputs.length === 0 ? "no --output is given" : `there are ${outputs.length} outputs`;
    throw new InvalidInputError(
      `--model ${model.name} does not name the file or folder of the model, and ${hint}. Write --model ${model.name}=<path>. If the model has several files, put them in a folder`,
    );
  }
  return { data: outputs.filter((output) => resolve(folder, output) !== resolve(folder, path)), model: path };
}

/** The default name of a run: the script or module that it runs. */
export function nameOfCommand({ program, words }: Command): string {
  const afterModule = words[words.indexOf("-m") + 1];
  const script = words.find((word) => /\.(py|ipynb|R|sh|jl)$/.test(word));
  if (!/^(python|pypy)/.test(basename(program))) return basename(program);
  return script !== undefined
    ? basename(script)
    : words.includes("-m") && afterModule !== undefined
      ? afterModule
      : basename(program);
}
