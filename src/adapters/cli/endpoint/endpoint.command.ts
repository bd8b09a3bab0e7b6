import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { parse } from "yaml";
import { z } from "zod";
import { findProject } from "../capture/project.js";
import { CliError } from "../cli-error.js";
import { findEndpoint } from "../client/find-endpoint.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { toWord } from "../format/words.js";
import type { CliEndpointsQueryVariables, DeploymentStage, ReleasePolicyInput } from "../generated/graphql.js";
import { limitOption, readCount, subcommandsOf } from "../options.js";
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

const stages = ["PRODUCTION", "STAGING", "SHADOW", "DEVELOPMENT"] as const satisfies readonly DeploymentStage[];

/** A map of fields, which the server checks. */
const policyFile = z.custom<ReleasePolicyInput>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

const examples = `
Examples:
  lineage endpoint define fraud-api --stage production      With the default policy
  lineage endpoint define fraud-api --stage production --approvals 2
  lineage endpoint define fraud-api --stage production --policy policy.yaml
  lineage endpoint list --stage production
  lineage endpoint history fraud-api                        All its deployments
  lineage endpoint outside --stage production               Deployments without a release

A policy file contains the fields of ReleasePolicyInput, in YAML or JSON:
  requiredApprovals: 1
  requireReproducible: true
  metrics: [{ name: auc, comparison: GTE, value: 0.8 }]
  noWorseThanServing: [{ name: auc, higherIsBetter: true, tolerance: 0.005 }]
Defining an endpoint again changes its policy, which requires the role admin. The stage of an
endpoint cannot change.`;

/** `lineage endpoint`: defines and lists the places where models are served. */
export function addEndpointCommand(program: Command, context: CommandContext): void {
  const endpoint = program
    .command("endpoint")
    .description("Manage endpoints, where models are served, and their release policies")
    .addHelpText("after", examples);
  const stage = (): Option => new Option("--stage <stage>", "Stage of the endpoint").choices(stages.map(toWord));
  const add = subcommandsOf(endpoint, examples);
  add("define <name>", "Create an endpoint or change its policy")
    .addOption(stage().makeOptionMandatory())
    .option("--namespace <name>", "Namespace of the endpoint (default: the same as for lineage record)")
    .addOption(
      new Option("--approvals <n>", "Number of approvals that a release requires").argParser((text) =>
        readCount(text, 0, 100),
      ),
    )
    .option("--policy <file>", "Release policy, as a YAML or JSON file")
    .action((name: string, options: DefineOptions) => define(context, name, options));
  add("list", "List endpoints with their current deployments")
    .addOption(stage())
    .option("--namespace <name>", "Show only endpoints in this namespace")
    .addOption(limitOption(50, 500))
    .action((options: ListOptions) => list(context, options));
  add("history <endpoint>", "List the deployments of an endpoint, newest first")
    .addOption(limitOption(50, 500))
    .action((name: string, options: ListOptions) => showHistory(context, name, options));
  add("outside", "List current deployments without a release")
    .addOption(stage())
    .option("--namespace <name>", "Show only endpoints in this namespace")
    .addOption(limitOption(50, 500))
    .action((options: ListOptions) => listOutside(context, options));
}

async function define(
  context: CommandContext,
  name: string,
  { as, format, namespace, stage, approvals, policy }: DefineOptions,
): Promise<void> {
  const given: ReleasePolicyInput = policy === undefined ? {} : await readPolicy(policy);
  const whole: ReleasePolicyInput = { ...given, ...(approvals !== undefined && { requiredApprovals: approvals }) };
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
      `endpoint ${ref.namespace}/${ref.name} does not exist. List endpoints with: lineage endpoint list`,
    );
  showAnswer(context.terminal, format, historyAnswer(ref, endpoint.history));
}

async function listOutside(context: CommandContext, { as, format, limit, ...filter }: ListOptions): Promise<void> {
  const { deployments } = await context.connect(as).ask(outsideQuestion, { ...toVariables(filter), first: limit });
  showAnswer(context.terminal, format, outsideAnswer(deployments));
}

function toVariables({
  namespace,
  stage,
}: Pick<ListOptions, "namespace" | "stage">): Omit<CliEndpointsQueryVariables, "first"> {
  return { namespace, stage: stage === undefined ? null : toEnum(stage) };
}

async function readPolicy(file: string): Promise<ReleasePolicyInput> {
  const policy = policyFile.safeParse(await readYaml(file));
  if (!policy.success)
    throw new CliError(
      `the policy file ${file} is not a map of fields. See the example in: lineage endpoint define --help`,
    );
  return policy.data;
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new CliError(
      `cannot read the policy file ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function toEnum(stage: string): DeploymentStage {
  const known = stages.find((each) => toWord(each) === stage);
  if (!known) throw new InvalidArgumentError(`${stage} is not a stage`);
  return known;
}
