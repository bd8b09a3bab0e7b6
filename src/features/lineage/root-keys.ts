import type { GraphReader } from "../../core/graph/graph.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { readRef } from "../../catalog/reference/node-ref.js";
import { InvalidInputError } from "../../core/shared/errors.js";

/**
 * The keys of the nodes that a question is about, resolved as of `asOf` (epoch milliseconds, null for now). Keys are used
 * without a statement, because the closure itself reports which roots exist.
 * @throws InvalidInputError when `of` is empty; NotFoundError when a reference other than a key matches nothing.
 */
export async function findRootKeys(
  graph: GraphReader,
  of: readonly NodeRefInput[],
  asOf: number | null,
): Promise<readonly string[]> {
  if (of.length === 0) throw new InvalidInputError("of is empty; name at least one node");
  const keys = of.map(readRef).flatMap((ref) => (ref.by === "key" ? [ref.key] : []));
  return keys.length === of.length ? [...new Set(keys)] : resolveNodeRefs(graph, of, asOf);
}
