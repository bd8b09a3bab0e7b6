import { type Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import {
  type ArtifactMapping,
  type DeployedAlias,
  openMlflowStore,
  parseArtifactMapping,
  parseDeployedAlias,
} from "../../importers/mlflow/index.js";
import { identifier } from "../../../core/shared/fact-fields.js";
import type { ApiClient, Question } from "../client/api-client.js";
import type { CommandContext } from "../command-context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { printable } from "../format/printable.js";
import { FactSender } from "./fact-sender.js";
import { ImportProgressBar } from "./import-progress.js";
import {
  describeEnd,
  type ImportReport,
  problemsAsText,
  reportAsJson,
  reportAsText,
  shownProblems,
} from "./import-report.js";
import { ImportTally } from "./import-tally.js";
import { runImport } from "./run-import.js";
import { catchStopSignals, type StopSignals } from "./stop-signals.js";
import { asOption } from "../options.js";
import type { Terminal } from "../terminal.js";

interface ImportOptions {
  readonly as?: string;
  readonly namespace: string;
  readonly deployedAlias?: readonly DeployedAlias[];
  readonly artifacts?: readonly ArtifactMapping[];
  readonly skipDeleted?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const examples = `
Examples:
  lineage import mlflow ./mlflow.db
  lineage import mlflow ./mlruns --namespace credit-team
  lineage import mlflow ./mlflow.db --deployed-alias champion --deployed-alias canary=STAGING
  lineage import mlflow ./mlflow.db --artifacts s3://acme-ml/mlflow/=/mnt/acme-ml/mlflow
  lineage import mlflow ./mlflow.db --dry-run --json > report.json

The store is only read. Importing it again changes nothing, and completes an import that was stopped.
Exit codes: 0 all well; 1 nothing imported; 2 imported, with problems that are listed; 130 stopped by Ctrl-C.`;

/** Asked before a store is read, so that a wrong address is told at once. */
export const probeQuestion = {
  text: "query CliProbe { __typename }",
  answer: z.object({ __typename: z.string() }),
} satisfies Question<unknown>;

/** `lineage import mlflow`: what an MLflow store holds becomes lineage. */
export function addImportCommand(program: Command, context: CommandContext): void {
  program
    .command("import")
    .description("take in what another tool recorded")
    .command("mlflow")
    .description("import an MLflow tracking store and registry: mlflow.db (sqlite) or the folder mlruns")
    .argument("<path>", "mlflow.db or the folder mlruns")
    .option("--namespace <name>", "who owns the names in the store", readNamespace, "mlflow")
    .option(
      "--deployed-alias <alias[=STAGE]>",
      "take an alias or a legacy stage as a deployment, of stage PRODUCTION unless said; may be repeated",
      collect(parseDeployedAlias),
    )
    .option(
      "--artifacts <prefix=folder>",
      "where files whose addresses begin with the prefix lie here, for requirements and conda files; may be repeated",
      collect(parseArtifactMapping),
    )
    .option("--skip-deleted", "leave deleted runs and logged models out, instead of marking them")
    .option("--dry-run", "read and check everything, write nothing; needs no server")
    .option("--json", "the report as JSON, with every problem")
    .option("--quiet", "no progress, and a report of problems only")
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (path: string, options: ImportOptions) => {
      const { report, signals } = await importStore(context, path, options);
      showReport(context.terminal, report, options);
      context.endWith((report.end.kind === "interrupted" ? signals.code() : null) ?? codeOf(report));
    });
}

async function importStore(
  { terminal, connect }: CommandContext,
  path: string,
  options: ImportOptions,
): Promise<{ report: ImportReport; signals: StopSignals }> {
  const api = options.dryRun ? null : connect(options.as);
  await api?.ask(probeQuestion);
  const { namespace, deployedAlias: deployedAliases = [], skipDeleted = false, artifacts = [] } = options;
  const store = await openMlflowStore(path, { namespace, deployedAliases, skipDeleted, artifacts });
  const tally = new ImportTally(options.json ? Infinity : shownProblems);
  const progress = new ImportProgressBar(
    options.quiet ? null : terminal.progress,
    Object.values({ ...store.counts }).reduce((sum, count) => sum + count, 0),
  );
  const signals = catchStopSignals(() => {
    if (!options.quiet) terminal.say("\nStopping when what is under way is written; Ctrl-C again stops at once.");
  });
  const begun = performance.now();
  const onBatch = (): void => progress.update(store.progress.recordsRead, tally.importedCount);
  try {
    const sender = api && createSender(api, tally, progress, onBatch, signals.stopped);
    const end = await runImport({ store, tally, sender, stopped: signals.stopped, onBatch });
    onBatch();
    return {
      report: { store, namespace, server: api && api.config, tally, end, seconds: (performance.now() - begun) / 1_000 },
      signals,
    };
  } finally {
    progress.stop();
    signals.release();
    store.close();
  }
}

function createSender(
  api: ApiClient,
  tally: ImportTally,
  progress: ImportProgressBar,
  onBatch: () => void,
  stopped: AbortSignal,
): FactSender {
  return new FactSender(
    api,
    {
      onOutcomes: (batch, outcomes) => {
        tally.addOutcomes(batch, outcomes);
        progress.note("");
        onBatch();
      },
      onRetry: (error, delayMs) =>
        progress.note(`server not ready (${error.code}), again in ${Math.ceil(delayMs / 1_000)} s`),
    },
    stopped,
  );
}

function showReport(terminal: Terminal, report: ImportReport, { json, quiet }: ImportOptions): void {
  if (json) terminal.answer(JSON.stringify(reportAsJson(report), null, 2));
  else if (!quiet) terminal.answer(reportAsText(report, terminal));
  else if (report.tally.problemCount > 0) terminal.say(problemsAsText(report.tally));
  const end = describeEnd(report);
  if (end !== null) terminal.say(`error: ${printable(end)}`);
}

/** The exit code that an import ends with when no signal stopped it. */
export function codeOf({ server, tally, end }: Pick<ImportReport, "server" | "tally" | "end">): ExitCode {
  const doneCount = server === null ? tally.readCount : tally.importedCount;
  if (doneCount === 0) return exitCode.failed;
  return end.kind === "completed" && tally.problemCount === 0 ? exitCode.done : exitCode.importedWithProblems;
}

function readNamespace(text: string): string {
  const issue = identifier.safeParse(text).error?.issues[0];
  if (issue) throw new InvalidArgumentError(`The namespace ${JSON.stringify(text)} cannot be used: ${issue.message}.`);
  return text;
}

function collect<T>(read: (text: string) => T): (text: string, before: readonly T[] | undefined) => T[] {
  return (text, before = []) => [...before, read(text)];
}
