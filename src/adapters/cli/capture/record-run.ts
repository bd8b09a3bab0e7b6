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
import { type RunBeginning, runFacts, type RunEnding, type RunFacts, unendedRunFacts } from "./run-facts.js";
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

/** Everything recorded about a command. */
export interface RecordedRun {
  readonly beginning: RunBeginning;
  readonly ending: RunEnding;
  readonly end: CommandEnd;
}

/** The state of everything that the command may write, taken before it starts. */
interface Watched {
  readonly inputs: readonly WatchedPath[];
  readonly outputs: readonly WatchedPath[];
  readonly model: WatchedPath | null;
  readonly metrics: WatchedPath | null;
}

/**
 * Runs a command and stores a recording of it in the spool: once before it starts, in case this process is killed
 * before the command ends, and again when it has ended, with any exit status.
 * @throws InvalidInputError, NotFoundError when the request cannot be recorded; the command is then not started.
 * @throws NotStartedError when the command cannot be started.
 */
export async function recordRun(request: RecordRequest, reader: ContentReader, spool: Spool): Promise<RecordedRun> {
  const sorted = sortOutputs(request, reader.project.folder);
  const watched = await watch(request, reader, sorted);
  const beginning = await captureBeginning(request, reader, sorted);
  await saveCache(reader);
  const entry = (facts: RunFacts, recorder: SpoolEntry["recorder"]): SpoolEntry => ({
    id: beginning.id,
    principal: request.principal,
    ...facts,
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

/** Checked before the command runs, while the user can still correct it. */
function requireName(name: string): void {
  const issue = identifier.safeParse(name).error?.issues[0];
  if (issue)
    throw new InvalidInputError(`${JSON.stringify(name)} cannot be recorded as a name or version: ${issue.message}`);
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
    // An input that is also an output is changed intentionally.
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

/** The files that a failed command leaves behind are not a deployable model version. */
async function readModel(
  reader: ContentReader,
  watched: WatchedPath,
  { status }: CommandEnd,
): Promise<RecordedContent | null> {
  if (status === "COMPLETED") return readWritten(reader, watched);
  reader.warn(`the command did not complete; ${watched.path} is not recorded as a model version`);
  return null;
}

async function readNewMetrics(reader: ContentReader, watched: WatchedPath): Promise<readonly Metric[]> {
  if (!(await isWritten(reader, "--metrics", watched))) return [];
  const read = await orWarning(
    reader,
    "metrics are not recorded",
    readMetrics(resolve(reader.project.folder, watched.path)),
  );
  if (read && read.leftOut.length > 0)
    reader.warn(
      `--metrics ${watched.path}: omitted because they are not numbers: ${read.leftOut.slice(0, 5).join(", ")}${read.leftOut.length > 5 ? ` and ${read.leftOut.length - 5} more` : ""}`,
    );
  return read?.metrics ?? [];
}

/** A failure is ignored: without its cache, the next recording is only slower. */
async function saveCache({ cache }: ContentReader): Promise<void> {
  await cache.save().catch(() => undefined);
}
