import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { type SendFacts, sendSpool, type SentFact } from "../../../src/adapters/cli/capture/spool/send-spool.js";
import { Spool } from "../../../src/adapters/cli/capture/spool/spool.js";
import { checkFacts, newEntryId, type SpoolEntry } from "../../../src/adapters/cli/capture/spool/spool-entry.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const folder = temporaryFolder();
let count = 0;
const freshSpool = (): Spool => new Spool(join(folder, `spool-${(count += 1)}`));
const entry = (id: string, more: Partial<SpoolEntry> = {}): SpoolEntry => ({
  id,
  principal: "ann",
  hints: [],
  recorder: null,
  facts: [
    {
      operation: "recordRun",
      input: { namespace: "n", externalId: id, status: "COMPLETED", startedAt: "2026-05-02T10:00:00.000Z" },
    },
  ],
  ...more,
});

/** A server that keeps accepted entries, each key once, as the API does. */
class RememberingServer {
  readonly taken = new Map<string, string>();
  readonly requests: (string | null)[] = [];
  readonly send: SendFacts = async (_principal, facts, key) => {
    this.requests.push(key);
    if (key !== null && !this.taken.has(key)) this.taken.set(key, JSON.stringify(facts));
    return facts.map((): SentFact => ({ status: "NEW", key: "k" }));
  };
}

test("pending entries are sent oldest first, each with its own key, and removed after the acknowledgement", async () => {
  const [spool, server] = [freshSpool(), new RememberingServer()];
  for (const id of ["20260502T100001Z-b", "20260502T100000Z-a"]) await spool.keep(entry(id));
  const report = await sendSpool(spool, server.send);
  expect(server.requests).toEqual(["20260502T100000Z-a", "20260502T100001Z-b"]);
  expect(report).toEqual(expect.objectContaining({ failure: null, waitingCount: 0, rejected: [] }));
  expect(await spool.list()).toEqual([]);
});

test("facts are read as they were written, and only the owner may read them", async () => {
  const spool = freshSpool();
  const kept = entry("x", {
    hints: [
      { operation: "registerDatasetSnapshot", input: { namespace: "n", dataset: "d", version: "1", uri: "ü/\u2028" } },
    ],
  });
  await spool.keep(kept);
  expect(await spool.list()).toEqual([{ name: "x.json", entry: expect.objectContaining(kept) }]);
  expect(statSync(join(spool.folder, "x.json")).mode & 0o777).toBe(0o600);
});

test("the state at the end replaces the state at the beginning", async () => {
  const spool = freshSpool();
  await spool.keep(entry("x", { recorder: { host: hostname(), pid: process.pid } }));
  await spool.keep(entry("x"));
  expect(await spool.list()).toEqual([{ name: "x.json", entry: expect.objectContaining({ recorder: null }) }]);
});

test("after a server disappears, acknowledged entries are removed; the rest is kept and reported", async () => {
  const [spool, server] = [freshSpool(), new RememberingServer()];
  for (const id of ["a", "b", "c"]) await spool.keep(entry(id));
  const report = await sendSpool(spool, (principal, facts, key) =>
    key === "b" ? Promise.reject(new Error("away")) : server.send(principal, facts, key),
  );
  expect(report).toEqual(expect.objectContaining({ waitingCount: 2, failure: new Error("away") }));
  expect((await spool.list()).map(({ name }) => name)).toEqual(["b.json", "c.json"]);
});

test("a rejected entry is set aside with the reason and does not block the others", async () => {
  const [spool, server] = [freshSpool(), new RememberingServer()];
  for (const id of ["a", "b"]) await spool.keep(entry(id));
  writeFileSync(join(spool.folder, "c.json"), "{ half");
  const report = await sendSpool(spool, (principal, facts, key) =>
    key === "a"
      ? Promise.resolve([{ status: "REJECTED", code: "CONFLICT", message: "known otherwise" }])
      : server.send(principal, facts, key),
  );
  expect(report.rejected.map(({ name }) => name)).toEqual(["a.json", "c.json"]);
  expect(report.rejected[0]?.reasons).toEqual(["known otherwise (CONFLICT)"]);
  expect(readFileSync(join(spool.rejectedFolder, "a.reason.txt"), "utf8")).toBe("known otherwise (CONFLICT)\n");
  expect([
    existsSync(join(spool.rejectedFolder, "a.json")),
    existsSync(join(spool.rejectedFolder, "c.json")),
    [...server.taken.keys()],
    await spool.list(),
  ]).toEqual([true, true, ["b"], []]);
});

test("entries that were set aside are sent again on request, with a new key, because the old key has a rejection; unreadable ones stay", async () => {
  const [spool, server] = [freshSpool(), new RememberingServer()];
  await spool.keep(entry("20260502T100000Z-a"));
  writeFileSync(join(spool.folder, "c.json"), "{ half");
  await sendSpool(spool, () => Promise.resolve([{ status: "REJECTED", code: "CONFLICT", message: "known otherwise" }]));
  expect(await spool.restoreRejected()).toEqual({
    restored: 1,
    unreadable: [{ name: "c.json", problem: expect.stringContaining("is not a recording") }],
  });
  expect(readdirSync(spool.rejectedFolder).sort()).toEqual(["c.json", "c.reason.txt"]);
  expect((await sendSpool(spool, server.send)).sent).toHaveLength(1);
  expect([...server.taken]).toEqual([
    [expect.not.stringMatching("20260502T100000Z-a"), JSON.stringify(entry("20260502T100000Z-a").facts)],
  ]);
  expect(await new Spool(join(folder, "none")).restoreRejected()).toEqual({ restored: 0, unreadable: [] });
});

test("rejected hints are not a problem: another source reported the value first", async () => {
  const spool = freshSpool();
  await spool.keep(entry("a", { hints: entry("b").facts }));
  const report = await sendSpool(spool, async (_principal, facts, key) =>
    facts.map((): SentFact =>
      key === null ? { status: "REJECTED", code: "CONFLICT", message: "" } : { status: "NEW", key: "k" },
    ),
  );
  expect([report.rejected, await spool.list()]).toEqual([[], []]);
});

test("a running command is not sent; one whose recorder has died is sent in its initial state", async () => {
  const [spool, server] = [freshSpool(), new RememberingServer()];
  const { pid } = spawnSync("true");
  await spool.keep(entry("running", { recorder: { host: hostname(), pid: process.pid } }));
  await spool.keep(entry("elsewhere", { recorder: { host: `not-${hostname()}`, pid } }));
  await spool.keep(entry("gone", { recorder: { host: hostname(), pid } }));
  const report = await sendSpool(spool, server.send);
  expect([report.runningCount, [...server.taken.keys()], (await spool.list()).map(({ name }) => name)]).toEqual([
    2,
    ["gone-started"],
    ["elsewhere.json", "running.json"],
  ]);
});

test("killed at any step, and run concurrently: no entry is lost or counted twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.constantFrom("before", "after", "no") as fc.Arbitrary<"before" | "after" | "no">, { maxLength: 12 }),
      fc.integer({ min: 1, max: 3 }),
      async (size, faults, processes) => {
        const [spool, server] = [freshSpool(), new RememberingServer()];
        const ids = Array.from({ length: size }, (_, index) => `e${index}`);
        for (const id of ids) await spool.keep(entry(id));
        const rest = [...faults];
        // A process that dies after the server accepted a batch, but before it received the answer, never gets the answer.
        const send: SendFacts = async (principal, facts, key) => {
          const fault = rest.shift() ?? "no";
          if (fault === "before") throw new Error("killed");
          const answer = await server.send(principal, facts, key);
          if (fault === "after") throw new Error("killed");
          return answer;
        };
        for (let round = 0; round <= faults.length; round += 1)
          await Promise.all(Array.from({ length: processes }, () => sendSpool(spool, send)));
        expect([...server.taken.keys()].sort()).toEqual(ids);
        expect(readdirSync(spool.folder)).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test("half-written files are not entries", async () => {
  const spool = freshSpool();
  await spool.keep(entry("a"));
  writeFileSync(join(spool.folder, "b.json.123.abcd.tmp"), "{");
  expect((await spool.list()).map(({ name }) => name)).toEqual(["a.json"]);
});

test("ids begin with the time and are unique", () => {
  const at = new Date("2026-05-02T10:00:00.123Z");
  expect(newEntryId(at)).toMatch(/^20260502T100000Z-[0-9a-f]{8}$/);
  expect(new Set(Array.from({ length: 50 }, () => newEntryId(at))).size).toBe(50);
});

test("values that the API would reject are rejected before a command runs", () => {
  expect(() =>
    checkFacts([{ operation: "recordRun", input: { namespace: "", externalId: "1", status: "COMPLETED" } }]),
  ).toThrow(/^recordRun cannot be recorded: namespace /);
});
