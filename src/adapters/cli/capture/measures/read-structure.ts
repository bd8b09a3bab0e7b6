import { readFile, stat } from "node:fs/promises";
import { parseDocument } from "yaml";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { parseJson } from "../../../../core/shared/json.js";
import { describeFault } from "../fault.js";

/** Parameters and metrics are small; a larger file is data that was named by mistake. */
const maxBytes = 10 * 1024 * 1024;

/**
 * Reads a YAML or JSON file. Whole numbers keep all their digits, as bigint.
 * @throws InvalidInputError when it cannot be read; the message names option, file and problem.
 */
export async function readStructure(option: string, file: string): Promise<unknown> {
  const unreadable = (error: unknown): never => {
    throw new InvalidInputError(`${option} ${file} cannot be read (${describeFault(error)})`);
  };
  const { size } = await stat(file).catch(unreadable);
  if (size > maxBytes)
    throw new InvalidInputError(
      `${option} ${file} has ${size} bytes, more than the ${maxBytes} that a file of this kind may have`,
    );
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
  // Not all JSON is YAML: tabs before a line, for one.
  const json = parseJson(text);
  if (json === undefined)
    throw new InvalidInputError(`${option} ${file} is neither YAML nor JSON: ${problem.message.split("\n")[0]}`);
  return json;
}
