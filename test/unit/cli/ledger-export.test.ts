import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { formatClosing, formatEntry, verifyExport } from "../../../src/adapters/cli/ledger/ledger-export.js";
import { type LedgerEntry, chainHash, genesisHash } from "../../../src/core/shared/hash-chain.js";

const folder = mkdtempSync(join(tmpdir(), "lineage-ledger-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function chain(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const previousHash = entries.at(-1)?.hash ?? genesisHash;
    const content = {
      sequence,
      at: 1_700_000_000_000 + sequence,
      by: "ann",
      action: "recordRun",
      targets: [`run:n/${sequence}`],
      detail: JSON.stringify({ facts: sequence, text: "ß\u2028" }),
    };
    entries.push({ ...content, previousHash, hash: chainHash(previousHash, content) });
  }
  return entries;
}

const entries = chain(12);
const [last] = entries.slice(-1);
const closing = formatClosing(last ?? { sequence: 0, hash: genesisHash });
const lines = [...entries.map(formatEntry), closing];
const head = (sequence: number) => ({ sequence, hash: entries[sequence - 1]?.hash ?? "" });
let files = 0;
async function verify(written: readonly string[], expected: { sequence: number; hash: string } | null = null) {
  const path = join(folder, `${(files += 1)}.ndjson`);
  writeFileSync(path, written.map((line) => `${line}\n`).join(""));
  return verifyExport(path, expected);
}

test("an export of an intact ledger is intact, and its head is the last entry", async () => {
  expect(await verify(lines)).toEqual({ head: head(12), problem: null, firstBad: null });
  expect(await verify([formatClosing({ sequence: 0, hash: genesisHash })])).toMatchObject({
    problem: null,
    head: { sequence: 0 },
  });
});

test("if an entry is changed, removed, swapped or truncated, the first invalid sequence is named", async () => {
  const place = fc.integer({ min: 1, max: 12 });
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.constantFrom("by", "action", "hash", "previousHash", "targets", "detail", "at"),
      async (sequence, field) => {
        const entry = JSON.parse(lines[sequence - 1] ?? "") as Record<string, unknown>;
        const value = entry[field];
        const flipped =
          typeof value === "number"
            ? value + 1
            : Array.isArray(value)
              ? []
              : typeof value === "object"
                ? { ...value, facts: 0 }
                : `${String(value).startsWith("a") ? "b" : "a"}${String(value).slice(1)}`;
        expect((await verify(lines.with(sequence - 1, JSON.stringify({ ...entry, [field]: flipped })))).firstBad).toBe(
          sequence,
        );
      },
    ),
    { numRuns: 60 },
  );
  for (let sequence = 1; sequence <= 12; sequence += 1) {
    expect((await verify(lines.toSpliced(sequence - 1, 1))).firstBad).toBe(sequence);
    expect(await verify(lines.slice(0, sequence - 1))).toMatchObject({
      firstBad: sequence,
      problem: expect.stringContaining("truncated"),
    });
    expect(await verify([...lines.slice(0, sequence - 1), closing])).toMatchObject({
      firstBad: sequence,
      problem: expect.stringContaining("entries are missing"),
    });
    if (sequence < 12)
      expect(
        (await verify(lines.with(sequence - 1, lines[sequence] ?? "").with(sequence, lines[sequence - 1] ?? "")))
          .firstBad,
      ).toBe(sequence);
  }
  expect((await verify([...lines.slice(0, 3), lines[2] ?? "", ...lines.slice(3)])).firstBad).toBe(4);
});

test("an invalid line is reported with its number", async () => {
  expect(await verify(["{", ...lines])).toMatchObject({
    firstBad: 1,
    problem: expect.stringContaining("line 1 is not a ledger entry"),
  });
  expect(await verify([...lines, lines[0] ?? ""])).toMatchObject({
    problem: expect.stringContaining("line 14 is after the closing line"),
  });
});

test("an earlier head detects a ledger that was rewritten, or truncated together with its closing line", async () => {
  expect((await verify(lines, head(7))).problem).toBeNull();
  expect(await verify(lines, { sequence: 7, hash: "0".repeat(64) })).toMatchObject({
    firstBad: 7,
    problem: expect.stringContaining("rewritten"),
  });
  expect(await verify([...lines.slice(0, 5), formatClosing(head(5))], head(7))).toMatchObject({
    firstBad: 6,
    problem: expect.stringContaining("before the expected head 7"),
  });
});
