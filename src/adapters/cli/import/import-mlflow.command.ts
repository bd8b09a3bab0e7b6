import { type Command, InvalidArgumentError } from "commander";
import {
  type ArtifactMapping,
  type DeployedAlias,
  parseArtifactMapping,
  parseDeployedAlias,
} from "../../importers/mlflow/import-options.js";
import { nothingRecorded } from "../../importers/mlflow/facts/followed-deployment.js";
import { openMlflowStore } from "../../importers/mlflow/open-mlflow-store.js";
import { identifier } from "../../../core/shared/fact-fields.js";
import type { ApiClient } from "../client/api-client.js";
import type { CommandContext } from "../command-context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { printable } from "../format/printable.js";
import { graphql } from "../generated/gql.js";
import { FactSender } from "./fact-sender.js";
import { ImportProgressBar } from "./import-progress.js";
import {
  describeEnd,
  type ImportReport,
  problemsAsText,
  reportAsJson,
  reportAsText,
  shownProblems,
  warningsAsText,
} from "./import-report.js";
import { ImportTally } from "./import-tally.js";
import { recordedServing } from "./recorded-serving.js";
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

The store is never written to. Importing it again changes nothing, or completes an interrupted
import. The exit code is 0 on success, also with warnings, 1 if nothing was imported, 2 if there
were problems, which are listed, and 130 if interrupted by Ctrl-C.`;

/** Sent before the store is read, so that a wrong address is reported immediately. */
export const probeQuestion = graphql(`
  query CliProbe {
    __typename
  }
`);

/** `lineage import mlflow`: imports an MLflow store. */
export function addImportCommand(program: Command, context: CommandContext): void {
  program
    .command("import")
    .description("Import records of another tool")
    .command("mlflow")
    .description("Import an MLflow tracking store and model registry")
    .argument("<path>", "Path of mlflow.db (SQLite) or of the folder mlruns")
    .option("--namespace <name>", "Namespace for everything in the store", readNamespace, "mlflow")
    .option(
      "--deployed-alias <alias[=STAGE]>",
      "Alias or legacy stage that marks a deployment; the stage defaults to PRODUCTION; repeatable",
      collect(parseDeployedAlias),
    )
    .option(
      "--artifacts <prefix=folder>",
      "Local folder of the files whose address starts with the prefix, to read requirements; repeatable",
      collect(parseArtifactMapping),
    )
    .option("--skip-deleted", "Omit deleted runs and logged models instead of marking them as deleted")
    .option("--dry-run", "Read and validate the store without writing anything; needs no server")
    .option("--json", "Print the report as JSON, with all problems")
    .option("--quiet", "Print only problems and warnings")
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
  const recorded = api ? recordedServing(api) : nothingRecorded;
  const store = await openMlflowStore(path, { namespace, deployedAliases, skipDeleted, artifacts, recorded });
  const tally = new ImportTally(options.json ? Infinity : shownProblems);
  const progress = new ImportProgressBar(
    options.quiet ? null : terminal.progress,
    Object.values({ ...store.counts }).reduce((sum, count) => sum + count, 0),
  );
  const signals = catchStopSignals(() => {
    if (!options.quiet)
      terminal.say("\nStopping after the batches in progress. Press Ctrl-C again to stop immediately.");
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
        progress.note(`server not ready (${error.code}), retrying in ${Math.ceil(delayMs / 1_000)} s`),
    },
    stopped,
  );
}

function showReport(terminal: Terminal, report: ImportReport, { json, quiet }: ImportOptions): void {
  if (json) terminal.answer(JSON.stringify(reportAsJson(report), null, 2));
  else if (!quiet) terminal.answer(reportAsText(report, terminal));
  else for (const text of [problemsAsText(report.tally), warningsAsText(report.tally)]) if (text) terminal.say(text);
  const end = describeEnd(report);
  if (end !== null) terminal.say(`error: ${printable(end)}`);
}

/** The exit code of an import that was not interrupted by a signal. */
export function codeOf({ server, tally, end }: Pick<ImportReport, "server" | "tally" | "end">): ExitCode {
  const doneCount = server === null ? tally.readCount : tally.importedCount;
  if (doneCount === 0) return exitCode.failed;
  return end.kind === "completed" && tally.problemCount === 0 ? exitCode.done : exitCode.importedWithProblems;
}

function readNamespace(text: string): string {
  const issue = identifier.safeParse(text).error?.issues[0];
  if (issue) throw new InvalidArgumentError(`${JSON.stringify(text)} is not a valid namespace: ${issue.message}.`);
  return text;
}

function collect<T>(read: (text: string) => T): (text: string, before: readonly T[] | undefined) => T[] {
  return (text, before = []) => [...before, read(text)];
}
