import { type KeyKind, formatKey } from "../../shared/key.js";

/** What the keys of a kind begin with, in one namespace or in all: a list of them is one range of the index of keys. */
export function keyPrefix(kind: KeyKind, namespace: string | null): string {
  return namespace === null ? `${kind}:` : `${formatKey({ kind, namespace })}/`;
}
