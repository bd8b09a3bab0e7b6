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

/** Reads `cypher/<name>.cypher` as it is written. */
export function readCypherFile(name: string): CypherFile {
  const lines = readFileSync(new URL(`${name}.cypher`, cypherFolder), "utf8")
    .trimEnd()
    .split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  return { header: lines.slice(0, end), body: lines.slice(end).join("\n") };
}

/**
 * Reads `cypher/<name>.cypher` and replaces each include with the body of its fragment. The result is constant text.
 * @throws Error when the file or a fragment is missing, an include is malformed or has too few or too many arguments, or
 * a fragment includes itself.
 */
export function expandCypherFile(name: string): ExpandedCypher {
  const { header, body } = readCypherFile(name);
  const fragments = new Set<string>();
  const expanded = expand(body, [], fragments);
  if (expanded.includes("/*")) throw new Error(`cypher/${name}.cypher has a malformed include`);
  return { header, body: expanded, fragments: [...fragments] };
}

function expand(text: string, within: readonly string[], fragments: Set<string>): string {
  return text.replace(include, (_, name: string, list: string | undefined, offset: number) => {
    if (within.includes(name)) throw new Error(`fragments include each other: ${[...within, name].join(" > ")}`);
    fragments.add(name);
    const args = list === undefined ? [] : list.split(",").map((argument) => argument.trim());
    const body = expand(fragmentBody(name, args), [...within, name], fragments);
    const column = offset - text.lastIndexOf("\n", offset) - 1;
    return body.replaceAll("\n", `\n${" ".repeat(column)}`);
  });
}

/** The body of a fragment with the arguments in place of its parameters, which a line of its header names: `// (first, second)`. */
function fragmentBody(name: string, args: readonly string[]): string {
  const { header, body } = readCypherFile(`fragments/${name}`);
  const signature = header.map((line) => /^\/\/ \(([^)]*)\)/.exec(line)?.[1]).find((found) => found !== undefined);
  const parameters = signature?.split(", ") ?? [];
  if (parameters.length !== args.length)
    throw new Error(`the fragment ${name} takes (${parameters.join(", ")}), not (${args.join(", ")})`);
  const argumentOf = new Map(parameters.map((parameter, index) => [parameter, args[index] ?? ""]));
  return body.replace(/(?<![\w.$])[a-z]\w*/gi, (word) => argumentOf.get(word) ?? word);
}
