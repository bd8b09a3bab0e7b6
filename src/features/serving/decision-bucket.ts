import { createHash } from "node:crypto";

/** Number of buckets into which the decisions of an endpoint are split. One bucket is 0.01% of them. */
export const bucketCount = 10_000;

/** The buckets of one deployment, from `start` (inclusive) to `end` (exclusive). */
export interface BucketRange {
  readonly start: number;
  readonly end: number;
}

/** The bucket of a decision: the first eight bytes of the SHA-256 of its key, big-endian, modulo the number of buckets. */
export function bucketOf(decisionKey: string): number {
  return Number(createHash("sha256").update(decisionKey, "utf8").digest().readBigUInt64BE(0) % BigInt(bucketCount));
}

/**
 * Contiguous ranges for shares in percent, in the given order. Each range ends at the cumulative share, rounded to whole
 * buckets, so that rounding causes neither gaps nor overlaps.
 */
export function bucketRanges(shares: readonly number[]): BucketRange[] {
  let sum = 0;
  let start = 0;
  return shares.map((share) => {
    sum += share;
    const range = { start, end: Math.max(start, Math.min(bucketCount, Math.floor(sum * 100 + 0.5))) };
    start = range.end;
    return range;
  });
}
