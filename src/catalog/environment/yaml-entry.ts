import { isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from "yaml";
import { InvalidInputError, LimitExceededError } from "../../core/shared/errors.js";

/** A part of a YAML file with its line number. Scalars remain text, so that `3.10` does not become 3.1. */
export type YamlEntry =
  | { readonly line: number; readonly kind: "text"; readonly text: string }
  | { readonly line: number; readonly kind: "list"; readonly items: readonly YamlEntry[] }
  | { readonly line: number; readonly kind: "mapping"; readonly entries: YamlMapping };
export type YamlMapping = ReadonlyMap<string, YamlEntry>;

/** Hostile text makes the parser slow and memory-intensive. Environment files of real projects have 2 to 50 kB. */
const maxYamlLength = 100_000;

/**
 * Reads a YAML file that contains a mapping.
 * @throws InvalidInputError when it cannot be read or does not contain a mapping.
 * @throws LimitExceededError when it is too long.
 */
export function parseYamlMapping(text: string, field: string): YamlMapping {
  if (text.length > maxYamlLength)
    throw new LimitExceededError(`${field} has ${text.length} characters, more than the limit of ${maxYamlLength}`);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const [fault] = document.errors;
  if (fault) {
    const why = fault.code === "RESOURCE_EXHAUSTION" ? "its values are nested too deeply" : fault.message;
    throw new InvalidInputError(`${field}, line ${lines.linePos(fault.pos[0]).line}, is not YAML: ${why}`);
  }
  const top = document.contents && toEntry(document.contents, field, lines);
  if (top?.kind === "mapping") return top.entries;
  throw new InvalidInputError(`${field} is not a YAML mapping with keys such as dependencies`);
}

function toEntry(node: ParsedNode, field: string, lines: LineCounter): YamlEntry {
  const { line } = lines.linePos(node.range[0]);
  if (isScalar(node)) return { line, kind: "text", text: String(node.value) };
  if (isSeq(node)) return { line, kind: "list", items: node.items.map((item) => toEntry(item, field, lines)) };
  if (!isMap(node))
    throw new InvalidInputError(`${field}, line ${line}, uses a YAML alias; replace it with its content`);
  const entries = node.items.map(({ key, value }) => {
    const entry: YamlEntry = value ? toEntry(value, field, lines) : { line, kind: "text", text: "" };
    return [isScalar(key) ? String(key.value) : "", entry] as const;
  });
  return { line, kind: "mapping", entries: new Map(entries) };
}

/** The text of an entry, or null if it has none. */
export function textOf(entry: YamlEntry | undefined): string | null {
  return entry?.kind === "text" && entry.text !== "" ? entry.text : null;
}

/**
 * The items of an entry; empty if the entry is missing or empty.
 * @throws InvalidInputError when the entry is not a list.
 */
export function itemsOf(entry: YamlEntry | undefined, field: string): readonly YamlEntry[] {
  if (entry?.kind === "list") return entry.items;
  if (!entry || (entry.kind === "text" && entry.text === "")) return [];
  throw new InvalidInputError(`${field}, line ${entry.line}, is not a list`);
}
