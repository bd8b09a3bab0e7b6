import type { RequestContext } from "../../core/api/context.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { type ServedCandidate, findServed } from "../serving/served-at.js";
import { compare } from "./compare.js";
import type { LineageComparison } from "./comparison.type.js";
import { loadRunSide, loadVersionSide } from "./load-side.js";

type Context = Pick<RequestContext, "graph" | "loaders">;

const loadersOf = { ModelComparison: loadVersionSide, RunComparison: loadRunSide } as const;

/**
 * Compares how two model versions, or two runs, were produced.
 * @throws NotFoundError when a reference matches nothing.
 */
export async function compareReferences<Name extends LineageComparison["__typename"]>(
  context: Context,
  typename: Name,
  left: NodeRefInput,
  right: NodeRefInput,
): Promise<LineageComparison & { readonly __typename: Name }> {
  const [[leftKey = ""], [rightKey = ""]] = await Promise.all([
    resolveNodeRefs(context.graph, [left]),
    resolveNodeRefs(context.graph, [right]),
  ]);
  return compareKeys(context, typename, leftKey, rightKey);
}

/** Compares how two model versions, or two runs, with these keys were produced. */
export async function compareKeys<Name extends LineageComparison["__typename"]>(
  { loaders }: Context,
  typename: Name,
  leftKey: string,
  rightKey: string,
): Promise<LineageComparison & { readonly __typename: Name }> {
  const load = loadersOf[typename];
  const [left, right] = await Promise.all([load(loaders, leftKey), load(loaders, rightKey)]);
  const differences = compare(left, right);
  const { packages, parameters, metrics, notCompared } = differences;
  return {
    __typename: typename,
    leftKey,
    rightKey,
    sides: { left, right },
    differences,
    packages,
    parameters,
    metrics,
    notCompared,
  };
}

/** The deployments that served an endpoint at two times, by everything recorded now. */
export async function findServedTwice(
  graph: Context["graph"],
  endpointKey: string,
  left: number,
  right: number,
): Promise<[readonly ServedCandidate[], readonly ServedCandidate[]]> {
  const servedAt = (at: number) => findServed(graph, { endpointKey, at, knownAt: null, decisionKey: null });
  const [before, after] = await Promise.all([servedAt(left), servedAt(right)]);
  return [before.candidates, after.candidates];
}

/** The model version with the largest share of the traffic; of equal shares, the one that started last. Null if nothing served. */
export function mainVersionOf(candidates: readonly ServedCandidate[]): string | null {
  const most = Math.max(...candidates.map(({ trafficPercent }) => trafficPercent));
  return candidates.findLast(({ trafficPercent }) => trafficPercent === most)?.modelVersionKey ?? null;
}
