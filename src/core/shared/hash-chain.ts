import { createHash } from "node:crypto";
import canonicalizeModule from "canonicalize";

/** The fields of an entry that its hash covers. */
export interface EntryContent {
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly targets: readonly string[];
  /** JSON text. */
  readonly detail: string;
}

/** One entry of the ledger as stored. */
export interface LedgerEntry extends EntryContent {
  readonly previousHash: string;
  readonly hash: string;
}

/** A position in the chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The hash before the first entry. */
export const genesisHash = "0".repeat(64);

type Canonicalize = (value: unknown) => string | undefined;
const canonicalize = functionOf(canonicalizeModule);

/** The package is CommonJS, so some loaders wrap its default export. */
function functionOf(module: unknown): Canonicalize {
  if (isCanonicalize(module)) return module;
  if (typeof module === "object" && module !== null && "default" in module && isCanonicalize(module.default))
    return module.default;
  throw new TypeError("the package canonicalize does not export a function");
}

function isCanonicalize(value: unknown): value is Canonicalize {
  return typeof value === "function";
}

/** Canonical JSON by RFC 8785. Equal values have equal digests. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? "null";
}

/** SHA-256 of the value's canonical JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** The digest of a value as JSON. GraphQL inputs are class instances, and their fields may be undefined. */
export function digestOfJson(value: unknown): string {
  return digestOf(JSON.parse(JSON.stringify(value ?? null)));
}

/** `SHA-256(0x00 ‖ previousHash ‖ canonical JSON of the entry)`, with previousHash as 32 bytes. */
export function chainHash(previousHash: string, { sequence, at, by, action, targets, detail }: EntryContent): string {
  const content: unknown = JSON.parse(detail);
  return createHash("sha256")
    .update(Uint8Array.of(0))
    .update(Buffer.from(previousHash, "hex"))
    .update(canonicalJson({ sequence, at, by, action, targets, detail: content }))
    .digest("hex");
}

/** The position before the first entry. */
export const genesis: ChainHead = { sequence: 0, hash: genesisHash };

/** The problem of an entry as the successor of a position in the chain, or null if there is none. */
export function problemAfter(head: ChainHead, entry: LedgerEntry): string | null {
  const expected = head.sequence + 1;
  if (entry.sequence !== expected) return `sequence ${expected} is expected next, but the entry has ${entry.sequence}`;
  if (entry.previousHash !== head.hash)
    return `sequence ${expected} does not follow the previous entry: its previousHash is ${entry.previousHash}, but the previous hash is ${head.hash}`;
  const hash = chainHash(head.hash, entry);
  return hash === entry.hash
    ? null
    : `sequence ${expected} was changed: its hash is ${entry.hash}, but the hash of its content is ${hash}`;
}

/** The sequence of the first entry that does not fit, or null if the entries are intact. */
export function firstBrokenEntry(entries: Iterable<LedgerEntry>, after: ChainHead = genesis): number | null {
  let head = after;
  for (const entry of entries) {
    if (problemAfter(head, entry) !== null) return head.sequence + 1;
    head = entry;
  }
  return null;
}
