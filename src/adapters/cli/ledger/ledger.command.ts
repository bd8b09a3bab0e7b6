import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ChainHead } from "../../../core/shared/hash-chain.js";
import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import type { CommandContext } from "../command-context.js";
import { createProgressBar } from "../format/progress-bar.js";
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
  lineage ledger list model churn@3                 Entries about one node
  lineage ledger export audit-2026-05.ndjson
  lineage ledger verify audit-2026-05.ndjson        An export; needs no server
  lineage ledger verify                             The ledger of the server
  lineage ledger verify --head 4711:9f86d081…       The ledger must contain this earlier head

Store the head that verify prints in another system. With --head, verify detects even a ledger that
was rewritten completely. The exit code is 3 if the chain is broken.`;

/** `lineage ledger`: lists, exports and verifies the record of every write. */
export function addLedgerCommand(program: Command, context: CommandContext): void {
  const ledger = program
    .command("ledger")
    .description("List, export and verify the hash-chained record of every write and decision")
    .addHelpText("after", examples);
  addListCommand(ledger, context, examples);
  ledger
    .command("export")
    .description("Export the ledger to a file, one JSON object per line, and verify its chain")
    .argument("<file>", "File to create; must not exist")
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((file: string, options: LedgerOptions) => exportLedger(context, file, options));
  ledger
    .command("verify")
    .description("Verify the chain of an export or of the server's ledger")
    .argument("[file]", "Exported file (default: the server's ledger)")
    .addOption(new Option("--head <sequence:hash>", "Earlier head that the chain must contain").argParser(readHead))
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((file: string | undefined, options: LedgerOptions) => verifyLedger(context, file, options));
}

async function exportLedger(context: CommandContext, file: string, { as }: LedgerOptions): Promise<void> {
  if (existsSync(file)) throw new CliError(`${file} already exists and is not overwritten. Choose another file name`);
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
    // The file gets its name only when the export is complete.
    await rename(partial, file);
  } catch (error) {
    output.destroy();
    await rm(partial, { force: true });
    throw error;
  }
  report(context, check.end(), `exported to ${file}`);
}

async function verifyLedger(
  context: CommandContext,
  file: string | undefined,
  { as, head }: LedgerOptions,
): Promise<void> {
  if (file !== undefined) {
    if (!existsSync(file)) throw new CliError(`${file} does not exist. Create it with: lineage ledger export ${file}`);
    return report(context, await verifyExport(file, head ?? null), `verified in ${file}`);
  }
  const check = new ChainCheck(head ?? null);
  for await (const entry of followLedger(context.terminal, context.connect(as))) check.follow(entry);
  report(context, check.end(), "verified on the server");
}

async function* followLedger({ progress }: Terminal, api: ApiClient) {
  const bar =
    progress &&
    createProgressBar(progress, { format: "reading {bar} {percentage}%  {value}/{total} entries  {eta_formatted}" });
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

function report({ terminal, endWith }: CommandContext, { head, problem, firstBad }: LedgerVerdict, done: string): void {
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
    throw new InvalidArgumentError(
      "Expected a head as printed by verify: a sequence number, a colon and 64 hexadecimal digits.",
    );
  return { sequence: Number(sequence), hash };
}
