import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { parse } from "yaml";
import { findProject } from "../capture/index.js";
import { CliError } from "../cli-error.js";
import { findEndpoint } from "../client/find-endpoint.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { toWord } from "../format/words.js";
import { asOption, formatOption, limitOption, readCount } from "../options.js";
import { historyAnswer, historyQuestion, outsideAnswer, outsideQuestion } from "./deployments-answer.js";
import { defineMutation, endpointsAnswer, endpointsQuestion } from "./endpoint-answer.js";

interface EndpointOptions {
  readonly as?: string;
  readonly format: Format;
}
interface DefineOptions extends EndpointOptions {
  readonly namespace?: string;
  readonly stage: string;
  readonly approvals?: number;
  readonly policy?: string;
}
interface ListOptions extends EndpointOptions {
  readonly namespace?: string;
  readonly stage?: string;
  readonly limit: number;
}

const stages = ["PRODUCTION", "STAGING", "SHADOW", "DEVELOPMENT"] as const;

const examples = `
Examples:
  lineage endpoint define fraud-api --stage production                  what its policy asks for by default
  lineage endpoint define fraud-api --stage production --approvals 2
  lineage endpoint define fraud-api --stage production --policy policy.yaml
  lineage endpoint list --stage production
  lineage endpoint history fraud-api                                    what was served there, and how it came and ended
  lineage endpoint outside --stage production                           what serves without a release behind it

A policy file holds the fields of ReleasePolicyInput, in YAML or JSON:
  requiredApprovals: 1
  requireReproducible: true
  metrics: [{ name: auc, comparison: GTE, value: 0.8 }]
  noWorseThanServing: [{ name: auc, higherIsBetter: true, tolerance: 0.005 }]
Defining it again changes its policy, which takes the role admin; its stage never changes.`;

/** `lineage endpoint`: the places where models are served, and what is asked of a release to them. */
export function addEndpointCommand(program: Command, context: CommandContext): void {
  const endpoint = program
    .command("endpoint")
    .description("the places where models are served, and what is checked before anything is deployed there")
    .addHelpText("after", examples);
  const stage = (): Option => new Option("--stage <stage>", "what it is for").choices(stages.map(toWord));
  endpoint
    .command("define <name>")
    .description("create an endpoint, or change its policy")
    .addOption(stage().makeOptionMandatory())
    .option("--namespace <name>", "who owns the name (default: as for lineage record)")
    .addOption(
      new Option("--approvals <n>", "how many people must approve a release").argParser((text) =>
        readCount(text, 0, 100),
      ),
    )
    .option("--policy <file>", "the whole policy, as YAML or JSON")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((name: string, options: DefineOptions) => define(context, name, options));
  endpoint
    .command("list")
    .description("the endpoints there are, with what serves")
    .addOption(stage())
    .option("--namespace <name>", "only those of this namespace")
    .addOption(limitOption(50, 500))
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((options: ListOptions) => list(context, options));
  endpoint
    .command("history <endpoint>")
    .description("what was served at an endpoint, newest first, and how each came there and ended")
    .addOption(limitOption(50, 500))
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((name: string, options: ListOptions) => showHistory(context, name, options));
  endpoint
    .command("outside")
    .description("what serves and rests on no release: recorded as it was observed, outside the process")
    .addOption(stage())
    .option("--namespace <name>", "only at endpoints of this namespace")
    .addOption(limitOption(50, 500))
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((options: ListOptions) => listOutside(context, options));
}

async function define(
  context: CommandContext,
  name: string,
  { as, format, namespace, stage, approvals, policy }: DefineOptions,
): Promise<void> {
  const given = policy === undefined ? {} : await readPolicy(policy);
  const whole = { ...given, ...(approvals !== undefined && { requiredApprovals: approvals }) };
  const owner = namespace ?? (await findProject(process.cwd())).namespace;
  const input = { namespace: owner, name, stage: toEnum(stage), policy: Object.keys(whole).length > 0 ? whole : null };
  const { defineEndpoint } = await context.connect(as).ask(defineMutation, { input });
  showAnswer(context.terminal, format, endpointsAnswer([defineEndpoint], 1));
}

async function list(context: CommandContext, { as, format, limit, ...filter }: ListOptions): Promise<void> {
  const { endpoints } = await context.connect(as).ask(endpointsQuestion, { ...toVariables(filter), first: limit });
  showAnswer(
    context.terminal,
    format,
    endpointsAnswer(
      endpoints.edges.map(({ node }) => node),
      endpoints.totalCount,
    ),
  );
}

async function showHistory(context: CommandContext, name: string, { as, format, limit }: ListOptions): Promise<void> {
  const api = context.connect(as);
  const ref = await findEndpoint(api, name);
  const { endpoint } = await api.ask(historyQuestion, { ...ref, first: limit });
  if (!endpoint)
    throw new CliError(
      `there is no endpoint ${ref.namespace}/${ref.name}; lineage endpoint list shows those that there are`,
    );
  showAnswer(context.terminal, format, historyAnswer(ref, endpoint.history));
}

async function listOutside(context: CommandContext, { as, format, limit, ...filter }: ListOptions): Promise<void> {
  const { deployments } = await context.connect(as).ask(outsideQuestion, { ...toVariables(filter), first: limit });
  showAnswer(context.terminal, format, outsideAnswer(deployments));
}

function toVariables({ namespace, stage }: Pick<ListOptions, "namespace" | "stage">): object {
  return { namespace, stage: stage === undefined ? null : toEnum(stage) };
}

async function readPolicy(file: string): Promise<Record<string, unknown>> {
  const policy = await readYaml(file);
  if (typeof policy !== "object" || policy === null || Array.isArray(policy))
    throw new CliError(`the policy ${file} holds no fields; see: lineage endpoint define --help`);
  return { ...policy };
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new CliError(`the policy ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toEnum(stage: string): string {
  const known = stages.find((each) => toWord(each) === stage);
  if (!known) throw new InvalidArgumentError(`${stage} is no stage`);
  return known;
}
