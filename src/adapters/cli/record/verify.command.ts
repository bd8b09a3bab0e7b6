import { resolve } from "node:path";
import type { Command } from "commander";
import { type ContentReader, type Verdict, verifyContent } from "../capture/index.js";
import { findNode } from "../client/find-node.js";
import { CliError } from "../cli-error.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { kindWords, plural } from "../format/words.js";
import { asOption, formatOption } from "../options.js";
import { openRecorder } from "./recorder.js";
import { recordedContents, type RecordedNode, verifyQuestion } from "./recorded-node.js";

interface VerifyOptions {
  readonly as?: string;
  readonly path?: string;
  readonly format: Format;
}

/** What was recorded, and how it is now. */
interface VerifiedNode extends RecordedNode {
  readonly verdict: Verdict;
  readonly note: string;
}

const examples = `
Examples:
  lineage verify data/train.csv@1f2e3d4c5b6a
  lineage verify train@v3 --path /mnt/copy/train.csv
  lineage verify run 20260502T100000Z-8f14e45f
  lineage verify model churn@champion && ./deploy.sh

Of a run, its inputs and outputs are compared with what lies at the recorded paths; of a model version, its files and what it
was trained on. Exit codes: 0 everything is as recorded; 3 something is CHANGED or MISSING, or has NO DIGEST to compare with.`;

/** `lineage verify`: whether local files are what was recorded. */
export function addVerifyCommand(program: Command, context: CommandContext): void {
  program
    .command("verify")
    .description("compare local files with the digests that were recorded")
    .argument("<name...>", "a snapshot, a run or a model version: a key, a global id or a loose name")
    .option("--path <path>", "where the snapshot's or model version's files lie here")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], options: VerifyOptions) => {
      const verified = await verify(context, words, options);
      showAnswer(context.terminal, options.format, verifyAnswer(words.join(" "), verified));
      if (verified.some(({ verdict }) => verdict !== "OK")) context.endWith(exitCode.notAsRecorded);
    });
}

async function verify(
  context: CommandContext,
  words: readonly string[],
  { as, path }: VerifyOptions,
): Promise<VerifiedNode[]> {
  const api = context.connect(as);
  const { key, kind } = await findNode(api, words, ["DATASET_SNAPSHOT", "RUN", "MODEL_VERSION"]);
  if (kind !== "DATASET_SNAPSHOT" && kind !== "RUN" && kind !== "MODEL_VERSION")
    throw new CliError(
      `${key} is ${kindWords[kind]}, which has no files to compare; name a snapshot, a run or a model version`,
    );
  if (path !== undefined && kind === "RUN")
    throw new CliError(`${key} has several inputs and outputs, so that --path cannot be used; verify them one by one`);
  const { lineageNode } = await api.ask(verifyQuestion, { key });
  const { reader, progress } = await openRecorder(context);
  try {
    return await verifyAll(reader, recordedContents(lineageNode, key, path === undefined ? null : resolve(path)));
  } finally {
    progress.stop();
    await reader.cache.save().catch(() => undefined);
  }
}

async function verifyAll(
  { project, cache, onDigested }: ContentReader,
  recorded: readonly RecordedNode[],
): Promise<VerifiedNode[]> {
  const verified: VerifiedNode[] = [];
  for (const one of recorded) {
    const found = await verifyContent(project, one, cache, (done, total) =>
      onDigested(one.path ?? one.key, done, total),
    );
    verified.push({ ...one, ...found });
  }
  return verified;
}

/** What was compared, as a person wants it. */
function verifyAnswer(name: string, verified: readonly VerifiedNode[]): Answer<VerifiedNode> {
  const others = verified.filter(({ verdict }) => verdict !== "OK").length;
  const verdict =
    verified.length === 0
      ? "has nothing to compare"
      : others === 0
        ? `is as recorded: ${plural(verified.length, "content")}`
        : `is not as recorded: ${others} of ${plural(verified.length, "content")}`;
  return {
    headline: [`${name} ${verdict}`],
    columns,
    rows: verified,
    summary: [],
    warnings: [],
    json: { name, verified },
  };
}

const columns: readonly Column<VerifiedNode>[] = [
  {
    name: "verdict",
    value: ({ verdict }) => verdict,
    color: (text, { verdict }, { green, red, yellow }) =>
      verdict === "OK" ? green(text) : verdict === "NO DIGEST" ? yellow(text) : red(text),
  },
  { name: "role", value: ({ role }) => role },
  { name: "path", value: ({ path }) => path ?? "" },
  { name: "key", value: ({ key }) => key },
  { name: "note", value: ({ note }) => note, isText: true },
];
