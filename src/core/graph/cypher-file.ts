import { readFileSync } from "node:fs";

const cypherFolder = new URL("../../../cypher/", import.meta.url);
/** The place of a fragment, `/*: name *\/` or `/*: name(first, second) *\/`. To Cypher it is a comment. */
const include = /\/\*: ([a-z-]+)(?:\(([^)]*)\))? \*\//g;

/** The two parts of a Cypher file: its header and its statement. */
export interface CypherFile {
  /** The lines of the comment that the file begins with. */
  readonly header: readonly string[];
  readonly body: string;
}

/** A Cypher file with every include replaced. */
export interface ExpandedCypher extends CypherFile {
  /** Names of the fragments that the body includes, directly or through other fragments, in order of their first use. */
  readonly fragments: readonly string[];
}

const files = new Map<string, CypherFile>();

/** Reads `cypher/<name>.cypher` as it is written. Each file is read once, although many statements include a fragment. */
export function readCypherFile(name: string): CypherFile {
  const known = files.get(name);
  if (known) return known;
  const lines = readFileSync(new URL(`${name}.cypher`, cypherFolder), "utf8")
    .trimEnd()
    .split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  const file = { header: lines.slice(0, end), body: lines.slice(end).join("\n") };
  files.set(name, file);
  return file;
}

/**
 * Reads `cypher/<name>.cypher` and replaces each include with the body of its fragment. The result is constant text. Rules
 * about a moment are much shorter about the present: if `$asOf` is null, which `isNow` states, or an argument is null, an
 * include is replaced with the form after `// now:` in the header of its fragment, if it has one.
 * @throws Error when the file or a fragment is missing, an include is malformed or has too few or too many arguments, or
 * a fragment includes itself.
 */
export function expandCypherFile(name: string, { isNow = false } = {}): ExpandedCypher {
  const { header, body } = readCypherFile(name);
  const fragments = new Set<string>();
  const expanded = expand(body, { within: [], fragments, isNow });
  if (expanded.includes("/*")) throw new Error(`cypher/${name}.cypher has a malformed include`);
  return { header, body: expanded, fragments: [...fragments] };
}

interface Expansion {
  /** The fragments around the text, from the outermost. */
  readonly within: readonly string[];
  /** Receives the names of the included fragments. */
  readonly fragments: Set<string>;
  readonly isNow: boolean;
}

function expand(text: string, { within, fragments, isNow }: Expansion): string {
  return text.replace(include, (_, name: string, list: string | undefined, offset: number) => {
    if (within.includes(name)) throw new Error(`fragments include each other: ${[...within, name].join(" > ")}`);
    fragments.add(name);
    const args = list === undefined ? [] : list.split(",").map((argument) => argument.trim());
    const body = expand(fragmentBody(name, args, isNow), { within: [...within, name], fragments, isNow });
    const column = offset - text.lastIndexOf("\n", offset) - 1;
    return body.replaceAll("\n", `\n${" ".repeat(column)}`);
  });
}

/** The body of a fragment with the arguments in place of its parameters, which a line of its header names: `// (first, second)`. */
function fragmentBody(name: string, args: readonly string[], isNow: boolean): string {
  const { header, body } = readCypherFile(`fragments/${name}`);
  const parameters = headerEntry(header, /^\/\/ \(([^)]*)\)/)?.split(", ") ?? [];
  if (parameters.length !== args.length)
    throw new Error(`the fragment ${name} takes (${parameters.join(", ")}), not (${args.join(", ")})`);
  const argumentOf = new Map(parameters.map((parameter, index) => [parameter, args[index] ?? ""]));
  const moment = argumentOf.get("asOf") ?? "$asOf";
  const isPresent = moment === "null" || (isNow && moment === "$asOf");
  const form = (isPresent ? headerEntry(header, /^\/\/ now:(.*)/)?.trimStart() : undefined) ?? body;
  return form.replace(/(?<![\w.$])[a-z]\w*/gi, (word) => argumentOf.get(word) ?? word);
}

function headerEntry(header: readonly string[], pattern: RegExp): string | undefined {
  return header.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
}
