import { createHash } from "node:crypto";

/** Into how many buckets the decisions of an endpoint are split; a bucket is a hundredth of a percent of them. */
export const bucketCount = 10_000;

/** The buckets of one deployment: from the first to the one before `end`. */
export interface BucketRange {
  readonly start: number;
  readonly end: number;
}

/** The bucket of a decision: the first eight bytes of the SHA-256 of its key, read big-endian, modulo the number of buckets. */
export function bucketOf(decisionKey: string): number {
  return Number(createHash("sha256").update(decisionKey, "utf8").digest().readBigUInt64BE(0) % BigInt(bucketCount));
}

/**
 * Contiguous ranges for shares in percent, in the order given. Each ends where the sum of the shares so far does, rounded
 * to whole buckets, so that rounding leaves neither gap nor overlap.
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
