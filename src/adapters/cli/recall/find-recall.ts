import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import { findNode } from "../client/find-node.js";
import { graphql } from "../generated/gql.js";
import { type Recall, recallQuestion } from "./recall-answer.js";

export const reachingQuestion = graphql(`
  query CliRecallsReaching($key: String!) {
    lineageNode(ref: { key: $key }) {
      recalls {
        id
        reason
      }
    }
  }
`);

/**
 * Finds a recall by its ID, or by the name of a node that exactly one open recall affects.
 * @throws CliError when there is none, or when several open recalls affect the node; the message lists them.
 */
export async function findRecall(api: ApiClient, words: readonly string[]): Promise<Recall> {
  const name = words.join(" ");
  const { recall } = await api.ask(recallQuestion, { id: name });
  if (recall) return recall;
  const { key } = await findNode(api, words);
  const { lineageNode } = await api.ask(reachingQuestion, { key });
  const [only, ...others] = lineageNode?.recalls ?? [];
  if (!only) throw new CliError(`no open recall affects ${key}. List recalls with: lineage recall list`);
  if (others.length > 0)
    throw new CliError(
      `several open recalls affect ${key}. Specify one of these IDs:\n${[only, ...others].map(({ id, reason }) => `  ${id}  ${reason}`).join("\n")}`,
    );
  const found = await api.ask(recallQuestion, { id: only.id });
  if (!found.recall) throw new CliError(`recall ${only.id} was found but could not be read. Try again`);
  return found.recall;
}
