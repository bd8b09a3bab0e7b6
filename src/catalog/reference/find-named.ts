import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { minHashLength, readLooseName } from "./loose-name.js";
import { findNamed } from "./reference.statements.js";

/** The maximum number of candidates, for a person to choose from. */
export const maxCandidates = 20;
/** Length of the longest key. */
const maxTextLength = 6_000;

/**
 * Finds the lineage nodes that match a text that a person typed, newest first. Returns the key instead if the text is a key.
 * @throws InvalidInputError when the text is empty or longer than any name.
 */
export async function findByLooseName(
  graph: GraphReader,
  text: string,
): Promise<{ readonly key: string | null; readonly nodes: LineageNode[] }> {
  if (text.trim() === "")
    throw new InvalidInputError("the name is empty; set a key, an id, or a name such as churn@champion");
  if (text.length > maxTextLength)
    throw new InvalidInputError(`the name has ${text.length} characters, more than the limit of ${maxTextLength}`);
  const { key, names, hashes, digests, title, labels } = readLooseName(text);
  if (key !== null) return { key, nodes: [] };
  const rows = await graph.read(findNamed, {
    names: [...names],
    hashes: [...hashes],
    digests: [...digests],
    title,
    phrases: title === "" ? [] : [toPhrase(title)],
    labels: labels && [...labels],
    at: presentOf(graph),
    minHashLength,
    limit: maxCandidates,
  });
  return { key, nodes: rows.map((row) => toLineageNode(row)) };
}

/** The words of the title in their order, as a quoted phrase of Lucene. Only quotes and backslashes are special in it. */
function toPhrase(title: string): string {
  return `"${title.replace(/["\\]/g, "\\$&")}"`;
}
