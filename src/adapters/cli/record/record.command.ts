import { hostname, userInfo } from "node:os";
import type { Command } from "commander";
import { modelVersionKey, runKey } from "../../../core/shared/key.js";
import { type ModelRequest, readInput, type RecordRequest } from "../capture/record-request.js";
import { NotStartedError } from "../capture/run-command.js";
import { type RecordedRun, recordRun } from "../capture/record-run.js";
import type { SpoolReport } from "../capture/spool/send-spool.js";
import { versionOf } from "../capture/recorded-content.js";
import type { CommandContext } from "../command-context.js";
import { printable } from "../format/printable.js";
import { plural } from "../format/words.js";
import { asOption, collect, readIdentifier } from "../options.js";
import { describeTrouble, openRecorder, sendAll } from "./recorder.js";

interface RecordOptions {
  readonly as?: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly params: readonly string[];
  readonly metrics?: string;
  readonly model?: Pick<ModelRequest, "name" | "path">;
  readonly modelVersion?: string;
  readonly experiment?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly requirements?: string;
  readonly python?: string;
  readonly redact: readonly string[];
  readonly patch: boolean;
  readonly quiet?: boolean;
}

const examples = `
Examples:
  lineage record -- python train.py
  lineage record --input data/train.csv --output model.pkl --model churn -- python train.py
  lineage record --input data/train.csv:training --input data/test.csv:evaluation \\
    --params params.yaml --metrics metrics.json -- python train.py --fast
  lineage record --experiment credit --requirements requirements.txt --redact api_key -- ./train.sh

Records one run, whether the command succeeds, fails or is stopped: commit, uncommitted changes (as
a patch in .lineage/patches), packages, command line, parameters, metrics, times, and the content of
inputs before and outputs after the command. The exit code is that of the command. If the server is
not reachable, the run is kept in .lineage/spool until you send it with lineage sync. Secrets in the
command line or in parameters are recorded unless you mask them with --redact.`;

/** `lineage record`: runs a command and records its inputs and outputs. */
export function addRecordCommand(program: Command, context: CommandContext): void {
  program
    .command("record")
    .description("Run a command and record its code, data, environment, parameters, metrics and model")
    .argument("<command...>", "Command and its arguments, preferably after --")
    .passThroughOptions()
    .option(
      "--input <path[:role]>",
      'File or folder that the command reads; the role defaults to "training"; repeatable',
      collect,
      [],
    )
    .option("--output <path>", "File or folder that the command writes; repeatable", collect, [])
    .option("--params <file>", "YAML or JSON file with parameters; repeatable", collect, [])
    .option("--metrics <file>", "JSON or YAML file with metrics that the command writes")
    .option(
      "--model <name[=path]>",
      "Model that the output is a version of; the path is required if there are several outputs",
      readModel,
    )
    .option("--model-version <version>", "Model version (default: the first digits of its digest)")
    .option("--experiment <name>", "Experiment that the run belongs to", readIdentifier)
    .option("--name <name>", "Name of the run (default: its script)")
    .option(
      "--namespace <name>",
      "Namespace (default: the git remote, such as github.com/acme/churn, else the folder's name)",
      readIdentifier,
    )
    .option(
      "--requirements <file>",
      "Requirements, conda or lock file (default: the installed packages of the command's Python)",
    )
    .option("--python <interpreter>", "Python whose packages are recorded, if the command does not determine it")
    .option(
      "--redact <name>",
      "Mask the values of parameters and options with this name; * matches anything; repeatable",
      collect,
      [],
    )
    .option("--no-patch", "Record only the digest of uncommitted changes; do not keep a patch")
    .option("--quiet", "Print only warnings and errors")
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((words: string[], options: RecordOptions) => record(context, words, options));
}

async function record(
  context: CommandContext,
  [program = "", ...words]: readonly string[],
  options: RecordOptions,
): Promise<void> {
  const { terminal, connect, endWith } = context;
  const { principal } = connect(options.as).config;
  const { reader, spool, progress, project } = await openRecorder(context);
  const request = toRequest({ program, words }, options, project.folder, principal);
  try {
    const recorded = await recordRun(request, reader, spool);
    const report = await sendAll(context, spool);
    for (const line of [...(options.quiet ? [] : [describeRun(recorded, report)]), ...describeTrouble(report, spool)])
      terminal.say(printable(`lineage: ${line}`));
    endWith(recorded.end.exitCode);
  } catch (error) {
    if (!(error instanceof NotStartedError)) throw error;
    terminal.say(`error: ${printable(error.message)}`);
    endWith(error.exitCode);
  } finally {
    progress.stop();
  }
}

function toRequest(
  command: RecordRequest["command"],
  options: RecordOptions,
  folder: string,
  principal: string | null,
): RecordRequest {
  const {
    input,
    output,
    params,
    metrics,
    model,
    modelVersion,
    experiment,
    name,
    namespace,
    requirements,
    python,
    redact,
    patch,
  } = options;
  // The path of a model is always an output.
  const outputs = [...new Set([...output, ...(model && model.path !== null ? [model.path] : [])])];
  return {
    command,
    params,
    redact,
    principal,
    inputs: input.map((text) => readInput(text, folder)),
    outputs,
    model: model ? { ...model, version: modelVersion ?? null } : null,
    keepsPatch: patch,
    by: userAtHost(),
    metrics: metrics ?? null,
    experiment: experiment ?? null,
    name: name ?? null,
    namespace: namespace ?? null,
    requirements: requirements ?? null,
    python: python ?? null,
  };
}

function describeRun(
  { beginning, ending: { metrics, outputs, model }, end }: RecordedRun,
  { failure }: SpoolReport,
): string {
  const { namespace, id, inputs, parameters } = beginning;
  const counts = [
    plural(inputs.length, "input"),
    plural(outputs.length, "output"),
    plural(parameters.length, "parameter"),
    plural(metrics.length, "metric"),
  ].filter((count) => !count.startsWith("0 "));
  const made = model ? [modelVersionKey(namespace, model.model, model.version ?? versionOf(model.content))] : [];
  const parts = [...counts, ...made];
  return `${failure ? "kept" : "recorded"} ${runKey(namespace, id)} as ${end.status}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
}

function userAtHost(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // In a container, the user ID may have no name.
    return hostname();
  }
}

function readModel(text: string): Pick<ModelRequest, "name" | "path"> {
  const at = text.indexOf("=");
  return at < 0
    ? { name: readIdentifier(text), path: null }
    : { name: readIdentifier(text.slice(0, at)), path: text.slice(at + 1) };
}
