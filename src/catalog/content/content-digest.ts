import { createHash } from "node:crypto";
import type { FieldValue, Fields } from "../../core/facts/draft.js";

/** The digests of no bytes, and DVC's digest of an empty folder. They do not identify content: every empty file has them. */
const emptyDigests: ReadonlySet<string> = new Set([
  ...["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b512", "blake2s256"].map(
    (algorithm) => `${algorithm}:${createHash(algorithm).digest("hex")}`,
  ),
  `md5:${createHash("md5").update("[]").digest("hex")}.dir`,
]);

/** A digest in the form in which digests are compared: letter case has no meaning in an algorithm or in hexadecimal digits. */
export function normalizeDigest(digest: string): string {
  return /^[A-Za-z0-9_+.-]+:[0-9A-Fa-f]+$/.test(digest) ? digest.toLowerCase() : digest;
}

/**
 * The derived fields by which a node is found by its content; none if its content is unknown or empty. Nodes that share a
 * contentKey are the same thing under two names of one namespace.
 */
export function contentFields(
  namespace: FieldValue | null | undefined,
  digest: FieldValue | null | undefined,
  sizeBytes: FieldValue | null | undefined,
): Fields {
  if (typeof namespace !== "string" || typeof digest !== "string" || sizeBytes === 0) return {};
  const contentDigest = normalizeDigest(digest);
  if (emptyDigests.has(contentDigest)) return {};
  return { contentDigest, contentKey: `${contentDigest} ${namespace}` };
}
