import { hostname, userInfo } from "node:os";
import type { Command } from "commander";
import { modelVersionKey, runKey } from "../../../core/shared/key.js";
import {
  type ModelRequest,
  NotStartedError,
  readInput,
  type RecordedRun,
  recordRun,
  type RecordRequest,
  type SpoolReport,
} from "../capture/index.js";
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
  lineage record --input data/train.csv:training --input data/test.csv:evaluation --params params.yaml --metrics metrics.json -- python train.py --fast
  lineage record --experiment credit --requirements requirements.txt --redact api_key -- ./train.sh

Recorded as one run, whether the command succeeds, fails or is stopped: commit, changes beyond it (as a patch in
.lineage/patches), packages, command line, parameters, metrics, times, and the content of inputs before and outputs after.
The exit code is the command's own. Without a server the run is kept in .lineage/spool, and lineage sync sends it.
Secrets in the command line or in parameters are recorded as they are, unless --redact names them.`;

/** `lineage record`: runs a command and records what went into it and what came out. */
export function addRecordCommand(program: Command, context: CommandContext): void {
  program
    .command("record")
    .description("run a command and record it as a run: code, data, environment, parameters, metrics, model")
    .argument("<command...>", "the command and its words; best after --")
    .passThroughOptions()
    .option(
      "--input <path[:role]>",
      "a file or folder that the command reads, of role training unless said; may be repeated",
      collect,
      [],
    )
    .option("--output <path>", "a file or folder that the command writes; may be repeated", collect, [])
    .option("--params <file>", "parameters, as YAML or JSON; may be repeated", collect, [])
    .option("--metrics <file>", "metrics that the command writes, as JSON or YAML")
    .option(
      "--model <name[=path]>",
      "the output is a version of this model; name the path where there are several",
      readModel,
    )
    .option("--model-version <version>", "the model version (default: the first digits of its digest)")
    .option("--experiment <name>", "the name that groups the run with others", readIdentifier)
    .option("--name <name>", "what the run is called (default: its script)")
    .option(
      "--namespace <name>",
      "who owns the names (default: the git remote, such as github.com/acme/churn, else the folder's name)",
      readIdentifier,
    )
    .option(
      "--requirements <file>",
      "a requirements or conda file (default: what is installed for the command's Python)",
    )
    .option("--python <interpreter>", "the Python whose packages are recorded, where the command does not show it")
    .option(
      "--redact <name>",
      "do not record the value of parameters and options of this name; * stands for anything; may be repeated",
      collect,
      [],
    )
    .option("--no-patch", "do not keep uncommitted changes as a patch, only their digest")
    .option("--quiet", "say nothing but warnings and errors")
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
  // The path of a model is an output, said so or not.
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
    // A container may run under a user id that has no name.
    return hostname();
  }
}

function readModel(text: string): Pick<ModelRequest, "name" | "path"> {
  const at = text.indexOf("=");
  return at < 0
    ? { name: readIdentifier(text), path: null }
    : { name: readIdentifier(text.slice(0, at)), path: text.slice(at + 1) };
}
