import { randomUUID } from "node:crypto";
import { type Command, Option } from "commander";
import type { ApiClient } from "../client/api-client.js";
import { findNode } from "../client/find-node.js";
import { findImpactSubject } from "../client/impact-subject.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { limitOption, subcommandsOf } from "../options.js";
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
  lineage recall open dataset:acme/customers --reason "consent withdrawn"    Also later snapshots
  lineage recall list --open
  lineage recall show credit/train@v3 --format markdown > recall.md
  lineage recall resolve credit-risk@7 at credit-api --resolution "rolled back to 6"
  lineage recall close credit/train@v3

Specify a recall by its ID or by a node that no other open recall affects. The exit code of show is
3 while a task is open. Model versions affected by an open recall cannot be released or rolled back
to.`;

/** `lineage recall`: declares that data, code or packages are bad, and tracks every affected deployment. */
export function addRecallCommand(program: Command, context: CommandContext): void {
  const recall = program
    .command("recall")
    .description("Declare that something is bad and track the affected deployments until they are resolved")
    .addHelpText("after", examples);
  const add = subcommandsOf(recall, examples);
  add("open <name...>", "Open a recall of a node, a dataset or a package")
    .requiredOption("--reason <text>", "Reason for the recall")
    .action((words: string[], options: RecallOptions & { readonly reason: string }) => open(context, words, options));
  add("list", "List recalls, newest first")
    .addOption(new Option("--open", "Show only open recalls"))
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
  add("show <name...>", "Show a recall and its affected deployments").action(
    async (words: string[], { as, format }: RecallOptions) =>
      show(context, format, await findRecall(context.connect(as), words)),
  );
  add("resolve <deployment...>", "Record how a deployment was resolved: MODEL@VERSION at ENDPOINT, or its key")
    .requiredOption("--resolution <text>", "What was done about the deployment")
    .option("--recall <id>", "ID of the recall, if several affect the deployment")
    .action((words: string[], options: ResolveOptions) => resolve(context, words, options));
  add("close <name...>", "Close a recall whose tasks are all resolved").action(
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

/**
 * Finds the key of a deployment by label, key or name. If several have the label, the one with an open task is chosen.
 */
async function findDeployment(api: ApiClient, words: readonly string[]): Promise<string> {
  const name = words.join(" ");
  const { recalls } = await api.ask(openTasksQuestion);
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
