import { CliError } from "../cli-error.js";
import { parseKey } from "../../../core/shared/key.js";
import { graphql } from "../generated/gql.js";
import type { EndpointRefInput } from "../generated/graphql.js";
import type { ApiClient } from "./api-client.js";

export type EndpointRef = EndpointRefInput;

/** Finds endpoints by name, in all namespaces or in one. */
export const endpointsQuestion = graphql(`
  query CliEndpointsNamed($namespace: String, $name: String!) {
    endpoints(namespace: $namespace, name: $name, first: 20) {
      edges {
        node {
          namespace
          name
        }
      }
    }
  }
`);

/**
 * Finds the endpoint that a key, a name or `namespace/name` refers to.
 * @throws CliError when there is none, or when endpoints of several namespaces have the name; the message lists them.
 */
export async function findEndpoint(api: ApiClient, text: string): Promise<EndpointRef> {
  const key = parseKey(text);
  if (key?.kind === "endpoint") return { namespace: key.namespace ?? "", name: key.name ?? "" };
  const found = await listNamed(api, null, text);
  const slash = text.lastIndexOf("/");
  const named =
    found.length > 0 || slash < 1 ? found : await listNamed(api, text.slice(0, slash), text.slice(slash + 1));
  const [only, ...others] = named;
  if (!only)
    throw new CliError(`no endpoint is named ${JSON.stringify(text)}. List endpoints with: lineage endpoint list`);
  if (others.length > 0)
    throw new CliError(
      `${JSON.stringify(text)} is ambiguous. Specify the namespace and the name:\n${named.map((each) => `  ${each.namespace}/${each.name}`).join("\n")}`,
    );
  return only;
}

async function listNamed(api: ApiClient, namespace: string | null, name: string): Promise<EndpointRef[]> {
  const { endpoints } = await api.ask(endpointsQuestion, { namespace, name });
  return endpoints.edges.map(({ node }) => node);
}
