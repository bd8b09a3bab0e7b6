import { z } from "zod";
import { CliError } from "../cli-error.js";
import type { ApiClient, Question } from "../client/api-client.js";
import { findNode } from "../client/find-node.js";
import { type Recall, recallQuestion } from "./recall-answer.js";

export const reachingQuestion = {
  text: `query CliRecallsReaching($key: String!) { lineageNode(ref: { key: $key }) { recalls { id reason } } }`,
  answer: z.object({
    lineageNode: z.object({ recalls: z.array(z.object({ id: z.string(), reason: z.string() })) }).nullable(),
  }),
} satisfies Question<unknown>;

/**
 * The recall that is meant: by its id, or by the name of a node that only one open recall reaches.
 * @throws CliError when there is none, or when several reach it; the message lists them.
 */
export async function findRecall(api: ApiClient, words: readonly string[]): Promise<Recall> {
  const name = words.join(" ");
  const { recall } = await api.ask(recallQuestion, { id: name });
  if (recall) return recall;
  const { key } = await findNode(api, words);
  const { lineageNode } = await api.ask(reachingQuestion, { key });
  const [only, ...others] = lineageNode?.recalls ?? [];
  if (!only) throw new CliError(`no open recall reaches ${key}; list those there are with: lineage recall list`);
  if (others.length > 0)
    throw new CliError(
      `several open recalls reach ${key}; give the id of the one you mean:\n${[only, ...others].map(({ id, reason }) => `  ${id}  ${reason}`).join("\n")}`,
    );
  const found = await api.ask(recallQuestion, { id: only.id });
  if (!found.recall) throw new CliError(`the recall ${only.id} was found, and a moment later it was not. Try again`);
  return found.recall;
}
