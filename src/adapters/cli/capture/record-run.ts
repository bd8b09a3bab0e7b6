import { hostname } from "node:os";
import { resolve } from "node:path";
import { InvalidInputError } from "../../../core/shared/errors.js";
import { identifier } from "../../../core/shared/fact-fields.js";
import { captureCode } from "./git/code-state.js";
import { type Metric, readMetrics } from "./measures/read-metrics.js";
import { readParameters } from "./measures/read-params.js";
import { recordedPath } from "./project.js";
import { captureEnvironment } from "./python/captured-environment.js";
import type { RecordedContent } from "./recorded-content.js";
import { nameOfCommand, type RecordRequest, type SortedOutputs, sortOutputs } from "./record-request.js";
import { redactionOf } from "./redact.js";
import { type CommandEnd, runCommand } from "./run-command.js";
import { type RunBeginning, runFacts, type RunEnding, type SaidFacts, unendedRunFacts } from "./run-facts.js";
import type { Spool } from "./spool/spool.js";
import { checkFacts, newEntryId, type SpoolEntry } from "./spool/spool-entry.js";
import {
  type ContentReader,
  isWritten,
  orWarning,
  readContent,
  readWritten,
  warnIfChanged,
  type WatchedPath,
  watchPath,
} from "./watched-content.js";

/** What was recorded of a command. */
export interface RecordedRun {
  readonly beginning: RunBeginning;
  readonly ending: RunEnding;
  readonly end: CommandEnd;
}

/** What the command may write, as it was before. */
interface Watched {
  readonly inputs: readonly WatchedPath[];
  readonly outputs: readonly WatchedPath[];
  readonly model: WatchedPath | null;
  readonly metrics: WatchedPath | null;
}

/**
 * Runs a command and keeps what is known of it in the spool: before it starts, for the case that nobody sees its end, and
 * when it has ended, however it did.
 * @throws InvalidInputError, NotFoundError when what was asked for cannot be recorded; the command is not started then.
 * @throws NotStartedError when the command cannot be started.
 */
export async function recordRun(request: RecordRequest, reader: ContentReader, spool: Spool): Promise<RecordedRun> {
  const sorted = sortOutputs(request, reader.project.folder);
  const watched = await watch(request, reader, sorted);
  const beginning = await captureBeginning(request, reader, sorted);
  await saveCache(reader);
  const entry = (said: SaidFacts, recorder: SpoolEntry["recorder"]): SpoolEntry => ({
    id: beginning.id,
    principal: request.principal,
    ...said,
    recorder,
  });
  const begun = entry(unendedRunFacts(beginning), { host: hostname(), pid: process.pid });
  checkFacts(begun.facts);
  await spool.keep(begun);
  const { end, release } = await runCommand(request.command).catch(async (error: unknown) => {
    await spool.abandon(begun);
    throw error;
  });
  try {
    const ending = await captureEnding(request, reader, { watched, beginning, end });
    await spool.keep(entry(runFacts(beginning, ending), null));
    await saveCache(reader);
    return { beginning, ending, end };
  } finally {
    release();
  }
}

async function watch(
  { inputs, metrics }: RecordRequest,
  reader: ContentReader,
  { data, model }: SortedOutputs,
): Promise<Watched> {
  const watchAll = (paths: readonly string[]): Promise<WatchedPath[]> =>
    Promise.all(paths.map((path) => watchPath(reader, path)));
  return {
    inputs: await watchAll(inputs.map(({ path }) => path)),
    outputs: await watchAll(data),
    model: model === null ? null : await watchPath(reader, model),
    metrics: metrics === null ? null : await watchPath(reader, metrics),
  };
}

async function captureBeginning(
  request: RecordRequest,
  reader: ContentReader,
  { data, model }: SortedOutputs,
): Promise<RunBeginning> {
  const { project, warn } = reader;
  const { command, experiment, by, requirements, python, redact, metrics } = request;
  const parameters = await readParameters(request.params.map((file) => resolve(project.folder, file)));
  const environment = await captureEnvironment(project, { program: command.program, python, requirements });
  const inputs: RunBeginning["inputs"][number][] = [];
  for (const { path, role } of request.inputs) inputs.push({ role, ...(await readContent(reader, path)) });
  const written = [...data, ...[model, metrics].filter((path) => path !== null)].map((path) =>
    recordedPath(project, path),
  );
  for (const name of [...written, ...[request.model?.name, request.model?.version].filter((text) => text != null)])
    requireName(name);
  const code = await captureCode(project, {
    read: inputs.map(({ path }) => path),
    written,
    keepsPatch: request.keepsPatch,
  });
  for (const warning of [...code.warnings, ...environment.warnings]) warn(warning);
  const startedAt = new Date();
  return {
    id: newEntryId(startedAt),
    namespace: request.namespace ?? project.namespace,
    name: request.name ?? nameOfCommand(command),
    experiment,
    by,
    command,
    redaction: redactionOf(redact),
    startedAt,
    inputs,
    parameters,
    code,
    environment,
  };
}

/** Checked before the command runs: afterwards it would be too late to say so. */
function requireName(name: string): void {
  const issue = identifier.safeParse(name).error?.issues[0];
  if (issue)
    throw new InvalidInputError(
      `${JSON.stringify(name)} cannot be the name or version of anything recorded: ${issue.message}`,
    );
}

async function captureEnding(
  { model }: RecordRequest,
  reader: ContentReader,
  { watched, beginning, end }: { watched: Watched; beginning: RunBeginning; end: CommandEnd },
): Promise<RunEnding> {
  const writtenPaths = [...watched.outputs, ...(watched.model ? [watched.model] : [])].map(({ path }) =>
    recordedPath(reader.project, path),
  );
  for (const [index, input] of beginning.inputs.entries()) {
    const before = watched.inputs[index];
    // What a command changes on purpose is an output of it, too.
    if (before && !writtenPaths.includes(input.path)) await warnIfChanged(reader, before, input);
  }
  const outputs: RecordedContent[] = [];
  for (const output of watched.outputs) {
    const content = await readWritten(reader, output);
    if (content) outputs.push(content);
  }
  const made = watched.model && model ? await readModel(reader, watched.model, end) : null;
  return {
    end,
    metrics: watched.metrics ? await readNewMetrics(reader, watched.metrics) : [],
    outputs,
    model: made && model ? { ...made, model: model.name, version: model.version } : null,
  };
}

/** What a failed command leaves behind is no version that anybody could deploy. */
async function readModel(
  reader: ContentReader,
  watched: WatchedPath,
  { status }: CommandEnd,
): Promise<RecordedContent | null> {
  if (status === "COMPLETED") return readWritten(reader, watched);
  reader.warn(`the command did not complete, so that ${watched.path} is not recorded as a model version`);
  return null;
}

async function readNewMetrics(reader: ContentReader, watched: WatchedPath): Promise<readonly Metric[]> {
  if (!(await isWritten(reader, "--metrics", watched))) return [];
  const read = await orWarning(
    reader,
    "the metrics are not recorded",
    readMetrics(resolve(reader.project.folder, watched.path)),
  );
  if (read && read.leftOut.length > 0)
    reader.warn(
      `--metrics ${watched.path}: ${read.leftOut.slice(0, 5).join(", ")}${read.leftOut.length > 5 ? ` and ${read.leftOut.length - 5} more` : ""} left out, being no number`,
    );
  return read?.metrics ?? [];
}

/** Without its cache the next recording is slower, no more. */
async function saveCache({ cache }: ContentReader): Promise<void> {
  await cache.save().catch(() => undefined);
}
