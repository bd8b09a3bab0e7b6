import type { GraphReader } from "../graph/graph.js";
import type { ClosureBudget } from "../lineage/completeness.js";
import { LimitExceededError } from "../shared/errors.js";
import { type Evidence, withTombstones } from "./evidence.js";
import { type ReproductionVerdict, reproducibilityOf } from "./reproducibility.js";
import { findDownstreamVersions, loadEvidenceRows } from "./reproduction.statements.js";

/**
 * Loads what decides whether model versions, runs and snapshots could be rebuilt, in any order, with one statement;
 * what does not exist has none.
 * @throws DeadlineExceededError when that takes longer than the budget allows.
 */
export function loadEvidence(graph: GraphReader, keys: readonly string[], asOf: number | null, { maxMs }: Pick<ClosureBudget, "maxMs">): Promise<Evidence[]> {
  return graph.read(loadEvidenceRows, { keys: [...keys], asOf }, { timeoutMs: maxMs });
}

/**
 * The keys, sorted, of the model versions that could be rebuilt now and could not once the targets are tombstoned. Only
 * model versions downstream of a target are looked at; a target is among them where it is downstream of another one.
 * @throws LimitExceededError when more model versions are downstream than the budget allows.
 * @throws DeadlineExceededError when that takes longer than the budget allows.
 */
export async function findLostBy(graph: GraphReader, targets: readonly string[], budget: ClosureBudget): Promise<string[]> {
  const downstream = await graph.read(findDownstreamVersions, { targets: [...new Set(targets)], limit: budget.maxNodes + 1 }, { timeoutMs: budget.maxMs });
  if (downstream.length > budget.maxNodes) {
    throw new LimitExceededError(`more than ${budget.maxNodes} model versions are downstream of ${targets.join(", ")}; ask about fewer nodes at once`, { limit: budget.maxNodes });
  }
  if (downstream.length === 0) return [];
  const inputs = new Map(downstream.map(({ key, input }) => [key, input]));
  const tombstoned = new Set(targets);
  const evidence = await loadEvidence(graph, [...inputs.keys()], null, budget);
  const isLost = (of: Evidence): boolean => reproducibilityOf(of).verdict === "LOST";
  return evidence.filter((now) => !isLost(now) && isLost(withTombstones(now, tombstoned, inputs.get(now.key) ?? null))).map(({ key }) => key).sort();
}

/** The verdict on each of some model versions, runs or snapshots that exist, by key. */
export async function loadVerdicts(graph: GraphReader, keys: readonly string[], budget: Pick<ClosureBudget, "maxMs">): Promise<ReadonlyMap<string, ReproductionVerdict>> {
  const evidence = await loadEvidence(graph, keys, null, budget);
  return new Map(evidence.map((of) => [of.key, reproducibilityOf(of).verdict]));
}
