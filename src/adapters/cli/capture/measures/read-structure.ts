import { readFile, stat } from "node:fs/promises";
import { parseDocument } from "yaml";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { parseJson } from "../../../../core/shared/json.js";
import { describeFault } from "../../../../core/shared/fault.js";

/** Files of parameters and metrics are small; a larger file is probably data named by mistake. */
const maxBytes = 10 * 1024 * 1024;

/**
 * Reads a YAML or JSON file. Integers are read as bigint and keep all their digits.
 * @throws InvalidInputError when the file cannot be read. The message names the option, the file and the problem.
 */
export async function readStructure(option: string, file: string): Promise<unknown> {
  const unreadable = (error: unknown): never => {
    throw new InvalidInputError(`${option} ${file} cannot be read (${describeFault(error)})`);
  };
  const { size } = await stat(file).catch(unreadable);
  if (size > maxBytes)
    throw new InvalidInputError(`${option} ${file} has ${size} bytes; the maximum for this option is ${maxBytes}`);
  const text = await readFile(file, "utf8").catch(unreadable);
  return parse(option, file, text.replace(/^\uFEFF/, ""));
}

function parse(option: string, file: string, text: string): unknown {
  const document = parseDocument(text, { intAsBigInt: true, merge: true, prettyErrors: true, logLevel: "silent" });
  const [problem] = document.errors;
  if (!problem) {
    try {
      return document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      throw new InvalidInputError(`${option} ${file} cannot be read: ${describeFault(error)}`);
    }
  }
  // Not all JSON is valid YAML; for example, YAML does not allow tabs as indentation.
  const json = parseJson(text);
  if (json === undefined)
    throw new InvalidInputError(`${option} ${file} is neither YAML nor JSON: ${problem.message.split("\n")[0]}`);
  return json;
}
