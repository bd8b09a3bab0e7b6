import type { Command } from "commander";
import type { ApiClient } from "../client/api-client.js";
import type { ImpactSubject } from "../client/impact-subject.js";
import { ServerError } from "../client/server-error.js";
import type { CommandContext } from "../command-context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import type { CliPlanCopiesQueryVariables, CliReproducibilityLostQueryVariables } from "../generated/graphql.js";
import { asOption, formatOption, limitOption } from "../options.js";
import { quoteForShell } from "../../../core/shared/shell.js";
import { withDependants } from "../impact/similar-datasets.js";
import { findTargets } from "./find-targets.js";
import {
  type AskedPlan,
  type DeletionPlan,
  type Copies,
  type Lost,
  copiesQuestion,
  lostQuestion,
  planAnswer,
  planQuestion,
} from "./plan-answer.js";

interface PlanOptions {
  readonly as?: string;
  readonly format: Format;
  readonly limit: number;
}

const examples = `
Examples:
  lineage deletion plan raw/clickstream@2026-02
  lineage deletion plan credit/train@v1 credit/train@v2 model credit@3   Several nodes
  lineage deletion plan dataset:acme/clicks                              Every snapshot of a dataset
  lineage deletion plan credit/train@v1 --format markdown > comment.md   For a pull request

The exit code is 0 if the deletion is allowed, 3 if it is blocked, and 4 if that is unknown. The
command deletes nothing.`;

/** `lineage deletion plan`: what a deletion would break, and whether it is allowed. */
export function addPlanCommand(deletion: Command, context: CommandContext): void {
  deletion
    .command("plan")
    .description("Show what a deletion would break and whether it is allowed")
    .argument("<name...>", "Keys, global IDs or names of the nodes")
    .addOption(limitOption(50, 10_000))
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], { as, format, limit }: PlanOptions) => {
      const api = context.connect(as);
      const asked = await askPlan(api, await findTargets(api, words), limit);
      showAnswer(context.terminal, format, planAnswer(asked));
      context.endWith(codeOf(asked.plan));
    });
}

/** Requests a plan. If it is allowed, adds the command that records the deletion. */
export async function askPlan(api: ApiClient, targets: readonly ImpactSubject[], limit: number): Promise<AskedPlan> {
  const variables = { of: targets.map(({ ref }) => ref), limit };
  const { deletionPlan: plan } = await api.askQuestion(planQuestion, variables);
  const lost = plan.verdict === "UNKNOWN" ? null : await askLost(api, variables);
  const copies = plan.copies.length === 0 ? [] : await askCopies(api, { of: variables.of });
  return {
    plan,
    lost,
    copies,
    similar: await withDependants(api, plan.similarDatasets),
    next: plan.verdict === "ALLOWED" ? [`Record the deletion with: ${confirmLine(plan)}`] : [],
  };
}

async function askLost(api: ApiClient, variables: CliReproducibilityLostQueryVariables): Promise<Lost> {
  try {
    return (await api.askQuestion(lostQuestion, variables)).deletionPlan;
  } catch (error) {
    if (error instanceof ServerError) return { problem: error.message };
    throw error;
  }
}

async function askCopies(api: ApiClient, variables: CliPlanCopiesQueryVariables): Promise<Copies | null> {
  try {
    return (await api.askQuestion(copiesQuestion, variables)).deletionPlan.copies;
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  }
}

/** Maximum number of keys in a command that can still be copied. */
const mostKeys = 5;

function confirmLine({ targets, impactToken }: DeletionPlan): string {
  const keys = targets.length > mostKeys ? ["…"] : targets.map(({ key }) => quoteForShell(key));
  return `lineage deletion confirm ${keys.join(" ")} --token ${impactToken} --reason '…'`;
}

function codeOf({ verdict }: DeletionPlan): ExitCode {
  switch (verdict) {
    case "ALLOWED":
      return exitCode.done;
    case "BLOCKED":
      return exitCode.mustNotDelete;
    case "UNKNOWN":
      return exitCode.unknown;
  }
}
