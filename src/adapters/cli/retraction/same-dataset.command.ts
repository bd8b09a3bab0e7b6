import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { parseKey } from "../../../core/shared/key.js";
import { CliError } from "../cli-error.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { graphql } from "../generated/gql.js";
import { asOption, formatOption } from "../options.js";

export const sameDatasetMutation = graphql(`
  mutation CliSameDataset($input: DeclareSameDatasetInput!) {
    declareSameDataset(input: $input) {
      key
    }
  }
`);

const examples = `
Examples:
  lineage same-dataset dataset:s3%3A%2F%2Flake/orders dataset:s3a%3A%2F%2Flake/orders \\
    --reason "both names are one bucket"

Declares that two names are one dataset, such as a renamed table. From then on, snapshots with the
same version or content under both names are one thing. The other name need not be recorded yet.`;

interface SameDatasetOptions {
  readonly as?: string;
  readonly format: Format;
  readonly reason: string;
}

/** `lineage same-dataset`: declares that two names are one dataset. */
export function addSameDatasetCommand(program: Command, context: CommandContext): void {
  program
    .command("same-dataset")
    .description("Declare that two names are one dataset")
    .argument("<dataset>", "Key of the dataset, such as dataset:acme/orders")
    .argument("<alias>", "Key of its other name")
    .requiredOption("--reason <text>", "Why both names are one dataset, stored in the ledger")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (dataset: string, alias: string, { as, format, reason }: SameDatasetOptions) => {
      const input = { dataset: datasetOf(dataset), alias: datasetOf(alias), reason, idempotencyKey: randomUUID() };
      const { declareSameDataset } = await context.connect(as).ask(sameDatasetMutation, { input });
      showAnswer(context.terminal, format, {
        headline: [`${alias} is ${declareSameDataset.key}`],
        columns: [],
        rows: [],
        summary: [],
        warnings: [],
        json: { dataset: declareSameDataset.key, alias },
      });
    });
}

function datasetOf(key: string): { namespace: string; name: string } {
  const { kind, namespace, name } = parseKey(key) ?? {};
  if (kind !== "dataset" || namespace === undefined || name === undefined)
    throw new CliError(
      `${JSON.stringify(key)} is not the key of a dataset, dataset:NAMESPACE/NAME with percent-encoded parts. Show keys with: lineage search`,
    );
  return { namespace, name };
}
