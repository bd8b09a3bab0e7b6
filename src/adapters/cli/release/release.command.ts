import { randomUUID } from "node:crypto";
import { type Command, InvalidArgumentError, Option } from "commander";
import { CliError } from "../cli-error.js";
import { findEndpoint } from "../client/find-endpoint.js";
import { findNode } from "../client/find-node.js";
import { modelVersionOf } from "../client/key-refs.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { toWord } from "../format/words.js";
import type { ReleaseState } from "../generated/graphql.js";
import { limitOption, subcommandsOf } from "../options.js";
import { findRelease } from "./find-release.js";
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
  readonly state?: readonly ReleaseState[];
  readonly limit: number;
}

const states = ["PROPOSED", "APPROVED", "REJECTED", "DEPLOYED", "WITHDRAWN"] as const satisfies readonly ReleaseState[];

const examples = `
Examples:
  lineage release propose churn@4 --endpoint churn-api --traffic 10 --note "Canary first"
  lineage release approve churn@4 --as bob --note "Better on every segment"
  lineage release deploy churn@4
  lineage release reject churn@4 --note "Trained on a test set"
  lineage release withdraw churn@4 --reason "Retrained instead"
  lineage release list --state proposed,approved
  lineage release show churn@4

Specify an open release by its model version, or by its ID if several releases of the version are
open. The exit code of deploy is 3 if a check of the endpoint's policy does not pass. The message of
the check states what to do.`;

/** `lineage release`: proposes, reviews and deploys model versions. */
export function addReleaseCommand(program: Command, context: CommandContext): void {
  const release = program
    .command("release")
    .description("Propose, approve and deploy a model version to an endpoint")
    .addHelpText("after", examples);
  const add = subcommandsOf(release, examples);
  add("propose <version...>", "Propose the deployment of a model version")
    .requiredOption("--endpoint <endpoint>", "Endpoint to deploy to: its name, namespace/name or key")
    .addOption(
      new Option("--traffic <percent>", "Percentage of traffic; current deployments keep the remainder")
        .default(100)
        .argParser(readPercent),
    )
    .option("--note <text>", "Note for the reviewers")
    .action((words: string[], options: ProposeOptions) => propose(context, words, options));
  add("approve <release>", "Approve a proposed release")
    .option("--note <text>", "Note on the approval")
    .action((id: string, options: ReleaseOptions & { note?: string }) => review(context, id, true, options));
  add("reject <release>", "Reject and close a release")
    .option("--note <text>", "Reason for the rejection")
    .action((id: string, options: ReleaseOptions & { note?: string }) => review(context, id, false, options));
  add("withdraw <release>", "Withdraw a release before it is deployed")
    .option("--reason <text>", "Reason for the withdrawal")
    .action((id: string, options: DeployOptions) => withdraw(context, id, options));
  add("deploy <release>", "Deploy a release if all checks pass")
    .option("--override", "Deploy despite failed checks; requires the role admin and --reason")
    .option("--reason <text>", "Reason for overriding the checks")
    .action((id: string, options: DeployOptions) => deploy(context, id, options));
  add("show <release>", "Show the state and checks of a release").action(
    async (id: string, { as, format }: ReleaseOptions) =>
      show(context, format, await findRelease(context.connect(as), id)),
  );
  add("list", "List releases, newest first")
    .option("--endpoint <endpoint>", "Show only releases for this endpoint")
    .addOption(
      new Option(
        "--state <states>",
        `Show only these states, separated by commas: ${states.map(toWord).join(", ")}`,
      ).argParser(readStates),
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
  const modelVersion = modelVersionOf(key);
  if (!modelVersion) throw new CliError(`${key} is not a model version. Specify one, for example churn@4`);
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
  context.terminal.say("Refused: see the checks above that did not pass.");
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
  if (!(percent <= 100)) throw new InvalidArgumentError("Expected a number from 0 to 100.");
  return percent;
}

function readStates(text: string): ReleaseState[] {
  return text.split(",").map((word) => {
    const state = states.find((known) => toWord(known) === toWord(word.trim()));
    if (!state)
      throw new InvalidArgumentError(`${JSON.stringify(word)} is not one of ${states.map(toWord).join(", ")}.`);
    return state;
  });
}
