import type { GraphReader } from "../../core/graph/graph.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { resolveReferenced } from "../../catalog/reference/resolve-node-refs.js";
import { readRef } from "../../catalog/reference/node-ref.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import type { Undecided } from "./completeness.js";

/** The nodes that a question is about. */
export interface Roots {
  readonly keys: readonly string[];
  /** Nodes that may or may not be meant: the answer does not cover them, and is PARTIAL. */
  readonly undecided: readonly Undecided[];
}

/** Roots that are known by their keys. */
export function rootsByKey(keys: readonly string[]): Roots {
  return { keys, undecided: [] };
}

/** The keys under which the roots of an answer are recorded: a snapshot may be asked for under another name of its dataset. */
export function recordedKeys(asked: readonly string[], roots: readonly { readonly key: string }[]): readonly string[] {
  const recorded = roots.map(({ key }) => key);
  return asked.every((key) => recorded.includes(key)) ? asked : recorded;
}

/**
 * The nodes that a question is about, resolved as of `asOf` (epoch milliseconds, null for now). Keys are used without a
 * statement, because the closure itself reports which roots exist.
 * @throws InvalidInputError when `of` is empty; NotFoundError when a reference other than a key matches nothing.
 */
export async function findRoots(graph: GraphReader, of: readonly NodeRefInput[], asOf: number | null): Promise<Roots> {
  if (of.length === 0) throw new InvalidInputError("of is empty; name at least one node");
  const keys = of.map(readRef).flatMap((ref) => (ref.by === "key" ? [ref.key] : []));
  if (keys.length === of.length) return rootsByKey([...new Set(keys)]);
  const { keys: found, unpinned } = await resolveReferenced(graph, of, asOf);
  return { keys: found, undecided: unpinned.length > 0 ? [{ reason: "UNPINNED", keys: unpinned }] : [] };
}
