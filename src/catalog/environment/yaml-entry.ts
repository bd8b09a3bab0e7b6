import { isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from "yaml";
import { InvalidInputError, LimitExceededError } from "../../core/shared/errors.js";

/** A part of a YAML file with the line where it begins. Scalars stay text, so that `3.10` does not become 3.1. */
export type YamlEntry =
  | { readonly line: number; readonly kind: "text"; readonly text: string }
  | { readonly line: number; readonly kind: "list"; readonly items: readonly YamlEntry[] }
  | { readonly line: number; readonly kind: "mapping"; readonly entries: YamlMapping };
export type YamlMapping = ReadonlyMap<string, YamlEntry>;

/** The parser's cost and memory grow steeply on hostile text; the environment files of real projects have 2 to 50 kB. */
const maxYamlLength = 100_000;

/**
 * Reads a YAML file whose top is a mapping.
 * @throws InvalidInputError when it cannot be read or its top is something else.
 * @throws LimitExceededError when it is too long.
 */
export function parseYamlMapping(text: string, field: string): YamlMapping {
  if (text.length > maxYamlLength)
    throw new LimitExceededError(`${field} has ${text.length} characters, more than ${maxYamlLength}`);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const [fault] = document.errors;
  if (fault)
    throw new InvalidInputError(`${field}, line ${lines.linePos(fault.pos[0]).line}, is not YAML: ${fault.message}`);
  const top = document.contents && toEntry(document.contents, field, lines);
  if (top?.kind === "mapping") return top.entries;
  throw new InvalidInputError(`${field} is not a YAML mapping with entries such as dependencies`);
}

function toEntry(node: ParsedNode, field: string, lines: LineCounter): YamlEntry {
  const { line } = lines.linePos(node.range[0]);
  if (isScalar(node)) return { line, kind: "text", text: String(node.value) };
  if (isSeq(node)) return { line, kind: "list", items: node.items.map((item) => toEntry(item, field, lines)) };
  if (!isMap(node)) throw new InvalidInputError(`${field}, line ${line}, uses a YAML alias; write the text out`);
  const entries = node.items.map(({ key, value }) => {
    const entry: YamlEntry = value ? toEntry(value, field, lines) : { line, kind: "text", text: "" };
    return [isScalar(key) ? String(key.value) : "", entry] as const;
  });
  return { line, kind: "mapping", entries: new Map(entries) };
}

/** The entry's text, or null where there is none. */
export function textOf(entry: YamlEntry | undefined): string | null {
  return entry?.kind === "text" && entry.text !== "" ? entry.text : null;
}

/**
 * The entry's items; none where the entry is missing or empty.
 * @throws InvalidInputError when the entry is not a list.
 */
export function itemsOf(entry: YamlEntry | undefined, field: string): readonly YamlEntry[] {
  if (entry?.kind === "list") return entry.items;
  if (!entry || (entry.kind === "text" && entry.text === "")) return [];
  throw new InvalidInputError(`${field}, line ${entry.line}, is not a list`);
}
