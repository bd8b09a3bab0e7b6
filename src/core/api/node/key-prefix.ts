import { type KeyKind, formatKey } from "../../shared/key.js";

/** The common prefix of the keys of a kind, in one namespace or in all. A list of them is one range of the index of keys. */
export function keyPrefix(kind: KeyKind, namespace: string | null): string {
  return namespace === null ? `${kind}:` : `${formatKey({ kind, namespace })}/`;
}
