import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { checkFacts } from "../capture/spool/spool-entry.js";
import { type ContentReader, readContent } from "../capture/watched-content.js";
import { type RecordedContent, type SnapshotName, snapshotNameOf } from "../capture/recorded-content.js";
import type { SentFact } from "../capture/spool/send-spool.js";
import { snapshotEntry } from "../capture/capture-snapshot.js";
import { parseKey, snapshotKey } from "../../../core/shared/key.js";
import { findNode } from "../client/find-node.js";
import { CliError } from "../cli-error.js";
import type { CommandContext } from "../command-context.js";
import { printable } from "../format/printable.js";
import { formatBytes, plural } from "../format/words.js";
import { asOption, collect, readIdentifier } from "../options.js";
import { describeTrouble, openRecorder, sendAll } from "./recorder.js";
import { exitCode } from "../exit-code.js";

interface SnapshotOptions {
  readonly as?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly derivedFrom: readonly string[];
}

const examples = `
Examples:
  lineage snapshot data/train.csv
  lineage snapshot data/images --name images
  lineage snapshot data/clean.csv --derived-from data/raw.csv

The version is the beginning of the SHA-256 of the content, so unchanged content keeps its key. The
digest of a folder covers the names and contents of everything in it. If the server is not
reachable, the snapshot is kept in .lineage/spool until you send it with lineage sync.`;

/** `lineage snapshot`: registers a file or a folder as a snapshot. */
export function addSnapshotCommand(program: Command, context: CommandContext): void {
  program
    .command("snapshot")
    .description("Register a file or folder as a dataset snapshot and print its key")
    .argument("<path>", "File or folder to register")
    .option("--name <dataset>", "Name of the dataset (default: its path in the project)", readIdentifier)
    .option(
      "--namespace <name>",
      "Namespace (default: the git remote, such as github.com/acme/churn, else the folder's name)",
      readIdentifier,
    )
    .option("--derived-from <snapshot>", "Upstream snapshot: a path, key or name; repeatable", collect, [])
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((path: string, options: SnapshotOptions) => snapshot(context, path, options));
}

async function snapshot(context: CommandContext, path: string, options: SnapshotOptions): Promise<void> {
  const { terminal, connect, endWith } = context;
  const { principal } = connect(options.as).config;
  const { reader, spool, progress, project } = await openRecorder(context);
  const namespace = options.namespace ?? project.namespace;
  const content = await readContent(reader, path);
  const name = snapshotNameOf(namespace, content, options.name);
  const derivedFrom: { name: SnapshotName; content: RecordedContent | null }[] = [];
  for (const text of options.derivedFrom) derivedFrom.push(await readUpstream(context, reader, namespace, text));
  progress.stop();
  await reader.cache.save().catch(() => undefined);
  const entry = snapshotEntry({ name, content, derivedFrom, principal });
  checkFacts(entry.facts);
  await spool.keep(entry);
  const report = await sendAll(context, spool);
  terminal.answer(snapshotKey(name.namespace, name.dataset, name.version));
  const { sizeBytes, fileCount, unchangedCount } = content.content;
  const what = `${plural(fileCount, "file")}, ${formatBytes(sizeBytes)}${unchangedCount > 0 ? `, ${unchangedCount} unchanged` : ""}`;
  terminal.say(`${describeOutcome(report.sent.find(({ id }) => id === entry.id)?.facts.at(-1))} (${what})`);
  for (const line of describeTrouble(report, spool)) terminal.say(printable(line));
  if (report.rejected.length > 0) endWith(exitCode.importedWithProblems);
}

function describeOutcome(outcome: SentFact | undefined): string {
  switch (outcome?.status) {
    case undefined:
      return "not sent";
    case "NEW":
      return "registered";
    case "CHANGED":
      return "already registered; details added";
    case "UNCHANGED":
      return "already registered";
    case "REJECTED":
      return "rejected";
  }
}

/** Resolves a key, or a path to its content. Any other name is resolved by the server. */
async function readUpstream(
  { connect }: CommandContext,
  reader: ContentReader,
  namespace: string,
  text: string,
): Promise<{ name: SnapshotName; content: RecordedContent | null }> {
  const given = snapshotOfKey(text);
  if (given) return { name: given, content: null };
  if (existsSync(resolve(reader.project.folder, text))) {
    const content = await readContent(reader, text);
    return { name: snapshotNameOf(namespace, content), content };
  }
  const found = snapshotOfKey((await findNode(connect(), [text], ["DATASET_SNAPSHOT"])).key);
  if (!found) throw new CliError(`--derived-from ${text} is not a snapshot`);
  return { name: found, content: null };
}

function snapshotOfKey(text: string): SnapshotName | null {
  const key = parseKey(text);
  if (key?.kind !== "snapshot" || key.namespace === undefined || key.name === undefined || key.version === undefined)
    return null;
  return { namespace: key.namespace, dataset: key.name, version: key.version };
}
