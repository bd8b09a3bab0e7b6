import type { Command } from "commander";
import type { Spool } from "../capture/spool/spool.js";
import type { SpoolReport } from "../capture/spool/send-spool.js";
import { ServerError } from "../client/server-error.js";
import type { CommandContext } from "../command-context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { printable } from "../format/printable.js";
import { plural } from "../format/words.js";
import { describeTrouble, openRecorder, sendAll } from "./recorder.js";

const examples = `
Examples:
  lineage sync
  lineage sync --rejected      After you have fixed the cause of the rejection
  LINEAGE_URL=https://lineage.example.com lineage sync

Sends the recordings of this project in .lineage/spool, oldest first. A repeated recording takes
effect once, so you can interrupt or repeat the command, or run it concurrently. Rejected recordings
are moved to .lineage/spool/rejected. The exit code is 0 if all recordings were sent, 1 if some
could not be sent, and 2 if some were rejected.`;

/** `lineage sync`: sends the recordings that could not be sent before. */
export function addSyncCommand(program: Command, context: CommandContext): void {
  program
    .command("sync")
    .description("Send recordings that are kept in this project")
    .option("--rejected", "Also send rejected recordings again")
    .addHelpText("after", examples)
    .action(async ({ rejected }: { readonly rejected?: boolean }) => {
      const { spool } = await openRecorder(context);
      if (rejected) await restore(context, spool);
      const report = await sendAll(context, spool);
      for (const line of describeSync(report)) context.terminal.answer(line);
      for (const line of describeTrouble(report, spool)) context.terminal.say(printable(line));
      context.endWith(codeOf(report));
    });
}

async function restore({ terminal }: CommandContext, spool: Spool): Promise<void> {
  const { unreadable } = await spool.restoreRejected();
  for (const { name, problem } of unreadable)
    terminal.say(printable(`${name} stays in ${spool.rejectedFolder}: it ${problem}`));
}

function describeSync({ sent, runningCount, failure }: SpoolReport): string[] {
  const waiting =
    runningCount > 0
      ? [`${plural(runningCount, "command is", "commands are")} still running, as far as this machine can determine`]
      : [];
  return [
    sent.length === 0 && !failure
      ? "No recordings to send"
      : `${plural(sent.length, "recording was", "recordings were")} sent`,
    ...waiting,
  ];
}

function codeOf({ rejected, failure }: SpoolReport): ExitCode {
  // Any error that is not from the server is a bug and is reported as one.
  if (failure && !(failure instanceof ServerError)) throw failure;
  if (failure) return exitCode.failed;
  return rejected.length > 0 ? exitCode.importedWithProblems : exitCode.done;
}
