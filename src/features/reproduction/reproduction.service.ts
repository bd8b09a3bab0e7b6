import type { RequestContext } from "../../core/api/context.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { ClosureBudget } from "../lineage/completeness.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { nothingRecorded } from "../../catalog/reference/nothing-recorded.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { InvalidInputError, LimitExceededError } from "../../core/shared/errors.js";
import { parseKey } from "../../core/shared/key.js";
import { type Evidence, withTombstones } from "./evidence.js";
import { type Reproducibility, reproducibilityOf } from "./reproducibility.js";
import { findDownstreamVersions, loadEvidenceRows } from "./reproduction.statements.js";

/** A node with its evidence and verdict. */
export interface JudgedReproduction {
  /** Key of the requested node. */
  readonly asked: string;
  /** Evidence of the node to rebuild: for a deployment, its model version. */
  readonly evidence: Evidence;
  readonly judged: Reproducibility;
}

/**
 * Evaluates whether a model version, run or snapshot, or the version of a deployment, can be rebuilt.
 * @throws NotFoundError when the reference matches nothing.
 * @throws InvalidInputError when the reference matches several nodes, or a node of a kind that no run produces.
 * @throws DeadlineExceededError when the time budget is exceeded.
 */
export async function getReproduction(
  { graph, loaders, closureBudget }: Pick<RequestContext, "graph" | "loaders" | "closureBudget">,
  of: NodeRefInput,
  asOf: number | null,
): Promise<JudgedReproduction> {
  const [asked = "", ...others] = await resolveNodeRefs(graph, [of], asOf);
  if (others.length > 0)
    throw new InvalidInputError(
      `of refers to ${others.length + 1} nodes; give the key of one of them, such as ${asked}`,
    );
  const subject = await subjectOf(loaders, asked);
  const [evidence] = await loadEvidence(graph, [subject], asOf, closureBudget);
  if (!evidence) throw await nothingRecorded(graph, [subject], asOf);
  return { asked, evidence, judged: reproducibilityOf(evidence) };
}

async function subjectOf(loaders: RequestContext["loaders"], key: string): Promise<string> {
  const kind = parseKey(key)?.kind;
  if (kind === "deployment") return (await loadDeployment(loaders, key))?.modelVersionKey ?? key;
  if (kind === "model-version" || kind === "run" || kind === "snapshot") return key;
  throw new InvalidInputError(
    `${key} is not produced by a run and cannot be rebuilt; request a model version, run, snapshot or deployment`,
  );
}

/**
 * Loads the evidence of model versions, runs and snapshots, in any order, with one statement. Nodes that did not exist
 * at `asOf` have no evidence.
 * @throws DeadlineExceededError when the time budget is exceeded.
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
 * The sorted keys of the model versions that can be rebuilt now but not after the targets are tombstoned. Examines model
 * versions downstream of a target, including targets that are downstream of another one.
 * @throws LimitExceededError when more model versions are downstream than the node budget allows.
 * @throws DeadlineExceededError when the time budget is exceeded.
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
      `more than ${budget.maxNodes} model versions are downstream of ${targets.join(", ")}; request fewer nodes at once`,
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
