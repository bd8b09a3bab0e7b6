import { declaredTrafficOf, sharesAt } from "../../catalog/deployment/traffic.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { type BucketRange, bucketOf, bucketRanges } from "./decision-bucket.js";
import { loadDeclared } from "./serving.statements.js";

/** A question about the deployments of an endpoint at a time. */
export interface ServedQuestion {
  readonly endpointKey: string;
  /** Valid time, in epoch milliseconds. */
  readonly at: number;
  /** Recorded time, in epoch milliseconds; null for everything recorded now. */
  readonly knownAt: number | null;
  /** Identifies the decision in the serving code; null for any decision. */
  readonly decisionKey: string | null;
}

/** A deployment that may have made the decision. */
export interface ServedCandidate {
  readonly deploymentKey: string;
  readonly modelVersionKey: string;
  readonly trafficPercent: number;
  readonly buckets: BucketRange;
}

export interface ServedRecord {
  readonly candidates: readonly ServedCandidate[];
  /** True if all candidates serve the same model version. */
  readonly exact: boolean;
  /** Null if no decision key was given. */
  readonly decisionBucket: number | null;
}

/**
 * Finds the deployments that may have made a decision: those declared as serving at one time, as recorded at another.
 * @throws InvalidInputError when the decision key has no UTF-8 encoding.
 */
export async function findServed(
  graph: GraphReader,
  { endpointKey, at, knownAt, decisionKey }: ServedQuestion,
): Promise<ServedRecord> {
  if (decisionKey?.isWellFormed() === false)
    throw new InvalidInputError(
      "decisionKey contains half of a surrogate pair and has no UTF-8 encoding to hash; give the text that the serving code used",
    );
  const declared = await graph.read(loadDeclared, { endpointKey, at, knownAt: knownAt ?? graph.moment?.known ?? null });
  const versions = new Map(declared.map(({ key, modelVersionKey }) => [key, modelVersionKey]));
  const shares = sharesAt(
    declared.map((row) => ({ ...row, declaredTraffic: declaredTrafficOf(row) })),
    at,
  ).filter(({ trafficPercent }) => trafficPercent > 0);
  const ranges = bucketRanges(shares.map(({ trafficPercent }) => trafficPercent));
  const served = shares.map(({ key, trafficPercent }, index): ServedCandidate => ({
    deploymentKey: key,
    modelVersionKey: versions.get(key) ?? "",
    trafficPercent,
    buckets: ranges[index] ?? { start: 0, end: 0 },
  }));
  const decisionBucket = decisionKey === null ? null : bucketOf(decisionKey);
  const candidates =
    decisionBucket === null
      ? served
      : served.filter(({ buckets }) => buckets.start <= decisionBucket && decisionBucket < buckets.end);
  return {
    candidates,
    exact: new Set(candidates.map(({ modelVersionKey }) => modelVersionKey)).size === 1,
    decisionBucket,
  };
}
