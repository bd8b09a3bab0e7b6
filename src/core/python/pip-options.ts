import { InvalidInputError } from "../shared/errors.js";
import { splitShellWords } from "./shell-words.js";
import { excerpt } from "./text-scanner.js";

/** An option with its full name. The value is null if the option takes none. */
export interface PipOption {
  readonly name: OptionName;
  readonly value: string | null;
}

const optionsWithValue = [
  "--index-url",
  "--extra-index-url",
  "--constraint",
  "--requirement",
  "--editable",
  "--find-links",
  "--no-binary",
  "--only-binary",
  "--trusted-host",
  "--use-feature",
  "--global-option",
  "--install-option",
  "--config-settings",
  "--hash",
] as const;
const flags = ["--no-index", "--prefer-binary", "--require-hashes", "--pre"] as const;
type OptionName = (typeof optionsWithValue)[number] | (typeof flags)[number];

const otherNames: ReadonlyMap<string, OptionName> = new Map([
  ["-i", "--index-url"],
  ["--pypi-url", "--index-url"],
  ["-c", "--constraint"],
  ["-r", "--requirement"],
  ["-e", "--editable"],
  ["-f", "--find-links"],
  ["-C", "--config-settings"],
]);
const allNames: readonly OptionName[] = [...optionsWithValue, ...flags];

/**
 * Splits a line at its options: at the first word that starts with a dash.
 * @returns the text before the options, and the options as written.
 */
export function splitOptions(text: string): { readonly head: string; readonly options: string } {
  const at = text.startsWith("-") ? 0 : text.search(/[ \t]-/);
  return at < 0 ? { head: text, options: "" } : { head: text.slice(0, at).trim(), options: text.slice(at).trim() };
}

/**
 * Reads options as pip does: `--name value`, `--name=value`, `-n value`, `-nvalue`, and unambiguous abbreviations of long
 * names. Words that do not belong to an option are ignored, as in pip.
 * @throws InvalidInputError when an option is unknown or its value is missing.
 */
export function parseOptions(text: string): PipOption[] {
  const words = splitShellWords(text);
  const options: PipOption[] = [];
  for (let at = 0; at < words.length && words[at] !== "--"; at++) {
    const word = words[at] ?? "";
    if (!/^-./s.test(word)) continue;
    const { name, attached } = readName(word);
    const takesValue = optionsWithValue.some((known) => known === name);
    if (!takesValue && attached !== null) throw new InvalidInputError(`${name} takes no value`);
    const value = takesValue ? (attached ?? words[++at]) : null;
    if (value === undefined) throw new InvalidInputError(`${name} requires a value`);
    options.push({ name, value });
  }
  return options;
}

function readName(word: string): { name: OptionName; attached: string | null } {
  if (!word.startsWith("--")) {
    return { name: resolveName(word.slice(0, 2)), attached: word.length > 2 ? word.slice(2) : null };
  }
  const at = word.indexOf("=");
  return { name: resolveName(at < 0 ? word : word.slice(0, at)), attached: at < 0 ? null : word.slice(at + 1) };
}

function resolveName(written: string): OptionName {
  const exact = allNames.find((name) => name === written) ?? otherNames.get(written);
  if (exact) return exact;
  const candidates = written.length > 2 ? allNames.filter((name) => name.startsWith(written)) : [];
  const [only, ...others] = candidates;
  if (only && others.length === 0) return only;
  throw new InvalidInputError(
    only
      ? `option ${written} is ambiguous: ${candidates.join(" or ")}`
      : `unknown option of a requirements file: ${excerpt(written)}`,
  );
}
