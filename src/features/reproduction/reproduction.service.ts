import type { RequestContext } from "../../core/api/context.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { ClosureBudget } from "../lineage/completeness.js";
import { type NodeRefInput, resolveNodeRefs } from "../../catalog/reference/index.js";
import { InvalidInputError, LimitExceededError, NotFoundError } from "../../core/shared/errors.js";
import { parseKey } from "../../core/shared/key.js";
import { type Evidence, withTombstones } from "./evidence.js";
import { type Reproducibility, reproducibilityOf } from "./reproducibility.js";
import { findDownstreamVersions, loadEvidenceRows } from "./reproduction.statements.js";

/** Whether one thing could be made again. */
export interface JudgedReproduction {
  /** Key of what was asked about. */
  readonly asked: string;
  /** Of what is to be rebuilt: of a deployment, its model version. */
  readonly evidence: Evidence;
  readonly judged: Reproducibility;
}

/**
 * Judges whether one model version, run or snapshot, or what a deployment serves, could be made again.
 * @throws NotFoundError when the reference names nothing; InvalidInputError when it names several nodes, or one that nothing makes.
 * @throws DeadlineExceededError when that takes longer than the budget allows.
 */
export async function getReproduction(
  { graph, loaders, closureBudget }: Pick<RequestContext, "graph" | "loaders" | "closureBudget">,
  of: NodeRefInput,
  asOf: number | null,
): Promise<JudgedReproduction> {
  const [asked = "", ...others] = await resolveNodeRefs(graph, [of], asOf);
  if (others.length > 0)
    throw new InvalidInputError(`of names ${others.length + 1} nodes; name one of them by its key, such as ${asked}`);
  const subject = await subjectOf(loaders, asked);
  const [evidence] = await loadEvidence(graph, [subject], asOf, closureBudget);
  if (!evidence)
    throw new NotFoundError(
      `nothing is recorded under ${subject}${asOf === null ? "" : ` as of ${new Date(asOf).toISOString()}`}`,
      { key: subject },
    );
  return { asked, evidence, judged: reproducibilityOf(evidence) };
}

async function subjectOf(loaders: RequestContext["loaders"], key: string): Promise<string> {
  const kind = parseKey(key)?.kind;
  if (kind === "deployment") return (await loadDeployment(loaders, key))?.modelVersionKey ?? key;
  if (kind === "model-version" || kind === "run" || kind === "snapshot") return key;
  throw new InvalidInputError(
    `${key} is not made by a run, so that it cannot be rebuilt; ask about a model version, a run, a snapshot or a deployment`,
  );
}

/**
 * Loads what decides whether model versions, runs and snapshots could be rebuilt, in any order, with one statement;
 * what did not exist at `asOf` has none.
 * @throws DeadlineExceededError when that takes longer than the budget allows.
 */
export function loadEvidence(
  graph: GraphReader,
  keys: readonly string[],
  asOf: number | null,
  { maxMs }: Pick<ClosureBudget, "maxMs">,
): Promise<Evidence[]> {
  return graph.read(loadEvidenceRows, { keys: [...keys], asOf }, { timeoutMs: maxMs });
}

/**
 * The keys, sorted, of the model versions that could be rebuilt now and could not once the targets are tombstoned. Only
 * model versions downstream of a target are looked at; a target is among them where it is downstream of another one.
 * @throws LimitExceededError when more model versions are downstream than the budget allows.
 * @throws DeadlineExceededError when that takes longer than the budget allows.
 */
export async function findLostBy(
  graph: GraphReader,
  targets: readonly string[],
  budget: ClosureBudget,
): Promise<string[]> {
  const downstream = await graph.read(
    findDownstreamVersions,
    { targets: [...new Set(targets)], limit: budget.maxNodes + 1 },
    { timeoutMs: budget.maxMs },
  );
  if (downstream.length > budget.maxNodes) {
    throw new LimitExceededError(
      `more than ${budget.maxNodes} model versions are downstream of ${targets.join(", ")}; ask about fewer nodes at once`,
      { limit: budget.maxNodes },
    );
  }
  if (downstream.length === 0) return [];
  const inputs = new Map(downstream.map(({ key, input }) => [key, input]));
  const tombstoned = new Set(targets);
  const evidence = await loadEvidence(graph, [...inputs.keys()], null, budget);
  const isLost = (of: Evidence): boolean => reproducibilityOf(of).verdict === "LOST";
  return evidence
    .filter((now) => !isLost(now) && isLost(withTombstones(now, tombstoned, inputs.get(now.key) ?? null)))
    .map(({ key }) => key)
    .sort();
}
