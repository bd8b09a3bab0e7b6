import type { Connection } from "../../core/api/connection.js";
import { keyConnection } from "../../core/api/key-page.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { PageArgs } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { parseKey, toGlobalId } from "../../core/shared/key.js";
import type { DeploymentStage, DeploymentState } from "./deployment.enum.js";
import {
  type DeploymentRow,
  type EndpointRow,
  countEndpointRows,
  listEndpointRows,
  loadDeploymentRows,
  loadEndpointRows,
  loadServingRows,
} from "./deployment.statements.js";
import type { Deployment } from "./deployment.type.js";
import type { Endpoint } from "./endpoint.type.js";

/** A filter of endpoints. Null matches all. */
export interface EndpointFilter {
  readonly namespace: string | null;
  readonly name: string | null;
  readonly stage: DeploymentStage | null;
}

/** A deployment that serves at the endpoint with the key `owner`. */
export type ServingDeployment = Deployment & { readonly owner: string };

/** Loads endpoints by key, in any order. */
export async function loadEndpoints(graph: GraphReader, keys: readonly string[]): Promise<Endpoint[]> {
  return (await graph.read(loadEndpointRows, { keys: [...keys] })).map(toEndpoint);
}

/** Loads deployments by key, in any order. */
export async function loadDeployments(graph: GraphReader, keys: readonly string[]): Promise<Deployment[]> {
  return (await graph.read(loadDeploymentRows, { keys: [...keys] })).map(toDeploymentAt(presentOf(graph)));
}

/** Loads the deployments that currently serve at each endpoint, newest first. */
export async function loadServing(graph: GraphReader, endpointKeys: readonly string[]): Promise<ServingDeployment[]> {
  const rows = await graph.read(loadServingRows, { endpointKeys: [...endpointKeys], at: presentOf(graph) });
  const toDeployment = toDeploymentAt(presentOf(graph));
  return rows.map((row) => ({ ...toDeployment(row), owner: row.owner }));
}

/** Lists endpoints, ordered by key. */
export function listEndpoints(
  graph: GraphReader,
  { namespace, name, stage }: EndpointFilter,
  args: PageArgs,
): Connection<Endpoint> {
  const filter = { prefix: keyPrefix("endpoint", namespace), name, stage };
  return keyConnection(
    args,
    (page) => graph.read(listEndpointRows, { ...filter, ...page }),
    () => graph.read(countEndpointRows, filter),
    toEndpoint,
  );
}

/** The endpoint of a row. */
export function toEndpoint({ key, stage }: EndpointRow): Endpoint {
  const { namespace = "", name = "" } = parseKey(key) ?? {};
  return { __typename: "Endpoint", id: toGlobalId(key), key, namespace, name, stage };
}

/** Makes the deployments of rows, with their states at a time in epoch milliseconds. */
export function toDeploymentAt(at: number): (row: DeploymentRow) => Deployment {
  return (row) => ({ ...toLineageNode(row), state: stateOf(row, at) });
}

/** A deployment that starts in the future is active. */
function stateOf({ validTo, endReason }: DeploymentRow, now: number): DeploymentState {
  return validTo === null || validTo > now ? "ACTIVE" : (endReason ?? "RETIRED");
}
