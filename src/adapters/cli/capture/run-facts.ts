import type { FactInput } from "../../ingest/fact.js";
import { commandLine } from "../../../core/shared/shell.js";
import type { CodeState } from "./git/code-state.js";
import type { Metric } from "./measures/read-metrics.js";
import type { Parameter } from "./measures/read-params.js";
import type { CapturedEnvironment } from "./python/captured-environment.js";
import { type RecordedContent, snapshotFact, snapshotHints, snapshotNameOf, versionOf } from "./recorded-content.js";
import type { Redaction } from "./redact.js";
import type { Command, CommandEnd } from "./run-command.js";

/** Everything known about a run before its command starts. */
export interface RunBeginning {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly experiment: string | null;
  readonly by: string;
  readonly command: Command;
  readonly redaction: Redaction;
  readonly startedAt: Date;
  readonly inputs: readonly (RecordedContent & { readonly role: string })[];
  readonly parameters: readonly Parameter[];
  readonly code: CodeState;
  readonly environment: CapturedEnvironment;
}

/** Everything known once the command has ended. */
export interface RunEnding {
  readonly end: CommandEnd;
  readonly metrics: readonly Metric[];
  readonly outputs: readonly RecordedContent[];
  readonly model: (RecordedContent & { readonly model: string; readonly version: string | null }) | null;
}

/** The API's limit. */
const maxCommandLength = 100_000;

/**
 * The facts of one recording, and hints that the server may reject without loss. A recording may be sent long after it was
 * made, so its facts carry the moment at which the run was in this state.
 */
export interface RunFacts {
  readonly facts: readonly FactInput[];
  readonly hints: readonly FactInput[];
}

/** The facts of a run whose end was not observed because the recording process was killed. */
export function unendedRunFacts(run: RunBeginning): RunFacts {
  return withContext(run, [recordRun(run, { status: "ABORTED", observedAt: run.startedAt.toISOString() })], []);
}

/** The facts of a run that has ended. */
export function runFacts(run: RunBeginning, { end, metrics, outputs, model }: RunEnding): RunFacts {
  const { namespace } = run;
  const made = outputs.map((output) => ({ output, name: snapshotNameOf(namespace, output) }));
  const modelFacts = model ? describeModel(run, model, end) : { facts: [], hints: [] };
  const ended = recordRun(run, {
    status: end.status,
    observedAt: end.endedAt.toISOString(),
    endedAt: end.endedAt.toISOString(),
    metrics: metrics.map((metric) => metric),
    outputSnapshots: made.map(({ name }) => name),
  });
  return withContext(
    run,
    [...made.map(({ output, name }) => snapshotFact(name, output)), ended, ...modelFacts.facts],
    [...made.flatMap(({ output, name }) => snapshotHints(name, output)), ...modelFacts.hints],
  );
}

type RunInput = Extract<FactInput, { operation: "recordRun" }>["input"];

function recordRun(
  run: RunBeginning,
  ending: Pick<RunInput, "status" | "observedAt" | "endedAt" | "metrics" | "outputSnapshots">,
): FactInput {
  const {
    id,
    namespace,
    name,
    experiment,
    by,
    command,
    redaction,
    startedAt,
    inputs,
    parameters,
    code: { commit },
    environment: { environment },
  } = run;
  return {
    operation: "recordRun",
    input: {
      namespace,
      externalId: id,
      name,
      experiment,
      by,
      startedAt: startedAt.toISOString(),
      ...ending,
      command: commandLine(redaction.words([command.program, ...command.words]))
        .slice(0, maxCommandLength)
        .toWellFormed(),
      parameters: parameters.map(redaction.parameter),
      inputs: inputs.map((input) => ({ role: input.role, datasetSnapshot: snapshotNameOf(namespace, input) })),
      ...(commit && { codeCommit: { repository: commit.repository, sha: commit.sha } }),
      ...(environment && { environment: { digest: environment.digest } }),
    },
  };
}

function withContext(
  { namespace, inputs, code: { commit }, environment: { environment } }: RunBeginning,
  facts: readonly FactInput[],
  hints: readonly FactInput[],
): RunFacts {
  return {
    facts: [
      ...(commit ? [{ operation: "registerCodeCommit", input: commit } as const] : []),
      ...(environment ? [{ operation: "registerEnvironment", input: environment.fact } as const] : []),
      ...inputs.map((input) => snapshotFact(snapshotNameOf(namespace, input), input)),
      ...facts,
    ],
    hints: [...inputs.flatMap((input) => snapshotHints(snapshotNameOf(namespace, input), input)), ...hints],
  };
}

function describeModel(
  { id, namespace }: RunBeginning,
  { model, version, path, content }: NonNullable<RunEnding["model"]>,
  { endedAt }: CommandEnd,
): RunFacts {
  const name = { namespace, model, version: version ?? versionOf(content) };
  const about = (more: Partial<Extract<FactInput, { operation: "registerModelVersion" }>["input"]>): FactInput => ({
    operation: "registerModelVersion",
    input: { ...name, ...more },
  });
  return {
    facts: [
      about({
        producedBy: { namespace, externalId: id },
        artifactDigest: content.digest,
        artifactSizeBytes: content.sizeBytes,
      }),
    ],
    hints: [about({ artifactUri: path }), about({ createdAt: endedAt.toISOString() })],
  };
}
