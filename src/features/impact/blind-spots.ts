import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { findBlindSpots } from "./impact.statements.js";

/** Model versions that serve production and of which nothing upstream is recorded: they could depend on anything. */
export interface BlindSpots {
  readonly count: number;
  /** The first keys, in order. */
  readonly keys: readonly string[];
}

/** A question about blind spots. */
export interface BlindSpotQuestion {
  /** Epoch milliseconds; null for the present. */
  readonly asOf: number | null;
  /** The present in epoch milliseconds, if a transaction determines it. Defaults to the present of the reader. */
  readonly now?: number;
  /** Maximum number of keys. */
  readonly limit: number;
}

/**
 * Finds the blind spots of the whole graph.
 * @throws DeadlineExceededError when it takes longer than `maxMs`.
 */
export async function loadBlindSpots(
  graph: GraphReader,
  { asOf, now = presentOf(graph), limit }: BlindSpotQuestion,
  maxMs: number,
): Promise<BlindSpots> {
  const [found] = await graph.read(findBlindSpots, { asOf, at: asOf ?? now, limit }, { timeoutMs: maxMs });
  return found ?? { count: 0, keys: [] };
}
