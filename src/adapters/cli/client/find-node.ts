import { z } from "zod";
import { quoteForShell } from "../../../core/shared/shell.js";
import { CliError } from "../cli-error.js";
import { kindWords, lineageKinds } from "../format/words.js";
import type { ApiClient, Question } from "./api-client.js";

/** A node as a line of an answer names it. */
export const nodeLine = z.object({
  key: z.string(),
  kind: z.enum(lineageKinds),
  label: z.string(),
  namespace: z.string(),
});
export type NodeLine = z.output<typeof nodeLine>;

/** All that a loose name may mean. */
export const namedQuestion = {
  text: `query CliNamed($name: String!) { named(name: $name) { key kind label namespace } }`,
  answer: z.object({ named: z.array(nodeLine) }),
} satisfies Question<unknown>;

/**
 * The one node that a key or a loose name means. The words of the command line come as they were typed, since
 * `model churn@champion` need not be quoted. Where several things have the name, those of the kinds that are of use are meant.
 * @throws CliError when nothing has the name, or when several things have it; the message lists them.
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
      `nothing is called ${JSON.stringify(name)}. Look for it with: lineage search ${quoteForShell(words.at(-1) ?? name)}`,
    );
  if (others.length > 0)
    throw new CliError(
      `${JSON.stringify(name)} may mean any of these; give the key of the one you mean:\n${listKeys(named)}`,
    );
  return only;
}

function listKeys(nodes: readonly NodeLine[]): string {
  const width = Math.max(...nodes.map(({ kind }) => kindWords[kind].length));
  return nodes.map(({ kind, key }) => `  ${kindWords[kind].padEnd(width)}  ${key}`).join("\n");
}
