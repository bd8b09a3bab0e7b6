import type { Command } from "commander";
import type { CommandContext } from "../command-context.js";
import { addCandidatesCommand } from "./candidates.command.js";
import { addConfirmCommand } from "./confirm.command.js";
import { addPlanCommand } from "./plan.command.js";

/** `lineage deletion`: what may be deleted, and the record that it was. */
export function addDeletionCommand(program: Command, context: CommandContext): void {
  const deletion = program
    .command("deletion")
    .description("what may be deleted, what a deletion would break, and the record that it was done");
  for (const add of [addPlanCommand, addConfirmCommand, addCandidatesCommand]) add(deletion, context);
}
