import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Extensions, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { findByLooseName, maxCandidates } from "./find-named.js";
import { NodeRefInput } from "./node-ref.input.js";
import { describeRef, readRef } from "./node-ref.js";
import { findRetraction } from "./nothing-recorded.js";
import { findNodeRefs } from "./resolve-node-refs.js";

/** The maximum number of keys in a message about several matches. */
const maxListed = 20;

@Resolver()
export class ReferenceResolver {
  @Query(() => LineageNode, {
    nullable: true,
    description:
      "Returns the node that a reference names, or null if it does not exist. If the node was retracted, the error names the decision. If several nodes match, the error lists their keys.",
  })
  @Extensions({ role: "reader" })
  async lineageNode(
    @Arg("ref", () => NodeRefInput, { description: "Reference to one node." }) ref: NodeRefInput,
    @Ctx() { graph, loaders }: RequestContext,
  ): Promise<LineageNode | null> {
    const [keys = []] = await findNodeRefs(graph, [ref]);
    const [only, ...others] = keys;
    if (only === undefined) {
      const retraction = await findRetraction(graph, keysOf(ref), null);
      if (retraction) throw retraction;
      return null;
    }
    if (others.length > 0) throw severalMatches(ref, keys);
    return loaders.lineageNode.load(only);
  }

  @Query(() => [LineageNode], {
    description:
      "Finds nodes by the text that a person types: a key, a global id, `[namespace/]name[@version or alias]`, the id or name of a run, or at least the first 6 digits of a commit hash or of a digest of an environment, a snapshot or an artifact. " +
      `A snapshot is also found by the other names of its dataset. A kind may come first, as in \`model churn@champion\`. The name of an endpoint finds its current deployments. Returns exact matches, newest first, at most ${maxCandidates}.`,
  })
  @Extensions({ role: "reader" })
  async named(
    @Arg("name", () => String, { description: "Text to find. At most 6,000 characters." }) name: string,
    @Ctx() { graph, loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    const { key, nodes } = await findByLooseName(graph, name);
    if (key === null && !needsDetails(info)) return nodes;
    const keys = key === null ? nodes.map((node) => node.key) : [key];
    const found = await Promise.all(keys.map((each) => loaders.lineageNode.load(each)));
    return found.filter((node) => node !== null);
  }
}

function keysOf(ref: NodeRefInput): string[] {
  const read = readRef(ref);
  return read.by === "key" ? [read.key] : [];
}

function severalMatches(ref: NodeRefInput, keys: readonly string[]): InvalidInputError {
  const rest = keys.length > maxListed ? `, and ${keys.length - maxListed} more` : "";
  return new InvalidInputError(
    `${describeRef(ref)} matches ${keys.length} nodes; use the key of one: ${keys.slice(0, maxListed).join(", ")}${rest}`,
    { keys: keys.slice(0, maxListed) },
  );
}
