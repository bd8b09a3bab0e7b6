import type { Command } from "commander";
import type { Spool, SpoolReport } from "../capture/index.js";
import { ServerError } from "../client/server-error.js";
import type { CommandContext } from "../command-context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { printable } from "../format/printable.js";
import { plural } from "../format/words.js";
import { describeTrouble, openRecorder, sendAll } from "./recorder.js";

const examples = `
Examples:
  lineage sync
  lineage sync --rejected      after what stood in the way was put right
  LINEAGE_URL=https://lineage.example.com lineage sync

Sends the recordings of this project that wait in .lineage/spool, oldest first. What is sent twice takes effect once, so
that it may be stopped, repeated, or run beside others. What the server refuses is put aside in .lineage/spool/rejected.
Exit codes: 0 all sent; 1 some wait, since there was no server; 2 sent, and some were refused.`;

/** `lineage sync`: sends what was recorded without a server. */
export function addSyncCommand(program: Command, context: CommandContext): void {
  program
    .command("sync")
    .description("send what was recorded while the server was away")
    .option("--rejected", "also send again what was put aside")
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
      ? [`${plural(runningCount, "command is", "commands are")} still running, as far as can be seen from this machine`]
      : [];
  return [
    sent.length === 0 && !failure
      ? "Nothing waits to be sent"
      : `${plural(sent.length, "recording was", "recordings were")} sent`,
    ...waiting,
  ];
}

function codeOf({ rejected, failure }: SpoolReport): ExitCode {
  // Anything but trouble with the server is a defect, and told as one.
  if (failure && !(failure instanceof ServerError)) throw failure;
  if (failure) return exitCode.failed;
  return rejected.length > 0 ? exitCode.importedWithProblems : exitCode.done;
}
