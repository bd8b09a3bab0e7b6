import { join } from "node:path";
import type { ContentReader } from "../capture/watched-content.js";
import { DigestCache } from "../capture/digest/digest-cache.js";
import { findProject, openState, type Project, stateFolder } from "../capture/project.js";
import { Spool } from "../capture/spool/spool.js";
import { sendSpool, type SpoolReport } from "../capture/spool/send-spool.js";
import type { CommandContext } from "../command-context.js";
import { printable } from "../format/printable.js";
import { plural } from "../format/words.js";
import { DigestProgress } from "./digest-progress.js";

/** The services of every command that records something in a project. */
export interface Recorder {
  readonly project: Project;
  readonly reader: ContentReader;
  readonly spool: Spool;
  readonly progress: DigestProgress;
}

/**
 * Opens the project of the current folder for recording.
 * @throws InvalidInputError when its state folder cannot be written.
 */
export async function openRecorder({ terminal }: Pick<CommandContext, "terminal">): Promise<Recorder> {
  const project = await findProject(process.cwd());
  await openState(project);
  const progress = new DigestProgress(terminal.progress);
  const reader: ContentReader = {
    project,
    cache: await DigestCache.open(join(stateFolder(project), "digests.txt")),
    onDigested: (path, done, total) => progress.update(path, done, total),
    warn: (warning) => terminal.say(printable(`lineage: warning: ${warning}`)),
  };
  return { project, reader, spool: new Spool(join(stateFolder(project), "spool")), progress };
}

/** Sends the recordings in the spool, each as the principal that made it. */
export function sendAll({ connect }: Pick<CommandContext, "connect">, spool: Spool): Promise<SpoolReport> {
  return sendSpool(spool, (principal, facts, key) =>
    connect(principal ?? undefined).writeFacts(
      facts.map((fact) => JSON.stringify(fact)),
      key,
    ),
  );
}

/** Describes what was not recorded, rejected recordings and failures to send. */
export function describeTrouble({ sent, rejected, waitingCount, failure }: SpoolReport, spool: Spool): string[] {
  return [
    ...sent.flatMap(({ warnings }) => warnings.map((warning) => `warning: ${warning}`)),
    ...rejected.flatMap(({ name, reasons }) => [
      `${name} was rejected, entirely or in part, and is kept in ${spool.rejectedFolder}:`,
      ...reasons.map((reason) => `  ${reason}`),
    ]),
    ...(rejected.length > 0 ? ["Fix the cause and send it again with: lineage sync --rejected"] : []),
    ...(failure
      ? [
          `${plural(waitingCount, "recording is", "recordings are")} kept in ${spool.folder}: ${failure.message}. To send later, run: lineage sync`,
        ]
      : []),
  ];
}
