import type { Command } from "commander";
import { z } from "zod";
import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import { type EndpointRef, findEndpoint } from "../client/find-endpoint.js";
import { findNode } from "../client/find-node.js";
import { modelVersionOf, runOf } from "../client/key-refs.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { kindWords } from "../format/words.js";
import { asOption, formatOption } from "../options.js";
import { comparisonAnswer, servingComparisonAnswer } from "./comparison-answer.js";
import {
  type Comparison,
  type ServingComparison,
  modelComparisonQuestion,
  runComparisonQuestion,
  servingComparisonQuestion,
} from "./comparison-question.js";

interface CompareOptions {
  readonly as?: string;
  readonly format: Format;
}

const examples = `
Examples:
  lineage compare churn@2 churn@champion                          Two model versions
  lineage compare "run 8f14e45fceea167a" "run c9f0f895fb98ab91"   Two runs
  lineage compare churn-api@2026-03-01T00:00:00Z churn-api@now    An endpoint at two times
  lineage compare churn@2 churn@3 --format markdown               For a pull request

Lists the differences in data, code, packages, parameters and metrics. Identical values are omitted.
Anything that is not recorded for both sides cannot be compared and is listed at the end.`;

/** `lineage compare`: the differences between two model versions, two runs, or two times of an endpoint. */
export function addCompareCommand(program: Command, context: CommandContext): void {
  program
    .command("compare")
    .description("Compare two model versions, two runs, or the model versions served at two times")
    .argument("<left>", "Model version, run, or endpoint@time")
    .argument("<right>", "Model version, run, or endpoint@time to compare it with")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (left: string, right: string, { as, format }: CompareOptions) => {
      const api = context.connect(as);
      const [was, is] = [readMoment(left), readMoment(right)];
      if (was && is) showAnswer(context.terminal, format, servingComparisonAnswer(await askServing(api, was, is)));
      else showAnswer(context.terminal, format, comparisonAnswer(await askNodes(api, left, right)));
    });
}

interface Moment {
  readonly endpoint: string;
  readonly at: string;
}

/** Reads `endpoint@time`; null for any other text. */
function readMoment(text: string): Moment | null {
  const at = text.lastIndexOf("@");
  const [endpoint, time] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1) return null;
  if (time === "now") return { endpoint, at: new Date().toISOString() };
  return z.iso.datetime({ offset: true }).safeParse(time).success ? { endpoint, at: time } : null;
}

async function askServing(api: ApiClient, left: Moment, right: Moment): Promise<ServingComparison> {
  const [endpoint, other] = await Promise.all([findEndpoint(api, left.endpoint), findEndpoint(api, right.endpoint)]);
  if (!isSameEndpoint(endpoint, other))
    throw new CliError(
      `${left.endpoint} and ${right.endpoint} are different endpoints. Compare the model versions that they served; list them with: lineage served`,
    );
  return (await api.askQuestion(servingComparisonQuestion, { endpoint, left: left.at, right: right.at }))
    .servingComparison;
}

function isSameEndpoint(left: EndpointRef, right: EndpointRef): boolean {
  return left.namespace === right.namespace && left.name === right.name;
}

async function askNodes(api: ApiClient, left: string, right: string): Promise<Comparison> {
  const comparable = ["MODEL_VERSION", "RUN"] as const;
  const [was, is] = await Promise.all([findNode(api, [left], comparable), findNode(api, [right], comparable)]);
  const [leftVersion, rightVersion] = [modelVersionOf(was.key), modelVersionOf(is.key)];
  if (leftVersion && rightVersion)
    return (await api.askQuestion(modelComparisonQuestion, { left: leftVersion, right: rightVersion })).comparison;
  const [leftRun, rightRun] = [runOf(was.key), runOf(is.key)];
  if (leftRun && rightRun)
    return (await api.askQuestion(runComparisonQuestion, { left: leftRun, right: rightRun })).comparison;
  throw new CliError(
    `cannot compare ${left} (${kindWords[was.kind]}) with ${right} (${kindWords[is.kind]}). Compare two model versions, two runs, or one endpoint at two times, for example churn-api@2026-05-02T10:00:00Z and churn-api@now`,
  );
}
