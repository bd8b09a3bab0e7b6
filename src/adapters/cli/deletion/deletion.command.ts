import type { Command } from "commander";
import type { CommandContext } from "../command-context.js";
import { addCandidatesCommand } from "./candidates.command.js";
import { addConfirmCommand } from "./confirm.command.js";
import { addPlanCommand } from "./plan.command.js";

/** `lineage deletion`: plans and records deletions. */
export function addDeletionCommand(program: Command, context: CommandContext): void {
  const deletion = program
    .command("deletion")
    .description("Find out what may be deleted and what a deletion would break, and record deletions");
  for (const add of [addPlanCommand, addConfirmCommand, addCandidatesCommand]) add(deletion, context);
}
