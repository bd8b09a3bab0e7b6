import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { minHashLength, readLooseName } from "./loose-name.js";
import { findNamed } from "./reference.statements.js";

/** As many as a person can choose from. */
export const maxCandidates = 20;
/** As long as the longest key. */
const maxTextLength = 6_000;

/**
 * The lineage nodes that a person may mean by a text, newest first, as light records; one where the text is a key.
 * @throws InvalidInputError when the text is empty or longer than any name.
 */
export async function findByLooseName(
  graph: GraphReader,
  text: string,
): Promise<{ readonly key: string | null; readonly nodes: LineageNode[] }> {
  if (text.trim() === "")
    throw new InvalidInputError("the name is empty; give a key, an id, or a name such as churn@champion");
  if (text.length > maxTextLength)
    throw new InvalidInputError(
      `the name has ${text.length} characters, more than the ${maxTextLength} that a key may have`,
    );
  const { key, names, hashes, digests, title, labels } = readLooseName(text);
  if (key !== null) return { key, nodes: [] };
  const rows = await graph.read(findNamed, {
    names: [...names],
    hashes: [...hashes],
    digests: [...digests],
    title,
    phrases: title === "" ? [] : [toPhrase(title)],
    labels: labels && [...labels],
    at: Date.now(),
    minHashLength,
    limit: maxCandidates,
  });
  return { key, nodes: rows.map((row) => toLineageNode(row)) };
}

/** The title's words in their order, as Lucene reads a quoted phrase: only a quote and a backslash mean something in it. */
function toPhrase(title: string): string {
  return `"${title.replace(/["\\]/g, "\\$&")}"`;
}
