import { Command, CommanderError } from "commander";
import { ApiClient } from "./client/api-client.js";
import { CliError } from "./cli-error.js";
import { type CliEnvironment, readClientConfig } from "./client-config.js";
import type { CommandContext } from "./command-context.js";
import { exitCode } from "./exit-code.js";
import { describeHelp, helpWidth, optionDescription } from "./help.js";
import { printable } from "./format/printable.js";
import { addCompareCommand } from "./comparison/compare.command.js";
import { addDeletionCommand } from "./deletion/deletion.command.js";
import { addRestoreCommand } from "./deletion/restore.command.js";
import { addRetractCommand } from "./retraction/retract.command.js";
import { addSameDatasetCommand } from "./retraction/same-dataset.command.js";
import { addDeploymentCommand } from "./deployment/deployment.command.js";
import { addEndpointCommand } from "./endpoint/endpoint.command.js";
import { addImpactCommand } from "./impact/impact.command.js";
import { addImportCommand } from "./import/import-mlflow.command.js";
import { addLedgerCommand } from "./ledger/ledger.command.js";
import { addLineageCommand } from "./lineage/lineage.command.js";
import { addNoteCommand } from "./node/note.command.js";
import { addRecallCommand } from "./recall/recall.command.js";
import { addReleaseCommand } from "./release/release.command.js";
import { addReproduceCommand } from "./reproduction/reproduce.command.js";
import { addRecordCommand } from "./record/record.command.js";
import { addRunsCommand } from "./runs/runs.command.js";
import { addRollbackCommand } from "./rollback/rollback.command.js";
import { addSearchCommand } from "./node/search.command.js";
import { addServeCommand } from "./serve/serve.command.js";
import { addServedCommand } from "./served/served.command.js";
import { addShowCommand } from "./node/show.command.js";
import { addSnapshotCommand } from "./record/snapshot.command.js";
import { addSyncCommand } from "./record/sync.command.js";
import { addVerifyCommand } from "./record/verify.command.js";
import { AppError } from "../../core/shared/errors.js";
import type { Terminal } from "./terminal.js";

/** Everything outside of this process that the CLI depends on. */
export interface CliSurroundings {
  readonly terminal: Terminal;
  readonly environment: CliEnvironment;
  readonly version: string;
  readonly serve: CommandContext["serve"];
}

const help = `
Names:
  credit/train@v3, train@v3     A snapshot: dataset and version
  model churn@champion          A model version: model and version or alias
  run <id>, commit <sha>        A run by its ID, a commit by the first digits of its SHA
  snapshot:acme/train@v3        Anything by its key, as shown in answers, or by its GraphQL ID
  "package requests<2.32"       For impact and recall: every environment that installs it
  If a name is ambiguous, the command lists the keys of everything that it may refer to.

Exit codes:
  0    Success
  1    Failure: usage error, name not found, server not reachable, request rejected
  2    import, sync, snapshot: completed with problems, which are listed
  3    impact --fail-on: this severity or a worse one was found, or the answer is PARTIAL
       reproduce --fail-on: the verdict is this one or a worse one
       verify, ledger verify: the content does not match the record
       deletion: blocked, not confirmed, or changed since the plan was shown
       release deploy, rollback: refused or not confirmed; the answer gives the reasons
       recall show: tasks are open
  4    deletion plan: it is unknown whether the deletion is allowed
  130  Interrupted by Ctrl-C (143: terminated by SIGTERM)
  record exits with the exit code of the command that it runs.

Environment:
  LINEAGE_URL   Address of the server (default: http://127.0.0.1:4000)
  NO_COLOR      Disables colors if set

Examples:
  lineage serve
  lineage record --input data/train.csv --output model.pkl --model churn -- python train.py
  lineage import mlflow ./mlflow.db --deployed-alias champion
  lineage impact credit/train@v3 --fail-on serving-production
  lineage deletion plan credit/train@v1
  lineage help impact`;

/** Runs one command line and returns its exit code. */
export async function runCli(words: readonly string[], surroundings: CliSurroundings): Promise<number> {
  let code: number = exitCode.done;
  try {
    const program = createProgram(surroundings, (ended) => {
      code = ended;
    });
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.failed;
    surroundings.terminal.say(`error: ${describeError(error)}`);
    return exitCode.failed;
  }
}

/** The command tree of the CLI. */
export function createProgram(
  { terminal, environment, version, serve }: CliSurroundings,
  endWith: CommandContext["endWith"],
): Command {
  const context: CommandContext = {
    terminal,
    endWith,
    serve,
    connect: (as) => new ApiClient(readClientConfig(environment, as)),
  };
  const program = new Command("lineage")
    .description("Track machine-learning lineage: data, code, environments, runs, models and deployments")
    .version(version, "-V, --version", "Show the version of lineage")
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: false, optionDescription })
    .configureOutput({
      writeOut: (text) => terminal.answer(text.trimEnd()),
      writeErr: (text) => terminal.say(text.trimEnd()),
      getOutHelpWidth: () => helpWidth(terminal),
      getErrHelpWidth: () => helpWidth(terminal),
    })
    // Options after the command of `record` belong to that command.
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText("after", help);
  for (const add of [
    addServeCommand,
    addRecordCommand,
    addSnapshotCommand,
    addSyncCommand,
    addVerifyCommand,
    addImportCommand,
    addImpactCommand,
    addDeletionCommand,
    addRestoreCommand,
    addRetractCommand,
    addSameDatasetCommand,
    addLineageCommand,
    addShowCommand,
    addSearchCommand,
    addRunsCommand,
    addReproduceCommand,
    addCompareCommand,
    addServedCommand,
    addReleaseCommand,
    addRollbackCommand,
    addDeploymentCommand,
    addEndpointCommand,
    addNoteCommand,
    addRecallCommand,
    addLedgerCommand,
  ])
    add(program, context);
  describeHelp(program);
  return program;
}

/** The message is enough for errors meant for users; for any other error, the stack is needed. */
function describeError(error: unknown): string {
  if (error instanceof CliError || error instanceof AppError)
    return error.message.split("\n").map(printable).join("\n");
  return error instanceof Error
    ? `${error.stack ?? error.message}\nThis is a bug in lineage. Please report it with the lines above.`
    : String(error);
}
