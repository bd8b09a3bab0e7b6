import { randomUUID } from "node:crypto";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command-context.js";
import { findNode } from "../client/find-node.js";
import { findTargets } from "../deletion/find-targets.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import { graphql } from "../generated/gql.js";
import type { CliRetractMutation, LineageEdgeKind } from "../generated/graphql.js";
import { asOption, formatOption } from "../options.js";

export const retractMutation = graphql(`
  mutation CliRetract($input: RetractInput!) {
    retract(input: $input) {
      sequence
      at
      targets
    }
  }
`);

/** The kinds of edges that sources report, as words of the command line. */
const edgeKinds = {
  "used-by": "USED_BY",
  produced: "PRODUCED",
  "derived-into": "DERIVED_INTO",
  emitted: "EMITTED",
} as const satisfies Record<string, LineageEdgeKind>;

const examples = `
Examples:
  lineage retract node custmoers@1 --reason "a typing error"
  lineage retract edge custmoers@1 run:acme/train-0042 --kind used-by --reason "a typing error"

Retracts what was reported wrongly. It is no longer part of answers, except of answers about earlier
times. The ledger keeps it, and a repeated report does not undo the retraction.`;

interface RetractOptions {
  readonly as?: string;
  readonly format: Format;
  readonly reason: string;
}

interface RetractEdgeOptions extends RetractOptions {
  readonly kind: keyof typeof edgeKinds;
  readonly role?: string;
}

/** `lineage retract`: takes back nodes or edges that were reported wrongly. */
export function addRetractCommand(program: Command, context: CommandContext): void {
  const retract = program
    .command("retract")
    .description("Take back a node or an edge that was reported wrongly")
    .addHelpText("after", examples);
  retract
    .command("node")
    .description("Take back nodes with all of their edges")
    .argument("<name...>", "Keys, global IDs or names of the nodes")
    .requiredOption("--reason <text>", "Reason for the retraction, stored in the ledger")
    .addOption(formatOption())
    .addOption(asOption())
    .action(async (words: string[], { as, format, reason }: RetractOptions) => {
      const api = context.connect(as);
      const nodes = (await findTargets(api, words)).map(({ ref }) => ref);
      const answer = await api.ask(retractMutation, { input: { nodes, reason, idempotencyKey: randomUUID() } });
      showAnswer(context.terminal, format, retractedAnswer(answer));
    });
  retract
    .command("edge")
    .description("Take back an edge between two nodes")
    .argument("<upstream>", "Key, global ID or name of the upstream node")
    .argument("<downstream>", "Key, global ID or name of the downstream node")
    .addOption(
      new Option("--kind <kind>", "Kind of the edge").choices(Object.keys(edgeKinds)).makeOptionMandatory(true),
    )
    .option("--role <role>", "Role of the edge, such as training; every role by default")
    .requiredOption("--reason <text>", "Reason for the retraction, stored in the ledger")
    .addOption(formatOption())
    .addOption(asOption())
    .action(async (from: string, to: string, { as, format, kind, role, reason }: RetractEdgeOptions) => {
      const api = context.connect(as);
      const [upstream, downstream] = await Promise.all([findNode(api, [from]), findNode(api, [to])]);
      const edge = {
        upstream: { key: upstream.key },
        downstream: { key: downstream.key },
        kind: edgeKinds[kind],
        role: role ?? null,
      };
      const answer = await api.ask(retractMutation, { input: { edges: [edge], reason, idempotencyKey: randomUUID() } });
      showAnswer(context.terminal, format, retractedAnswer(answer));
    });
}

function retractedAnswer({ retract }: CliRetractMutation): Answer<{ readonly key: string }> {
  const [entry] = retract;
  return {
    headline: [`Retracted in ledger entry ${entry?.sequence ?? ""}`],
    columns: [{ name: "key", value: ({ key }) => key }],
    rows: (entry?.targets ?? []).map((key) => ({ key })),
    summary: [],
    warnings: [],
    json: { retracted: entry ?? null },
  };
}
