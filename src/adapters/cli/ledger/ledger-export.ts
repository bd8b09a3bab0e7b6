import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type ChainHead, type LedgerEntry, genesis, problemAfter } from "../../../core/shared/hash-chain.js";
import { parseJson } from "../../../core/shared/json.js";

const entryLine = z.strictObject({
  sequence: z.number().int(),
  at: z.number(),
  by: z.string(),
  action: z.string(),
  targets: z.array(z.string()),
  detail: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});
/** The last line of an export. Without it, a truncated export would look like a shorter ledger. */
const closingLine = z.strictObject({
  head: z.object({ sequence: z.number().int(), hash: z.string() }),
  exportedAt: z.string(),
});

/** The result of verifying a ledger. */
export interface LedgerVerdict {
  /** The last valid entry. */
  readonly head: ChainHead;
  /** Null if the chain is intact. */
  readonly problem: string | null;
  /** The first sequence number that is invalid or missing. */
  readonly firstBad: number | null;
}

/** Formats an entry as a line of an export. JSON, so that the chain can be verified in any language. */
export function formatEntry({ detail, ...entry }: LedgerEntry): string {
  return JSON.stringify({ ...entry, detail: parseJson(detail) });
}

/** Formats the closing line of an export. */
export function formatClosing({ sequence, hash }: ChainHead): string {
  return JSON.stringify({ head: { sequence, hash }, exportedAt: new Date().toISOString() });
}

/** Verifies the chain entry by entry, up to the first invalid one. */
export class ChainCheck {
  #head = genesis;
  #problem: string | null = null;
  readonly #expected: ChainHead | null;

  /** `expected` is an earlier head that the chain must contain. */
  constructor(expected: ChainHead | null) {
    this.#expected = expected;
  }

  get head(): ChainHead {
    return this.#head;
  }

  get isBroken(): boolean {
    return this.#problem !== null;
  }

  follow(entry: LedgerEntry): void {
    if (this.isBroken) return;
    this.#problem = problemAfter(this.#head, entry) ?? this.#unexpected(entry);
    if (this.#problem === null) this.#head = { sequence: entry.sequence, hash: entry.hash };
  }

  /** Records a problem other than an invalid entry. */
  fail(problem: string): void {
    this.#problem ??= problem;
  }

  end(): LedgerVerdict {
    const { sequence } = this.#head;
    if (this.#expected && this.#expected.sequence > sequence)
      this.fail(
        `the ledger ends at sequence ${sequence}, before the expected head ${this.#expected.sequence}: entries are missing`,
      );
    return { head: this.#head, problem: this.#problem, firstBad: this.#problem === null ? null : sequence + 1 };
  }

  #unexpected({ sequence, hash }: LedgerEntry): string | null {
    if (this.#expected?.sequence !== sequence || this.#expected.hash === hash) return null;
    return `the hash of sequence ${sequence} is ${hash}, but the expected hash is ${this.#expected.hash}: the ledger was rewritten`;
  }
}

/** Verifies an export without a server. */
export async function verifyExport(path: string, expected: ChainHead | null): Promise<LedgerVerdict> {
  const check = new ChainCheck(expected);
  let number = 0;
  let closing: ChainHead | null = null;
  for await (const text of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === "" || check.isBroken) continue;
    if (closing) check.fail(`line ${number} is after the closing line`);
    closing = readLine(text, number, check);
  }
  if (!closing) check.fail(`the export has no closing line: it was truncated after sequence ${check.head.sequence}`);
  else if (closing.sequence !== check.head.sequence || closing.hash !== check.head.hash) {
    check.fail(
      `the closing line names sequence ${closing.sequence}, but the entries end at ${check.head.sequence}: entries are missing`,
    );
  }
  return check.end();
}

/** Verifies the entry of a line. Returns the head if the line is the closing line. */
function readLine(text: string, number: number, check: ChainCheck): ChainHead | null {
  const json = parseJson(text);
  const closing = closingLine.safeParse(json);
  if (closing.success) return closing.data.head;
  const entry = entryLine.safeParse(json);
  if (entry.success) check.follow({ ...entry.data, detail: JSON.stringify(entry.data.detail) });
  else
    check.fail(
      `line ${number} is not a ledger entry: ${entry.error.issues
        .map(({ path, message }) => `${path.join(".") || "line"}: ${message}`)
        .slice(0, 3)
        .join("; ")}`,
    );
  return null;
}
