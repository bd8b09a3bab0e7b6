import { normalizeName } from "../../core/python/package-name.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import {
  commitKey,
  datasetKey,
  endpointKey,
  environmentKey,
  fromGlobalId,
  modelKey,
  modelVersionKey,
  parseKey,
  runKey,
  snapshotKey,
} from "../../core/shared/key.js";
import type { ModelVersionRefInput } from "../ref/model-version-ref.input.js";
import type { NodeRefInput } from "./node-ref.input.js";

/** A lookup that finds the nodes that a reference names. */
export type ReadRef =
  | { readonly by: "key" | "dataset" | "endpoint"; readonly key: string }
  | { readonly by: "alias"; readonly modelKey: string; readonly alias: string }
  | { readonly by: "package"; readonly name: string; readonly specifier: string | null };

const fields = [
  "id",
  "key",
  "datasetSnapshot",
  "dataset",
  "codeCommit",
  "environment",
  "run",
  "modelVersion",
  "deployment",
  "package",
] as const;

/**
 * Reads a reference.
 * @throws InvalidInputError when it sets no field or several.
 */
export function readRef(ref: NodeRefInput): ReadRef {
  const given = fields.filter((field) => ref[field] != null);
  if (given.length !== 1)
    throw new InvalidInputError(
      `a reference requires exactly one field, but has ${given.length === 0 ? "none" : given.join(", ")}; set one of ${fields.join(", ")}`,
    );
  const {
    id,
    key,
    datasetSnapshot,
    dataset,
    codeCommit,
    environment,
    run,
    modelVersion,
    deployment,
    package: wanted,
  } = ref;
  if (id != null) return readKey(fromGlobalId(id) ?? id);
  if (key != null) return readKey(key);
  if (datasetSnapshot)
    return { by: "key", key: snapshotKey(datasetSnapshot.namespace, datasetSnapshot.dataset, datasetSnapshot.version) };
  if (dataset) return { by: "dataset", key: datasetKey(dataset.namespace, dataset.name) };
  if (codeCommit) return { by: "key", key: commitKey(codeCommit.repository, codeCommit.sha) };
  if (environment) return { by: "key", key: environmentKey(environment.digest) };
  if (run) return { by: "key", key: runKey(run.namespace, run.externalId) };
  if (modelVersion) return readModelVersion(modelVersion);
  if (deployment) return { by: "endpoint", key: endpointKey(deployment.namespace, deployment.endpoint) };
  return { by: "package", name: normalizeName(wanted?.name ?? ""), specifier: wanted?.specifier ?? null };
}

/** As with `dataset` and `deployment`, the key of a dataset refers to its snapshots and that of an endpoint to its current deployment. */
function readKey(key: string): ReadRef {
  const kind = parseKey(key)?.kind;
  return { by: kind === "dataset" || kind === "endpoint" ? kind : "key", key };
}

function readModelVersion({ namespace, model, version, alias }: ModelVersionRefInput): ReadRef {
  if ((version == null) === (alias == null))
    throw new InvalidInputError("modelVersion requires exactly one of version and alias");
  if (version != null) return { by: "key", key: modelVersionKey(namespace, model, version) };
  return { by: "alias", modelKey: modelKey(namespace, model), alias: alias ?? "" };
}

/** The reference as the caller wrote it, for messages. */
export function describeRef(ref: NodeRefInput): string {
  const field = fields.find((name) => ref[name] != null);
  return field ? `${field} ${JSON.stringify(ref[field])}` : "the reference";
}
