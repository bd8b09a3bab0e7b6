import { Command, CommanderError } from "commander";
import { ApiClient } from "./client/api-client.js";
import { CliError } from "./cli-error.js";
import { type CliEnvironment, readClientConfig } from "./client-config.js";
import type { CommandContext } from "./command-context.js";
import { exitCode } from "./exit-code.js";
import { printable } from "./format/printable.js";
import { addCompareCommand } from "./comparison/compare.command.js";
import { addDeletionCommand } from "./deletion/deletion.command.js";
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

/** What a run of the CLI depends on. */
export interface CliSurroundings {
  readonly terminal: Terminal;
  readonly environment: CliEnvironment;
  readonly version: string;
  readonly serve: CommandContext["serve"];
}

const help = `
Names:
  credit/train@v3, train@v3     a snapshot: dataset and version
  model churn@champion          a model version: model and version or alias
  run <id>, commit <sha>        a run by its id, a commit by the beginning of its sha
  snapshot:acme/train@v3        a key, as every answer shows it; or a global id of GraphQL
  package requests<2.32         for impact: every environment that installs it; quote it in a shell
  A name that may mean several things lists them, with their keys.

Exit codes:
  0    done
  1    not done: wrong usage, nothing of that name, no server, a server that refuses, nothing imported
  2    import, sync, snapshot: done, with problems that are listed
  3    impact --fail-on: that severity or a worse one was found, or the answer is PARTIAL;
       reproduce --fail-on: that verdict or a worse one; verify: not everything is as recorded;
       deletion: something stands against it, or it has changed since the plan was looked at;
       release deploy, rollback: refused, for the reasons that the answer has
  4    deletion plan: whether it may be deleted is not known
  130  stopped by Ctrl-C (143: by SIGTERM)
  record ends with the exit code of the command that it runs

Environment:
  LINEAGE_URL   where the server is (default: http://127.0.0.1:4000)
  NO_COLOR      no colours on a terminal

Examples:
  lineage serve
  lineage record --input data/train.csv --output model.pkl --model churn -- python train.py
  lineage import mlflow ./mlflow.db --deployed-alias champion
  lineage impact credit/train@v3 --fail-on serving-production
  lineage deletion plan credit/train@v1
  lineage help impact`;

/** Runs one command line to its end. */
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

function createProgram(
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
    .description("What depends on what in machine learning: data, code, environments, runs, models, deployments.")
    .version(version, "-V, --version", "the version of this program")
    .helpCommand("help [command]", "help on a command")
    .showSuggestionAfterError()
    .showHelpAfterError("Try: lineage --help")
    .configureHelp({ showGlobalOptions: false })
    // So that the options of a recorded command are its own.
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
    addLineageCommand,
    addShowCommand,
    addSearchCommand,
    addRunsCommand,
    addReproduceCommand,
    addCompareCommand,
    addServedCommand,
    addReleaseCommand,
    addRollbackCommand,
    addEndpointCommand,
    addNoteCommand,
    addRecallCommand,
    addLedgerCommand,
  ])
    add(program, context);
  return program;
}

/** Errors made for people say all there is to say; of anything else the stack is what helps. */
function describeError(error: unknown): string {
  if (error instanceof CliError || error instanceof AppError)
    return error.message.split("\n").map(printable).join("\n");
  return error instanceof Error
    ? `${error.stack ?? error.message}\nThis is a defect of lineage; please report it with the lines above.`
    : String(error);
}
