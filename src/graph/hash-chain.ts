import { createHash } from "node:crypto";
import canonicalizeModule from "canonicalize";
import type { z } from "zod";
import type { entryRow } from "./ledger.statements.js";

/** One entry of the ledger as it is stored. */
export type LedgerEntry = Readonly<z.infer<typeof entryRow>>;
export type EntryContent = Omit<LedgerEntry, "previousHash" | "hash">;

/** The hash before the first entry. */
export const genesisHash = "0".repeat(64);

// The package is CommonJS, so that its default export arrives wrapped under some loaders.
const canonicalizeFunction = canonicalizeModule as unknown as ((value: unknown) => string | undefined) | { default: (value: unknown) => string | undefined };

/** Canonical JSON after RFC 8785, so that equal values have equal digests. */
export function canonicalJson(value: unknown): string {
  const canonicalize = typeof canonicalizeFunction === "function" ? canonicalizeFunction : canonicalizeFunction.default;
  return canonicalize(value) ?? "null";
}

/** SHA-256 of the value's canonical JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** `SHA-256(0x00 ‖ previousHash ‖ canonical JSON of the entry)`, previousHash as its 32 bytes. */
export function chainHash(previousHash: string, { sequence, at, by, action, targets, detail }: EntryContent): string {
  return createHash("sha256")
    .update(Uint8Array.of(0))
    .update(Buffer.from(previousHash, "hex"))
    .update(canonicalJson({ sequence, at, by, action, targets, detail: JSON.parse(detail) as unknown }))
    .digest("hex");
}

/** The sequence of the first entry that does not fit, or null where the stretch is intact. */
export function firstBrokenEntry(entries: Iterable<LedgerEntry>, after = { sequence: 0, hash: genesisHash }): number | null {
  let { sequence, hash } = after;
  for (const entry of entries) {
    sequence += 1;
    if (entry.sequence !== sequence || entry.previousHash !== hash || chainHash(hash, entry) !== entry.hash) return sequence;
    hash = entry.hash;
  }
  return null;
}
