import type { Command } from "commander";
import type { SpoolReport } from "../capture/index.js";
import { ServerError } from "./client/server-error.js";
import type { CommandContext } from "./command-context.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { printable } from "./format/printable.js";
import { plural } from "./format/words.js";
import { describeTrouble, openRecorder, sendAll } from "./record/recorder.js";

const examples = `
Examples:
  lineage sync
  LINEAGE_URL=https://lineage.example.com lineage sync

Sends the recordings of this project that wait in .lineage/spool, oldest first. What is sent twice takes effect once, so
that it may be stopped, repeated, or run beside others. What the server refuses is put aside in .lineage/spool/rejected.
Exit codes: 0 all sent; 1 some wait, since there was no server; 2 sent, and some were refused.`;

/** `lineage sync`: sends what was recorded without a server. */
export function addSyncCommand(program: Command, context: CommandContext): void {
  program.command("sync")
    .description("send what was recorded while the server was away")
    .addHelpText("after", examples)
    .action(async () => {
      const { spool } = await openRecorder(context);
      const report = await sendAll(context, spool);
      for (const line of describeSync(report)) context.terminal.answer(line);
      for (const line of describeTrouble(report, spool)) context.terminal.say(printable(line));
      context.endWith(codeOf(report));
    });
}

function describeSync({ sent, runningCount, failure }: SpoolReport): string[] {
  const waiting = runningCount > 0 ? [`${plural(runningCount, "command is", "commands are")} still running, as far as can be seen from this machine`] : [];
  return [sent.length === 0 && !failure ? "Nothing waits to be sent" : `${plural(sent.length, "recording was", "recordings were")} sent`, ...waiting];
}

function codeOf({ rejected, failure }: SpoolReport): ExitCode {
  // Anything but trouble with the server is a defect, and told as one.
  if (failure && !(failure instanceof ServerError)) throw failure;
  if (failure) return exitCode.failed;
  return rejected.length > 0 ? exitCode.importedWithProblems : exitCode.done;
}
