import { InvalidInputError } from "../shared/errors.js";
import { readLogicalLines, type LogicalLine } from "./logical-lines.js";
import { parseOptions, splitOptions, type PipOption } from "./pip-options.js";
import { parseEditable, parseRequirement, type Requirement } from "./requirement.js";

/** A line of options that apply to the whole file, such as `--index-url`. */
export interface OptionLine {
  readonly line: number;
  readonly raw: string;
  readonly options: readonly PipOption[];
}

/** A line that cannot be read, as pip would reject it. */
export interface InvalidLine {
  readonly line: number;
  readonly raw: string;
  readonly why: string;
}

/** The content of a requirements file, in its order. Included files are listed, not read. */
export interface RequirementsFile {
  readonly requirements: readonly Requirement[];
  readonly optionLines: readonly OptionLine[];
  readonly includes: readonly {
    readonly line: number;
    readonly kind: "requirement" | "constraint";
    readonly paths: readonly string[];
  }[];
  readonly invalid: readonly InvalidLine[];
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

type Entry = { readonly requirement: Requirement } | { readonly optionLine: OptionLine };

/** Reads the text of a requirements file as pip does. Lines that cannot be read are listed, never dropped. */
export function parseRequirementsFile(text: string): RequirementsFile {
  return readRequirementLines(readLogicalLines(text));
}

/** Reads lines that may come from several texts, such as the pip items of a conda file. */
export function readRequirementLines(lines: readonly LogicalLine[]): RequirementsFile {
  const entries = lines
    .filter((line) => line.text !== "")
    .map(({ line, text: raw }) => orInvalid({ line, raw }, () => readLine({ line, raw })));
  const optionLines = entries.flatMap((entry) => ("optionLine" in entry ? [entry.optionLine] : []));
  return {
    requirements: entries.flatMap((entry) => ("requirement" in entry ? [entry.requirement] : [])),
    optionLines,
    includes: optionLines.flatMap(({ line, options }) => [
      ...readInclude(line, "requirement", options),
      ...readInclude(line, "constraint", options),
    ]),
    invalid: entries.flatMap((entry) => ("invalid" in entry ? [entry.invalid] : [])),
    comments: lines.flatMap(({ line, comment }) => (comment === null ? [] : [{ line, text: comment }])),
  };
}

/** Runs the reader of one line. A line that it rejects becomes an invalid line with the reason. */
export function orInvalid<T>(
  origin: Pick<InvalidLine, "line" | "raw">,
  read: () => T,
): T | { readonly invalid: InvalidLine } {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidInputError) return { invalid: { ...origin, why: error.message } };
    throw error;
  }
}

function readLine(origin: { line: number; raw: string }): Entry {
  const { head, options } = splitOptions(origin.raw);
  if (head !== "") return { requirement: parseRequirement(head, parseOptions(options), origin) };
  const markerAt = options.search(/\s;/);
  const parsed = parseOptions(markerAt < 0 ? options : options.slice(0, markerAt));
  const editable = parsed.find((option) => option.name === "--editable")?.value;
  if (editable === undefined || editable === null) return { optionLine: { ...origin, options: parsed } };
  return {
    requirement: parseEditable(editable, markerAt < 0 ? null : options.slice(markerAt + 2).trim(), parsed, origin),
  };
}

function readInclude(
  line: number,
  kind: "requirement" | "constraint",
  options: readonly PipOption[],
): RequirementsFile["includes"] {
  const paths = options.flatMap(({ name, value }) => (name === `--${kind}` && value !== null ? [value] : []));
  return paths.length > 0 ? [{ line, kind, paths }] : [];
}
