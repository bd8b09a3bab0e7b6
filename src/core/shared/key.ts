import { createHash } from "node:crypto";
import { InvalidInputError } from "./errors.js";

/** The first part of every key: kinds of lineage nodes, then of containers, then of records of decisions. */
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

/** The parts of a key, `kind:namespace/name@version`. Each kind has some of them. */
export interface KeyParts {
  readonly kind: KeyKind;
  readonly namespace?: string;
  readonly name?: string;
  readonly version?: string;
}

/** Values of a Neo4j index are limited to about 8 kB. This limit is lower, so that the error is a message instead of a database error. */
const maxKeyBytes = 6_000;

/**
 * Builds a key. Every part is percent-encoded, so that the parts are unambiguous.
 * @throws InvalidInputError when the key is longer than an index supports.
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

/** Parses a key. Returns null if the text is not a key. */
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

/** The opaque global id for a key. */
export function toGlobalId(key: string): string {
  return Buffer.from(key, "utf8").toString("base64url");
}

/** The key of a global id, or null if the id is invalid. */
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
/** The key of the record of a decision. Its only part is a number or a UUID. */
export const recordKey = (kind: RecordKind, id: string): string => formatKey({ kind, namespace: id });
/** The number or UUID in the key of the record of a decision, or null if the text is not such a key. */
export function recordIdOf(kind: RecordKind, key: string): string | null {
  const parts = parseKey(key);
  return parts?.kind === kind ? (parts.namespace ?? null) : null;
}
export const endpointKey = (namespace: string, name: string): string =>
  formatKey({ kind: "endpoint", namespace, name });

/**
 * The key of a deployment: its endpoint, its start (epoch milliseconds) and a mark of its model version, because two
 * deployments may start at the same time if traffic is split.
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
