import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import {
  checkFacts,
  type ContentReader,
  readContent,
  type RecordedContent,
  type SentFact,
  snapshotEntry,
  type SnapshotName,
  snapshotNameOf,
} from "../capture/index.js";
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

The version is the beginning of the content's SHA-256, so that unchanged content has the key that it had. A folder's digest
covers the names and contents of all that is in it. Without a server it is kept in .lineage/spool, and lineage sync sends it.`;

/** `lineage snapshot`: registers a file or a folder as a data version. */
export function addSnapshotCommand(program: Command, context: CommandContext): void {
  program
    .command("snapshot")
    .description("register a file or a folder as a data version, and print its key")
    .argument("<path>", "the file or folder")
    .option("--name <dataset>", "what the dataset is called (default: its path in the project)", readIdentifier)
    .option(
      "--namespace <name>",
      "who owns the name (default: the git remote, such as github.com/acme/churn, else the folder's name)",
      readIdentifier,
    )
    .option("--derived-from <snapshot>", "an upstream snapshot: a path, a key or a name; may be repeated", collect, [])
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
  const what = `${plural(fileCount, "file")}, ${formatBytes(sizeBytes)}${unchangedCount > 0 ? `, ${unchangedCount} not read again` : ""}`;
  terminal.say(`${describeOutcome(report.sent.find(({ id }) => id === entry.id)?.facts.at(-1))} (${what})`);
  for (const line of describeTrouble(report, spool)) terminal.say(printable(line));
  if (report.rejected.length > 0) endWith(exitCode.importedWithProblems);
}

function describeOutcome(outcome: SentFact | undefined): string {
  switch (outcome?.status) {
    case undefined:
      return "kept until there is a server";
    case "NEW":
      return "registered";
    case "CHANGED":
      return "known, and more is known of it now";
    case "UNCHANGED":
      return "unchanged: it was registered before";
    case "REJECTED":
      return "refused";
  }
}

/** A key stands for itself, and a path for what lies there; anything else only the server knows. */
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
  if (!found) throw new CliError(`--derived-from ${text} is no snapshot; data is derived from data`);
  return { name: found, content: null };
}

function snapshotOfKey(text: string): SnapshotName | null {
  const key = parseKey(text);
  if (key?.kind !== "snapshot" || key.namespace === undefined || key.name === undefined || key.version === undefined)
    return null;
  return { namespace: key.namespace, dataset: key.name, version: key.version };
}
