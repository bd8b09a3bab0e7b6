import { randomUUID } from "node:crypto";
import { type Command, Option } from "commander";
import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import { findNode } from "../client/find-node.js";
import { findImpactSubject } from "../client/impact-subject.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { asOption, formatOption, limitOption } from "../options.js";
import { type Recall, closeRecallMutation, openRecallMutation, recallAnswer, recallQuestion, recallsAnswer, recallsQuestion, resolveTaskMutation } from "./recall-answer.js";

interface RecallOptions {
  readonly as?: string;
  readonly format: Format;
}

const examples = `
Examples:
  lineage recall open credit/train@v3 --reason "labels were shuffled"
  lineage recall open "package requests<2.32" --reason CVE-2024-35195
  lineage recall open dataset:acme/customers --reason "consent withdrawn"     every snapshot, later ones too
  lineage recall list --open
  lineage recall show <id> --format markdown > recall.md
  lineage recall resolve <id> credit-risk@7 at credit-api --resolution "rolled back to 6"
  lineage recall close <id>

show ends with 3 while a task is open. Nothing under recall is released or rolled back to.`;

/** `lineage recall`: declare that something is bad, and follow it until every deployment made of it is dealt with. */
export function addRecallCommand(program: Command, context: CommandContext): void {
  const recall = program.command("recall").description("declare that something is bad, and follow it until every deployment made of it is dealt with").addHelpText("after", examples);
  const add = (usage: string, description: string): Command => recall.command(usage).description(description).addOption(formatOption()).addOption(asOption()).addHelpText("after", examples);
  add("open <name...>", "open a recall of a node, of a dataset by its key, or of a package")
    .requiredOption("--reason <text>", "what is wrong with it")
    .action((words: string[], options: RecallOptions & { readonly reason: string }) => open(context, words, options));
  add("list", "the recalls there are, newest first")
    .addOption(new Option("--open", "only those that are open"))
    .addOption(limitOption(50, 500))
    .action(async ({ as, format, open: isOpen, limit }: RecallOptions & { readonly open?: boolean; readonly limit: number }) => {
      const { recalls } = await context.connect(as).ask(recallsQuestion, { state: isOpen ? "OPEN" : null, first: limit });
      showAnswer(context.terminal, format, recallsAnswer(recalls.edges.map(({ node }) => node), recalls.totalCount));
    });
  add("show <id>", "what is recalled, and each deployment with how it was dealt with")
    .action(async (id: string, { as, format }: RecallOptions) => show(context, format, await getRecall(context.connect(as), id)));
  add("resolve <id> <deployment...>", "write down how a deployment was dealt with")
    .requiredOption("--resolution <text>", "what was done")
    .action((id: string, words: string[], options: RecallOptions & { readonly resolution: string }) => resolve(context, id, words, options));
  add("close <id>", "close a recall all of whose tasks are resolved")
    .action(async (id: string, { as, format }: RecallOptions) => show(context, format, (await context.connect(as).ask(closeRecallMutation, { recall: id })).closeRecall));
}

async function open(context: CommandContext, words: readonly string[], { as, format, reason }: RecallOptions & { readonly reason: string }): Promise<void> {
  const api = context.connect(as);
  const { ref } = await findImpactSubject(api, words);
  const { openRecall } = await api.ask(openRecallMutation, { input: { targets: [ref], reason, idempotencyKey: randomUUID() } });
  showAnswer(context.terminal, format, recallAnswer(openRecall));
}

async function resolve(context: CommandContext, id: string, words: readonly string[], { as, format, resolution }: RecallOptions & { readonly resolution: string }): Promise<void> {
  const api = context.connect(as);
  const name = words.join(" ");
  const { tasks } = await getRecall(api, id);
  const named = tasks.filter(({ deployment }) => [deployment.label, deployment.key, deployment.id].includes(name));
  const [only] = named;
  const deployment = named.length === 1 && only ? only.deployment.id : (await findNode(api, words)).key;
  const { resolveRecallTask } = await api.ask(resolveTaskMutation, { input: { recall: id, deployment, resolution } });
  showAnswer(context.terminal, format, recallAnswer(resolveRecallTask));
}

async function getRecall(api: ApiClient, id: string): Promise<Recall> {
  const { recall } = await api.ask(recallQuestion, { id });
  if (!recall) throw new CliError(`there is no recall ${JSON.stringify(id)}; list those there are with: lineage recall list`);
  return recall;
}

function show({ terminal, endWith }: CommandContext, format: Format, recall: Recall): void {
  showAnswer(terminal, format, recallAnswer(recall));
  if (recall.openTaskCount > 0) endWith(exitCode.failOn);
}
