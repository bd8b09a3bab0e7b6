import { declaredTrafficOf, sharesAt } from "../../catalog/deployment/traffic.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { type BucketRange, bucketOf, bucketRanges } from "./decision-bucket.js";
import { loadDeclared } from "./serving.statements.js";

/** Which moment is asked about, and how it is looked at. */
export interface ServedQuestion {
  readonly endpointKey: string;
  /** Of the world, in epoch milliseconds. */
  readonly at: number;
  /** Of what was recorded; null for all that is recorded now. */
  readonly knownAt: number | null;
  /** What the decision is known by to the serving code; null for any decision. */
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
  /** One model version made the decision. */
  readonly exact: boolean;
  /** Null where no decision key was given. */
  readonly decisionBucket: number | null;
}

/**
 * Which deployment made a decision, or may have: what served at a moment by what was declared, as it was known at another.
 * @throws InvalidInputError when the decision key is no text that has bytes.
 */
export async function findServed(
  graph: GraphReader,
  { endpointKey, at, knownAt, decisionKey }: ServedQuestion,
): Promise<ServedRecord> {
  if (decisionKey?.isWellFormed() === false)
    throw new InvalidInputError(
      "decisionKey holds half of a surrogate pair, which has no UTF-8 bytes to take the hash of; give the text that the serving code used",
    );
  const declared = await graph.read(loadDeclared, { endpointKey, at, knownAt });
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
