import { join } from "node:path";
import {
  type ContentReader,
  DigestCache,
  findProject,
  openState,
  type Project,
  Spool,
  sendSpool,
  type SpoolReport,
  stateFolder,
} from "../capture/index.js";
import type { CommandContext } from "../command-context.js";
import { printable } from "../format/printable.js";
import { plural } from "../format/words.js";
import { DigestProgress } from "./digest-progress.js";

/** What every command needs that records something here. */
export interface Recorder {
  readonly project: Project;
  readonly reader: ContentReader;
  readonly spool: Spool;
  readonly progress: DigestProgress;
}

/**
 * Opens the project of the current folder for recording.
 * @throws InvalidInputError when nothing can be kept there.
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

/** Sends what waits in the spool, each recording in the name of who made it. */
export function sendAll({ connect }: Pick<CommandContext, "connect">, spool: Spool): Promise<SpoolReport> {
  return sendSpool(spool, (principal, facts, key) =>
    connect(principal ?? undefined).writeFacts(
      facts.map((fact) => JSON.stringify(fact)),
      key,
    ),
  );
}

/** What is to say of a sending that did not go as it should. */
export function describeTrouble({ rejected, waitingCount, failure }: SpoolReport, spool: Spool): string[] {
  return [
    ...rejected.flatMap(({ name, reasons }) => [
      `${name} was refused in part or as a whole, and is kept in ${spool.rejectedFolder}:`,
      ...reasons.map((reason) => `  ${reason}`),
    ]),
    ...(rejected.length > 0 ? ["Put right what stands in the way, and send again with: lineage sync --rejected"] : []),
    ...(failure
      ? [
          `${plural(waitingCount, "recording is", "recordings are")} kept in ${spool.folder}, since ${failure.message}. Send with: lineage sync`,
        ]
      : []),
  ];
}
