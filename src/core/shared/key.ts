import { createHash } from "node:crypto";
import { InvalidInputError } from "./errors.js";

/** First part of every key. After those of lineage nodes come containers, then what was decided: lineage flows through neither. */
export const keyKinds = [
  "snapshot",
  "commit",
  "environment",
  "run",
  "model-version",
  "deployment",
  "dataset",
  "model",
  "endpoint",
  "package",
  "release",
  "recall",
  "note",
  "ledger-entry",
] as const;
export type KeyKind = (typeof keyKinds)[number];

/** What a key says: `kind:namespace/name@version`, with the parts that the kind does not have left out. */
export interface KeyParts {
  readonly kind: KeyKind;
  readonly namespace?: string;
  readonly name?: string;
  readonly version?: string;
}

/** Neo4j's index holds about 8 kB a value; below that a key is refused with a message instead of a database error. */
const maxKeyBytes = 6_000;

/**
 * Builds a key, every part percent-encoded, so that no part can be mistaken for another.
 * @throws InvalidInputError when the key would be longer than an index can hold.
 */
export function formatKey({ kind, namespace, name, version }: KeyParts): string {
  const path = [namespace, name]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join("/");
  const key = `${kind}:${path}${version === undefined ? "" : `@${encodeURIComponent(version)}`}`;
  if (key.length > maxKeyBytes) {
    throw new InvalidInputError(
      `the key ${key.slice(0, 60)}… has ${key.length} bytes, more than the limit of ${maxKeyBytes}; shorten a name`,
    );
  }
  return key;
}

/** Reads a key back, or null where the text is not one. */
export function parseKey(key: string): KeyParts | null {
  const match = /^([a-z-]+):([^/@]*)(?:\/([^/@]*))?(?:@([^/@]*))?$/.exec(key);
  const kind = keyKinds.find((known) => known === match?.[1]);
  if (!match || kind === undefined) return null;
  try {
    const [namespace, name, version] = match
      .slice(2)
      .map((part: string | undefined) => (part === undefined ? undefined : decodeURIComponent(part)));
    return {
      kind,
      ...(namespace && { namespace }),
      ...(name !== undefined && { name }),
      ...(version !== undefined && { version }),
    };
  } catch {
    return null;
  }
}

/** GraphQL's opaque global id of the thing with this key. */
export function toGlobalId(key: string): string {
  return Buffer.from(key, "utf8").toString("base64url");
}

/** The key behind a global id, or null where the id is not one of ours. */
export function fromGlobalId(id: string): string | null {
  const key = Buffer.from(id, "base64url").toString("utf8");
  return parseKey(key) && toGlobalId(key) === id ? key : null;
}

export const snapshotKey = (namespace: string, dataset: string, version: string): string =>
  formatKey({ kind: "snapshot", namespace, name: dataset, version });
export const commitKey = (repository: string, sha: string): string =>
  formatKey({ kind: "commit", namespace: repository, version: sha });
export const environmentKey = (digest: string): string => formatKey({ kind: "environment", version: digest });
export const runKey = (namespace: string, externalId: string): string =>
  formatKey({ kind: "run", namespace, name: externalId });
export const modelVersionKey = (namespace: string, model: string, version: string): string =>
  formatKey({ kind: "model-version", namespace, name: model, version });
export const datasetKey = (namespace: string, name: string): string => formatKey({ kind: "dataset", namespace, name });
export const modelKey = (namespace: string, name: string): string => formatKey({ kind: "model", namespace, name });
export const packageKey = (name: string, version: string | null): string =>
  formatKey({ kind: "package", name, ...(version !== null && { version }) });
type RecordKind = "release" | "recall" | "note" | "ledger-entry";
/** The key of something that was decided, which has no name but a number or a UUID: its only part. */
export const recordKey = (kind: RecordKind, id: string): string => formatKey({ kind, namespace: id });
/** The number or UUID in the key of something that was decided, or null where the text is no such key. */
export function recordIdOf(kind: RecordKind, key: string): string | null {
  const parts = parseKey(key);
  return parts?.kind === kind ? (parts.namespace ?? null) : null;
}
export const endpointKey = (namespace: string, name: string): string =>
  formatKey({ kind: "endpoint", namespace, name });

/**
 * The key of a deployment: its endpoint, then when it began (epoch milliseconds) and a mark of the model version it serves, since two may begin at once where
 * traffic is split.
 */
export function deploymentKey(
  namespace: string,
  endpoint: string,
  servedModelVersionKey: string,
  validFrom: number,
): string {
  const began = new Date(validFrom).toISOString().replace(/[-:]/g, "");
  const mark = createHash("sha256").update(servedModelVersionKey).digest("hex").slice(0, 8);
  return formatKey({ kind: "deployment", namespace, name: endpoint, version: `${began}~${mark}` });
}
