import { quoteForShell } from "../../../core/shared/shell.js";
import { CliError } from "../cli-error.js";
import { kindWords, lineageKinds } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { NodeLineFragment } from "../generated/graphql.js";
import type { ApiClient } from "./api-client.js";

/** The fields of a node that a row of an answer shows. */
export type NodeLine = NodeLineFragment;

graphql(`
  fragment NodeLine on LineageNode {
    key
    kind
    label
    namespace
    isStub
  }
`);

/** Finds everything that a name may refer to. */
export const namedQuestion = graphql(`
  query CliNamed($name: String!) {
    named(name: $name) {
      ...NodeLine
    }
  }
`);

/**
 * Finds the node that a key or a name refers to. Takes the words of the command line separately, since
 * `model churn@champion` need not be quoted. If the name is ambiguous, nodes of the given kinds take precedence.
 * @throws CliError when there is none, or when the name is ambiguous; the message lists the candidates.
 */
export async function findNode(
  api: ApiClient,
  words: readonly string[],
  kinds: readonly NodeLine["kind"][] = lineageKinds,
): Promise<NodeLine> {
  const name = words.join(" ");
  const { named: all } = await api.ask(namedQuestion, { name });
  const ofUse = all.filter(({ kind }) => kinds.includes(kind));
  const named = ofUse.length > 0 ? ofUse : all;
  const [only, ...others] = named;
  if (!only)
    throw new CliError(
      `nothing is named ${JSON.stringify(name)}. Search for it with: lineage search ${quoteForShell(words.at(-1) ?? name)}`,
    );
  if (others.length > 0)
    throw new CliError(`${JSON.stringify(name)} is ambiguous. Specify one of these keys:\n${listKeys(named)}`);
  return only;
}

function listKeys(nodes: readonly NodeLine[]): string {
  const width = Math.max(...nodes.map(({ kind }) => kindWords[kind].length));
  return nodes
    .map(({ kind, key, isStub }) => `  ${kindWords[kind].padEnd(width)}  ${key}${isStub ? "  (stub)" : ""}`)
    .join("\n");
}
