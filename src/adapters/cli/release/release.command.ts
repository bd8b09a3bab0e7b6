import { randomUUID } from "node:crypto";
import { type Command, InvalidArgumentError, Option } from "commander";
import { CliError } from "../cli-error.js";
import { findEndpoint } from "../client/find-endpoint.js";
import { findNode } from "../client/find-node.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { toWord } from "../format/words.js";
import { asOption, formatOption, limitOption } from "../options.js";
import { findRelease } from "./find-release.js";
import { parseKey } from "../../../core/shared/key.js";
import {
  type Release,
  deployMutation,
  proposeMutation,
  releaseAnswer,
  releasesAnswer,
  releasesQuestion,
  reviewMutation,
  withdrawMutation,
} from "./release-answer.js";

interface ReleaseOptions {
  readonly as?: string;
  readonly format: Format;
}
interface ProposeOptions extends ReleaseOptions {
  readonly endpoint: string;
  readonly traffic: number;
  readonly note?: string;
}
interface DeployOptions extends ReleaseOptions {
  readonly override?: boolean;
  readonly reason?: string;
}
interface ListOptions extends ReleaseOptions {
  readonly endpoint?: string;
  readonly state?: readonly string[];
  readonly limit: number;
}

const states = ["PROPOSED", "APPROVED", "REJECTED", "DEPLOYED", "WITHDRAWN"] as const;

const examples = `
Examples:
  lineage release propose churn@4 --endpoint churn-api --traffic 10 --note "a canary first"
  lineage release approve churn@4 --as bob --note "better on every segment"
  lineage release deploy churn@4
  lineage release reject churn@4 --note "trained on a test set"
  lineage release withdraw churn@4 --reason "retrained instead"
  lineage release list --state proposed,approved
  lineage release show churn@4

An open release is named by its model version, or by its id where several are open.
deploy ends with 3 where the checks of the endpoint's policy do not all pass; each says what to do.`;

/** `lineage release`: the fixed steps by which a model version gets to an endpoint. */
export function addReleaseCommand(program: Command, context: CommandContext): void {
  const release = program
    .command("release")
    .description("the fixed steps by which a model version gets to an endpoint: propose, approve, deploy")
    .addHelpText("after", examples);
  const add = (usage: string, description: string): Command =>
    release
      .command(usage)
      .description(description)
      .addOption(formatOption())
      .addOption(asOption())
      .addHelpText("after", examples);
  add("propose <version...>", "propose to deploy a model version")
    .requiredOption("--endpoint <endpoint>", "where: its name, namespace/name, or its key")
    .addOption(
      new Option("--traffic <percent>", "the share of the traffic that it is to get; what serves keeps the rest")
        .default(100)
        .argParser(readPercent),
    )
    .option("--note <text>", "why, for those who review it")
    .action((words: string[], options: ProposeOptions) => propose(context, words, options));
  add("approve <release>", "approve a release")
    .option("--note <text>", "what else there is to say")
    .action((id: string, options: ReleaseOptions & { note?: string }) => review(context, id, true, options));
  add("reject <release>", "reject a release, which closes it")
    .option("--note <text>", "why")
    .action((id: string, options: ReleaseOptions & { note?: string }) => review(context, id, false, options));
  add("withdraw <release>", "take a release back that was not deployed")
    .option("--reason <text>", "why")
    .action((id: string, options: DeployOptions) => withdraw(context, id, options));
  add("deploy <release>", "deploy a release where every check passes")
    .option("--override", "although checks do not pass; takes the role admin and --reason")
    .option("--reason <text>", "why it is deployed all the same")
    .action((id: string, options: DeployOptions) => deploy(context, id, options));
  add("show <release>", "how a release stands, with its checks").action(
    async (id: string, { as, format }: ReleaseOptions) =>
      show(context, format, await findRelease(context.connect(as), id)),
  );
  add("list", "the releases there are, newest first")
    .option("--endpoint <endpoint>", "only those for it")
    .addOption(
      new Option("--state <states>", `only these, separated by commas: ${states.map(toWord).join(", ")}`).argParser(
        readStates,
      ),
    )
    .addOption(limitOption(50, 500))
    .action((options: ListOptions) => list(context, options));
}

async function propose(
  context: CommandContext,
  words: readonly string[],
  { as, format, endpoint, traffic, note }: ProposeOptions,
): Promise<void> {
  const api = context.connect(as);
  const { key } = await findNode(api, words, ["MODEL_VERSION"]);
  const parts = parseKey(key);
  if (parts?.kind !== "model-version") throw new CliError(`${key} is no model version; give one such as churn@4`);
  const modelVersion = { namespace: parts.namespace, model: parts.name, version: parts.version };
  const input = {
    endpoint: await findEndpoint(api, endpoint),
    modelVersion,
    trafficPercent: traffic,
    note,
    idempotencyKey: randomUUID(),
  };
  show(context, format, (await api.ask(proposeMutation, { input })).proposeRelease);
}

async function review(
  context: CommandContext,
  name: string,
  approve: boolean,
  { as, format, note }: ReleaseOptions & { readonly note?: string },
): Promise<void> {
  const api = context.connect(as);
  const { id } = await findRelease(api, name);
  const { reviewRelease } = await api.ask(reviewMutation, {
    input: { release: id, approve, note, idempotencyKey: randomUUID() },
  });
  show(context, format, reviewRelease);
}

async function withdraw(context: CommandContext, name: string, { as, format, reason }: DeployOptions): Promise<void> {
  const api = context.connect(as);
  const { id } = await findRelease(api, name);
  const { withdrawRelease } = await api.ask(withdrawMutation, {
    input: { release: id, reason, idempotencyKey: randomUUID() },
  });
  show(context, format, withdrawRelease);
}

async function deploy(
  context: CommandContext,
  name: string,
  { as, format, override, reason }: DeployOptions,
): Promise<void> {
  const api = context.connect(as);
  const { id } = await findRelease(api, name);
  const input = { release: id, override: override ?? false, reason, idempotencyKey: randomUUID() };
  const {
    deployRelease: { status, release },
  } = await api.ask(deployMutation, { input });
  show(context, format, release);
  if (status === "DEPLOYED") return;
  context.terminal.say("refused: the checks that did not pass say what to do");
  context.endWith(exitCode.refused);
}

async function list(context: CommandContext, { as, format, endpoint, state, limit }: ListOptions): Promise<void> {
  const api = context.connect(as);
  const variables = {
    endpoint: endpoint === undefined ? null : await findEndpoint(api, endpoint),
    states: state,
    first: limit,
  };
  const { releases } = await api.ask(releasesQuestion, variables);
  showAnswer(
    context.terminal,
    format,
    releasesAnswer(
      releases.edges.map(({ node }) => node),
      releases.totalCount,
    ),
  );
}

function show({ terminal }: CommandContext, format: Format, release: Release): void {
  showAnswer(terminal, format, releaseAnswer(release));
}

function readPercent(text: string): number {
  const percent = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(percent <= 100)) throw new InvalidArgumentError("Give a number from 0 to 100.");
  return percent;
}

function readStates(text: string): string[] {
  return text.split(",").map((word) => {
    const state = states.find((known) => toWord(known) === toWord(word.trim()));
    if (!state) throw new InvalidArgumentError(`${JSON.stringify(word)} is none of ${states.map(toWord).join(", ")}.`);
    return state;
  });
}
