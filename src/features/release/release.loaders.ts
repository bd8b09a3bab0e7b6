import type DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import { createListLoader } from "../../core/api/relation-loaders.js";
import type { ReleasePolicy } from "../../catalog/deployment/release-policy.shape.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { loadPolicies, loadReleases, toRelease } from "./release.repository.js";
import { loadBackingRows } from "./release.statements.js";
import type { Release } from "./release.type.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** The release that backs a deployment; one or none. */
    readonly backingRelease: DataLoader<string, readonly Release[]>;
    /** The effective policy of an endpoint, one or none. */
    readonly endpointPolicy: DataLoader<string, readonly { readonly policy: ReleasePolicy }[]>;
  }
}

/** The source from which the shared loader loads releases. */
export const releaseSource: NodeSource<ContainerNode> = { kind: "release", load: loadReleases };

/** Creates the loaders of releases by deployment and of policies by endpoint, for one request. */
export function createReleaseLoaders(graph: GraphReader) {
  return {
    backingRelease: createListLoader(async (deploymentKeys) => {
      const rows = await graph.read(loadBackingRows, { deploymentKeys: [...deploymentKeys] });
      return rows.map(({ owner, ...row }) => ({ owner, ...toRelease(row) }));
    }),
    endpointPolicy: createListLoader((endpointKeys) => loadPolicies(graph, endpointKeys)),
  } satisfies Partial<Loaders>;
}

/** The release with this key, or null if it does not exist. */
export async function loadRelease({ container }: Loaders, key: string): Promise<Release | null> {
  const node = await container.load(key);
  return node && isRelease(node) ? node : null;
}

function isRelease(node: ContainerNode): node is Release {
  return node.__typename === "Release";
}
