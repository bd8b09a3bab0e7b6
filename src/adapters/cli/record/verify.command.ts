import { resolve } from "node:path";
import type { Command } from "commander";
import type { ContentReader } from "../capture/watched-content.js";
import { type Verdict, verifyContent } from "../capture/verify-content.js";
import { findNode } from "../client/find-node.js";
import { CliError } from "../cli-error.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { kindWords } from "../format/words.js";
import { asOption, formatOption } from "../options.js";
import { openRecorder } from "./recorder.js";
import { recordedContents, type RecordedNode, verifyQuestion } from "./recorded-node.js";

interface VerifyOptions {
  readonly as?: string;
  readonly path?: string;
  readonly format: Format;
}

/** Recorded content with its verdict. */
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

For a run, verifies its inputs and outputs at the recorded paths; for a model version, its files and
the inputs of its run. The exit code is 0 if all content matches the record, and 3 if any is CHANGED
or MISSING or has NO DIGEST.`;

/** `lineage verify`: compares local files with their recorded digests. */
export function addVerifyCommand(program: Command, context: CommandContext): void {
  program
    .command("verify")
    .description("Compare local files with their recorded digests")
    .argument("<name...>", "Key, global ID or name of a snapshot, run or model version")
    .option("--path <path>", "Local path of the files of the snapshot or model version")
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
    throw new CliError(`${key} has no files to verify (${kindWords[kind]}). Specify a snapshot, run or model version`);
  if (path !== undefined && kind === "RUN")
    throw new CliError(
      `--path cannot be used with a run, which has several inputs and outputs. Verify them one by one`,
    );
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

/** The verdict of each content and of all together. */
function verifyAnswer(name: string, verified: readonly VerifiedNode[]): Answer<VerifiedNode> {
  const others = verified.filter(({ verdict }) => verdict !== "OK").length;
  const verdict =
    verified.length === 0
      ? "has no content to verify"
      : others === 0
        ? `matches the record: ${verified.length} of ${verified.length}`
        : `does not match the record: ${verified.length - others} of ${verified.length}`;
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
