import type { Loaders } from "../../core/api/context.js";
import { NotFoundError } from "../../core/shared/errors.js";
import { endpointKey, parseKey } from "../../core/shared/key.js";
import type { EndpointRefInput } from "./deployment.input.js";

/**
 * The key of an endpoint that must exist.
 * @throws NotFoundError when it does not.
 */
export async function requireEndpoint(loaders: Loaders, { namespace, name }: EndpointRefInput): Promise<string> {
  const key = endpointKey(namespace, name);
  if (await loaders.container.load(key)) return key;
  throw endpointNotFound(key);
}

/** The refusal of an endpoint that does not exist. */
export function endpointNotFound(key: string): NotFoundError {
  const { namespace = "", name = key } = parseKey(key) ?? {};
  return new NotFoundError(
    `the endpoint ${name} in ${namespace} does not exist; list the existing ones with endpoints`,
    { endpoint: key },
  );
}
