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
/** The last line of an export: without it, an export that was cut off would look like a shorter ledger. */
const closingLine = z.strictObject({
  head: z.object({ sequence: z.number().int(), hash: z.string() }),
  exportedAt: z.string(),
});

/** What checking a ledger comes to. */
export interface LedgerVerdict {
  /** The last entry that fits. */
  readonly head: ChainHead;
  /** Null where the whole chain is intact. */
  readonly problem: string | null;
  /** The first sequence that does not fit, or is missing. */
  readonly firstBad: number | null;
}

/** An entry as a line of an export: JSON, so that any language can check the chain. */
export function formatEntry({ detail, ...entry }: LedgerEntry): string {
  return JSON.stringify({ ...entry, detail: parseJson(detail) });
}

/** The line that ends an export. */
export function formatClosing({ sequence, hash }: ChainHead): string {
  return JSON.stringify({ head: { sequence, hash }, exportedAt: new Date().toISOString() });
}

/** Follows the chain entry by entry, up to the first that does not fit. */
export class ChainCheck {
  #head = genesis;
  #problem: string | null = null;
  readonly #expected: ChainHead | null;

  /** `expected` is a head that was noted earlier: the chain must still pass through it. */
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

  /** Notes that the chain goes wrong here for another reason than an entry that does not fit. */
  fail(problem: string): void {
    this.#problem ??= problem;
  }

  end(): LedgerVerdict {
    const { sequence } = this.#head;
    if (this.#expected && this.#expected.sequence > sequence)
      this.fail(
        `the ledger ends at sequence ${sequence}, before the noted head ${this.#expected.sequence}: entries are missing`,
      );
    return { head: this.#head, problem: this.#problem, firstBad: this.#problem === null ? null : sequence + 1 };
  }

  #unexpected({ sequence, hash }: LedgerEntry): string | null {
    if (this.#expected?.sequence !== sequence || this.#expected.hash === hash) return null;
    return `sequence ${sequence} has the hash ${hash}, and ${this.#expected.hash} was noted: the ledger was written anew`;
  }
}

/** Checks an export without a server. */
export async function verifyExport(path: string, expected: ChainHead | null): Promise<LedgerVerdict> {
  const check = new ChainCheck(expected);
  let number = 0;
  let closing: ChainHead | null = null;
  for await (const text of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === "" || check.isBroken) continue;
    if (closing) check.fail(`line ${number} comes after the closing line`);
    closing = readLine(text, number, check);
  }
  if (!closing) check.fail(`the export has no closing line: it was cut off after sequence ${check.head.sequence}`);
  else if (closing.sequence !== check.head.sequence || closing.hash !== check.head.hash) {
    check.fail(
      `the closing line tells of sequence ${closing.sequence}, and the entries end at ${check.head.sequence}: entries are missing`,
    );
  }
  return check.end();
}

/** Follows the entry of a line; the head where it is the closing line. */
function readLine(text: string, number: number, check: ChainCheck): ChainHead | null {
  const json = parseJson(text);
  const closing = closingLine.safeParse(json);
  if (closing.success) return closing.data.head;
  const entry = entryLine.safeParse(json);
  if (entry.success) check.follow({ ...entry.data, detail: JSON.stringify(entry.data.detail) });
  else
    check.fail(
      `line ${number} is no entry of a ledger: ${entry.error.issues
        .map(({ path, message }) => `${path.join(".") || "line"}: ${message}`)
        .slice(0, 3)
        .join("; ")}`,
    );
  return null;
}
