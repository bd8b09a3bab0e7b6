import type { GraphReader } from "../../core/graph/graph.js";
import { NotFoundError } from "../../core/shared/errors.js";
import { type RetractedRow, findRetracted } from "./reference.statements.js";

/**
 * The refusal of keys under which nothing is recorded, or nothing was at `asOf` (epoch milliseconds; null for now). It names
 * the retraction of those that were retracted.
 */
export async function nothingRecorded(
  graph: GraphReader,
  keys: readonly string[],
  asOf: number | null,
): Promise<NotFoundError> {
  const retraction = await findRetraction(graph, keys, asOf);
  return (
    retraction ??
    new NotFoundError(
      `nothing is recorded under ${keys.join(", ")}${asOfSuffix(asOf)}; find existing nodes with search or named`,
      { keys },
    )
  );
}

/** The refusal of keys of which some were retracted, or null if none was. */
export async function findRetraction(
  graph: GraphReader,
  keys: readonly string[],
  asOf: number | null,
): Promise<NotFoundError | null> {
  const retracted = keys.length > 0 ? await graph.read(findRetracted, { keys: [...keys], asOf }) : [];
  if (retracted.length === 0) return null;
  return new NotFoundError(
    `${retracted.map(describeRetraction).join("; ")}. Questions with asOf before that still show it`,
    { keys, retracted: retracted.map((row) => ({ ...row, at: new Date(row.at).toISOString() })) },
  );
}

function describeRetraction({ key, at, by, reason, sequence }: RetractedRow): string {
  const decision = by === null ? "" : ` by ${by}, in ledger entry ${sequence}: ${reason ?? ""}`;
  return `${key} was retracted at ${new Date(at).toISOString()}${decision}`;
}

/** Names the moment of a question in a message. Empty for now. */
export function asOfSuffix(asOf: number | null): string {
  return asOf === null ? "" : ` as of ${new Date(asOf).toISOString()}`;
}
