import { parseKey } from "../../../core/shared/key.js";
import type { ModelVersionRefInput, RunRefInput } from "../generated/graphql.js";

/** The model version that a key refers to. Null if the key is of another kind. */
export function modelVersionOf(key: string): ModelVersionRefInput | null {
  const { kind, namespace, name: model, version } = parseKey(key) ?? {};
  if (kind !== "model-version" || namespace === undefined || model === undefined || version === undefined) return null;
  return { namespace, model, version };
}

/** The run that a key refers to. Null if the key is of another kind. */
export function runOf(key: string): RunRefInput | null {
  const { kind, namespace, name: externalId } = parseKey(key) ?? {};
  return kind !== "run" || namespace === undefined || externalId === undefined ? null : { namespace, externalId };
}
