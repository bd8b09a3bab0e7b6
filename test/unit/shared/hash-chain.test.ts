import { createHash } from "node:crypto";
import { type LedgerEntry, chainHash, firstBrokenEntry, genesisHash } from "../../../src/core/shared/hash-chain.js";

const content = (sequence: number) => ({
  sequence,
  at: 1_000 + sequence,
  by: "ann",
  action: "recordRun",
  targets: [`run:n/${sequence}`],
  detail: '{"b":1,"a":2}',
});

function chain(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const previousHash = entries.at(-1)?.hash ?? genesisHash;
    entries.push({ ...content(sequence), previousHash, hash: chainHash(previousHash, content(sequence)) });
  }
  return entries;
}

const entryAt = (entries: readonly LedgerEntry[], index: number): LedgerEntry =>
  entries.at(index) ?? chain(1)[0] ?? { ...content(1), previousHash: "", hash: "" };

test("the hash is SHA-256 over a zero byte, the previous hash and the entry in canonical JSON", () => {
  const canonical =
    '{"action":"recordRun","at":1001,"by":"ann","detail":{"a":2,"b":1},"sequence":1,"targets":["run:n/1"]}';
  const expected = createHash("sha256")
    .update(Buffer.concat([Buffer.from([0]), Buffer.alloc(32), Buffer.from(canonical)]))
    .digest("hex");
  expect(chainHash(genesisHash, content(1))).toBe(expected);
});

test("an intact chain has no broken entry", () => {
  expect(firstBrokenEntry(chain(5))).toBeNull();
});

test.each([
  ["a changed field", (entries: LedgerEntry[]) => entries.with(2, { ...entryAt(entries, 2), by: "eve" }), 3],
  ["a changed detail", (entries: LedgerEntry[]) => entries.with(1, { ...entryAt(entries, 1), detail: "{}" }), 2],
  ["a dropped entry", (entries: LedgerEntry[]) => entries.toSpliced(1, 1), 2],
  [
    "two swapped entries",
    (entries: LedgerEntry[]) => [entryAt(entries, 0), entryAt(entries, 2), entryAt(entries, 1), ...entries.slice(3)],
    2,
  ],
])("%s is detected at its sequence", (_, tamper, sequence) => {
  expect(firstBrokenEntry(tamper(chain(5)))).toBe(sequence);
});
