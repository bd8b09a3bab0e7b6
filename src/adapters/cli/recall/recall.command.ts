import { randomUUID } from "node:crypto";
import { type Command, Option } from "commander";
import type { ApiClient } from "../client/api-client.js";
import { findNode } from "../client/find-node.js";
import { findImpactSubject } from "../client/impact-subject.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { asOption, formatOption, limitOption } from "../options.js";
import { findRecall } from "./find-recall.js";
import {
  type Recall,
  closeRecallMutation,
  openRecallMutation,
  openTasksQuestion,
  recallAnswer,
  recallsAnswer,
  recallsQuestion,
  resolveTaskMutation,
} from "./recall-answer.js";

interface RecallOptions {
  readonly as?: string;
  readonly format: Format;
}

interface ResolveOptions extends RecallOptions {
  readonly resolution: string;
  readonly recall?: string;
}

const examples = `
Examples:
  lineage recall open credit/train@v3 --reason "labels were shuffled"
  lineage recall open "package requests<2.32" --reason CVE-2024-35195
  lineage recall open dataset:acme/customers --reason "consent withdrawn"     every snapshot, later ones too
  lineage recall list --open
  lineage recall show credit/train@v3 --format markdown > recall.md
  lineage recall resolve credit-risk@7 at credit-api --resolution "rolled back to 6"
  lineage recall close credit/train@v3

A recall is named by anything that it alone reaches, or by its id. show ends with 3 while a task is open. Nothing under recall is released or rolled back to.`;

/** `lineage recall`: declare that something is bad, and follow it until every deployment made of it is dealt with. */
export function addRecallCommand(program: Command, context: CommandContext): void {
  const recall = program
    .command("recall")
    .description("declare that something is bad, and follow it until every deployment made of it is dealt with")
    .addHelpText("after", examples);
  const add = (usage: string, description: string): Command =>
    recall
      .command(usage)
      .description(description)
      .addOption(formatOption())
      .addOption(asOption())
      .addHelpText("after", examples);
  add("open <name...>", "open a recall of a node, of a dataset by its key, or of a package")
    .requiredOption("--reason <text>", "what is wrong with it")
    .action((words: string[], options: RecallOptions & { readonly reason: string }) => open(context, words, options));
  add("list", "the recalls there are, newest first")
    .addOption(new Option("--open", "only those that are open"))
    .addOption(limitOption(50, 500))
    .action(
      async ({
        as,
        format,
        open: isOpen,
        limit,
      }: RecallOptions & { readonly open?: boolean; readonly limit: number }) => {
        const { recalls } = await context
          .connect(as)
          .ask(recallsQuestion, { state: isOpen ? "OPEN" : null, first: limit });
        showAnswer(
          context.terminal,
          format,
          recallsAnswer(
            recalls.edges.map(({ node }) => node),
            recalls.totalCount,
          ),
        );
      },
    );
  add("show <name...>", "what is recalled, and each deployment with how it was dealt with").action(
    async (words: string[], { as, format }: RecallOptions) =>
      show(context, format, await findRecall(context.connect(as), words)),
  );
  add("resolve <deployment...>", "write down how a deployment was dealt with: MODEL@VERSION at ENDPOINT, or its key")
    .requiredOption("--resolution <text>", "what was done")
    .option("--recall <id>", "of which recall, where several reach it")
    .action((words: string[], options: ResolveOptions) => resolve(context, words, options));
  add("close <name...>", "close a recall all of whose tasks are resolved").action(
    (words: string[], options: RecallOptions) => close(context, words, options),
  );
}

async function open(
  context: CommandContext,
  words: readonly string[],
  { as, format, reason }: RecallOptions & { readonly reason: string },
): Promise<void> {
  const api = context.connect(as);
  const { ref } = await findImpactSubject(api, words);
  const { openRecall } = await api.ask(openRecallMutation, {
    input: { targets: [ref], reason, idempotencyKey: randomUUID() },
  });
  showAnswer(context.terminal, format, recallAnswer(openRecall));
}

async function resolve(
  context: CommandContext,
  words: readonly string[],
  { as, format, resolution, recall: id }: ResolveOptions,
): Promise<void> {
  const api = context.connect(as);
  const deployment = await findDeployment(api, words);
  const recall = await findRecall(api, id === undefined ? [deployment] : [id]);
  const { resolveRecallTask } = await api.ask(resolveTaskMutation, {
    input: { recall: recall.id, deployment, resolution },
  });
  showAnswer(context.terminal, format, recallAnswer(resolveRecallTask));
}

/** The key of a deployment by its label, its key or another name; of several of a label, the one that is a task is meant. */
async function findDeployment(api: ApiClient, words: readonly string[]): Promise<string> {
  const name = words.join(" ");
  const { recalls } = await api.ask(openTasksQuestion, {});
  const tasks = recalls.edges.flatMap(({ node }) => node.tasks).filter(({ deployment }) => deployment.label === name);
  const keys = new Set(tasks.map(({ deployment }) => deployment.key));
  const [only] = keys;
  return keys.size === 1 && only !== undefined ? only : (await findNode(api, words)).key;
}

async function close(context: CommandContext, words: readonly string[], { as, format }: RecallOptions): Promise<void> {
  const api = context.connect(as);
  const { id } = await findRecall(api, words);
  showAnswer(context.terminal, format, recallAnswer((await api.ask(closeRecallMutation, { recall: id })).closeRecall));
}

function show({ terminal, endWith }: CommandContext, format: Format, recall: Recall): void {
  showAnswer(terminal, format, recallAnswer(recall));
  if (recall.openTaskCount > 0) endWith(exitCode.failOn);
}
