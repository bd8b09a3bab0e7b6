import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Presets, SingleBar } from "cli-progress";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ChainHead } from "../../../core/shared/hash-chain.js";
import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { plural } from "../format/words.js";
import { asOption } from "../options.js";
import type { Terminal } from "../terminal.js";
import { ChainCheck, type LedgerVerdict, formatClosing, formatEntry, verifyExport } from "./ledger-export.js";
import { addListCommand } from "./list.command.js";
import { readLedger } from "./ledger-reader.js";

interface LedgerOptions {
  readonly as?: string;
  readonly head?: ChainHead;
}

const examples = `
Examples:
  lineage ledger list --by jonas --since 2026-05-01T00:00:00Z
  lineage ledger list model churn@3                 what was written and decided about it
  lineage ledger export audit-2026-05.ndjson
  lineage ledger verify audit-2026-05.ndjson        without a server, wherever the file was taken
  lineage ledger verify                             the server's own, entry by entry
  lineage ledger verify --head 4711:9f86d081…       it must still hold what was noted then

Note the head that verify prints somewhere else: with --head even a ledger that was written anew as a whole is found out.
Exit code 3: the chain is broken; the first bad sequence is named.`;

/** `lineage ledger`: the record of every write, exported and checked. */
export function addLedgerCommand(program: Command, context: CommandContext): void {
  const ledger = program
    .command("ledger")
    .description("the hash-chained record of every write and decision: read it, export it, check it")
    .addHelpText("after", examples);
  addListCommand(ledger, context, examples);
  ledger
    .command("export")
    .description("write the whole ledger to a file, one JSON object a line, checking the chain on the way")
    .argument("<file>", "where to; it must not exist yet")
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((file: string, options: LedgerOptions) => exportLedger(context, file, options));
  ledger
    .command("verify")
    .description("check the whole chain of an export, or of the server's ledger")
    .argument("[file]", "an export; without it the server is asked")
    .addOption(
      new Option(
        "--head <sequence:hash>",
        "a head that was noted earlier, which the chain must pass through",
      ).argParser(readHead),
    )
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((file: string | undefined, options: LedgerOptions) => verifyLedger(context, file, options));
}

async function exportLedger(context: CommandContext, file: string, { as }: LedgerOptions): Promise<void> {
  if (existsSync(file)) throw new CliError(`${file} exists already; name another file, nothing is overwritten`);
  const check = new ChainCheck(null);
  const partial = `${file}.partial`;
  const output = createWriteStream(partial, { flags: "wx" });
  try {
    for await (const entry of followLedger(context.terminal, context.connect(as))) {
      check.follow(entry);
      if (!output.write(`${formatEntry(entry)}\n`)) await once(output, "drain");
    }
    output.end(`${formatClosing(check.head)}\n`);
    await once(output, "finish");
    // A file of that name is a whole export, whenever it is looked at.
    await rename(partial, file);
  } catch (error) {
    output.destroy();
    await rm(partial, { force: true });
    throw error;
  }
  tell(context, check.end(), `exported to ${file}`);
}

async function verifyLedger(
  context: CommandContext,
  file: string | undefined,
  { as, head }: LedgerOptions,
): Promise<void> {
  if (file !== undefined) {
    if (!existsSync(file)) throw new CliError(`${file} does not exist; make it with: lineage ledger export ${file}`);
    return tell(context, await verifyExport(file, head ?? null), `checked in ${file}`);
  }
  const check = new ChainCheck(head ?? null);
  for await (const entry of followLedger(context.terminal, context.connect(as))) check.follow(entry);
  tell(context, check.end(), "checked on the server");
}

async function* followLedger({ progress }: Terminal, api: ApiClient) {
  const bar =
    progress &&
    new SingleBar(
      {
        stream: progress,
        format: "reading {bar} {percentage} %  {value}/{total} entries  {eta_formatted}",
        barsize: 25,
        fps: 5,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
  bar?.start(1, 0);
  try {
    yield* readLedger(api, (done, total) => {
      bar?.setTotal(total);
      bar?.update(done);
    });
  } finally {
    bar?.stop();
  }
}

function tell({ terminal, endWith }: CommandContext, { head, problem, firstBad }: LedgerVerdict, done: string): void {
  terminal.say(`${plural(head.sequence, "entry", "entries")} ${done}`);
  if (problem === null) {
    terminal.answer(`The chain is intact. Head: ${head.sequence}:${head.hash}`);
  } else {
    terminal.answer(`The chain is BROKEN at sequence ${firstBad}: ${problem}`);
    endWith(exitCode.notAsRecorded);
  }
}

function readHead(text: string): ChainHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new InvalidArgumentError("Give a head as verify prints it: a sequence, a colon and 64 hexadecimal digits.");
  return { sequence: Number(sequence), hash };
}
