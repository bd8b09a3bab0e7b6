import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { exactToken } from "../../core/shared/search-words.js";
import { normalizeDigest } from "../content/content-digest.js";
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
  const { key, hashes, digests, title, labels } = readLooseName(text);
  if (key !== null) return { key, nodes: [] };
  // Names are compared by their characters, and file systems differ in the normal form of names.
  const forms = [...new Set([text, text.normalize("NFC"), text.normalize("NFD")])].map(readLooseName);
  const rows = await graph.read(findNamed, {
    names: forms.flatMap((form) => form.names),
    hashes: [...hashes],
    digests: [...digests],
    contents: contentDigestsIn(title),
    titles: forms.map((form) => form.title),
    titleQueries: title === "" ? [] : [exactToken(title)],
    labels: labels && [...labels],
    at: presentOf(graph),
    minHashLength,
    limit: maxCandidates,
  });
  return { key, nodes: rows.map((row) => toLineageNode(row)) };
}

/** The algorithms of digests that people write without their algorithm. */
const algorithms = ["sha256", "sha512", "sha1", "md5", "blake3"];

/** The beginnings of the digests of content that a text may be: with its algorithm, or hexadecimal digits without one. */
function contentDigestsIn(text: string): string[] {
  if (new RegExp(`^[0-9a-f]{${minHashLength},}(?:\\.dir)?$`, "i").test(text))
    return algorithms.map((algorithm) => normalizeDigest(`${algorithm}:${text.toLowerCase()}`));
  return new RegExp(`^[A-Za-z0-9_+.-]+:\\S{${minHashLength},}$`).test(text) ? [normalizeDigest(text)] : [];
}
