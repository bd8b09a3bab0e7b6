import pc from "picocolors";
import type { Outcome } from "../../../src/adapters/cli/client/api-client.js";
import { codeOf } from "../../../src/adapters/cli/import/import-mlflow.command.js";
import type { BatchFact } from "../../../src/adapters/cli/import/fact-batches.js";
import {
  describeEnd,
  type ImportReport,
  reportAsJson,
  reportAsText,
} from "../../../src/adapters/cli/import/import-report.js";
import { ImportTally } from "../../../src/adapters/cli/import/import-tally.js";

const fact = (operation: BatchFact["operation"], id: string): BatchFact => ({
  operation,
  origin: { place: "runs", id },
  line: "{}",
});
const is = (status: "NEW" | "CHANGED" | "UNCHANGED"): Outcome => ({ status, key: "k" });
const rejected: Outcome = { status: "REJECTED", code: "CONFLICT", message: "parameter C is 1.0, not 2.0" };
const style = { columns: null, colors: pc.createColors(false) };

function tallied(facts: readonly BatchFact[], outcomes: readonly Outcome[] | null, kept = 20): ImportTally {
  const tally = new ImportTally(kept);
  tally.addRead(facts);
  if (outcomes) tally.addOutcomes(facts, outcomes);
  return tally;
}

function report(tally: ImportTally, changes: Partial<ImportReport> = {}): ImportReport {
  const progress = {
    recordsRead: 3,
    deletedRunsSkipped: 0,
    deletedLoggedModelsSkipped: 0,
    deletedModelVersionsSkipped: 1,
  };
  const counts = { datasets: 0, runs: 3, loggedModels: 0, modelVersions: 0, aliases: 0 };
  return {
    store: { kind: "sqlite", path: "/data/mlflow.db", counts, progress },
    namespace: "mlflow",
    tally,
    end: { kind: "completed" },
    seconds: 1.25,
    server: { url: "http://127.0.0.1:4000", principal: "ada" },
    ...changes,
  };
}

const three = [fact("recordRun", "a"), fact("recordRun", "b"), fact("registerCodeCommit", "b")];

test("the text report: source, target, counts by kind, omitted records", () => {
  expect(reportAsText(report(tallied(three, [is("NEW"), is("UNCHANGED"), is("NEW")])), style).split("\n")).toEqual([
    "Imported /data/mlflow.db (sqlite) into http://127.0.0.1:4000, namespace mlflow, as ada, in 1.3 s.",
    "",
    "KIND     NEW  CHANGED  UNCHANGED  REJECTED",
    "commits    1        0          0         0",
    "runs       1        0          1         0",
    "all        2        0          1         0",
    "",
    "Omitted: 1 deleted model version (MLflow keeps only its number).",
  ]);
});

test("a record that refers to something deleted is imported, counted and reported", () => {
  const tally = tallied(three, [
    { status: "NEW", key: "k", tombstoned: ["snapshot:acme/train@1"] },
    is("NEW"),
    { status: "CHANGED", key: "k", tombstoned: ["commit:acme@1"] },
  ]);
  expect(reportAsText(report(tally), style)).toContain(
    "\n\n2 imported records refer to deleted nodes; see the ledger for details.",
  );
  expect(reportAsJson(report(tally))).toMatchObject({ usingDeletedCount: 2, problemCount: 0 });
  expect(reportAsText(report(tallied(three, [is("NEW"), is("NEW"), is("NEW")])), style)).not.toContain("deleted;");
});

test("a dry run counts what was read and says that nothing was written", () => {
  const text = reportAsText(report(tallied(three, null), { server: null }), style);
  expect(text).toContain("Nothing was written: this was a dry run.");
  expect(text).toContain(["KIND     READ", "commits     1", "runs        2", "all         3"].join("\n"));
  expect(text).not.toContain("REJECTED");
});

test("a run in several facts counts as one run, with the most significant outcome", () => {
  const parts = ["a", "a", "a", "b", "b", "c"].map((id) => fact("recordRun", id));
  const tally = tallied(parts, [
    is("UNCHANGED"),
    is("CHANGED"),
    is("UNCHANGED"),
    is("NEW"),
    is("CHANGED"),
    is("UNCHANGED"),
  ]);
  expect(tally.kinds.get("recordRun")).toEqual({ read: 3, new: 1, changed: 1, unchanged: 1, rejected: 0 });
});

test("a rejected fact is a problem with its place, its id and the server's reason", () => {
  const tally = tallied([fact("recordRun", "a"), fact("recordRun", "b")], [rejected, is("NEW")]);
  expect(tally.problems).toEqual([{ place: "runs", id: "a", why: "parameter C is 1.0, not 2.0 (CONFLICT)" }]);
  expect(reportAsText(report(tally), style)).toContain("1 problem:\n  runs, a: parameter C is 1.0, not 2.0 (CONFLICT)");
});

test("text shows the first twenty problems and the number of others; memory is bounded; JSON contains all", () => {
  const facts = Array.from({ length: 45 }, (_, index) => fact("recordRun", `r${index}`));
  const forPerson = tallied(
    facts,
    facts.map(() => rejected),
  );
  expect(forPerson.problems).toHaveLength(20);
  expect(reportAsText(report(forPerson), style)).toContain("… and 25 more; use --json to show all");
  const forProgram = tallied(
    facts,
    facts.map(() => rejected),
    Infinity,
  );
  expect(reportAsJson(report(forProgram))).toMatchObject({
    problemCount: 45,
    problems: facts.map(({ origin }) => origin),
    ended: "completed",
    kinds: { runs: { rejected: 45 } },
  });
});

test("texts of a store cannot control the terminal", () => {
  const tally = new ImportTally(20);
  tally.addProblem({ place: "tags", id: "\u001b[2J", why: "odd\nname" });
  expect(reportAsText(report(tally), style)).toContain("tags, \\u001b[2J: odd\\nname");
});

test.each([
  ["all well", tallied(three, [is("NEW"), is("UNCHANGED"), is("CHANGED")]), {}, 0],
  [
    "everything known before",
    tallied(
      three,
      three.map(() => is("UNCHANGED")),
    ),
    {},
    0,
  ],
  ["some rejected", tallied(three, [rejected, is("NEW"), is("NEW")]), {}, 2],
  [
    "all rejected",
    tallied(
      three,
      three.map(() => rejected),
    ),
    {},
    1,
  ],
  ["an empty store", tallied([], []), {}, 1],
  [
    "failed on the way",
    tallied(three, [is("NEW"), is("NEW"), is("NEW")]),
    { end: { kind: "failed", error: new Error("gone") } },
    2,
  ],
  ["failed at once", tallied(three, null), { end: { kind: "failed", error: new Error("gone") } }, 1],
  ["a dry run", tallied(three, null), { server: null }, 0],
] as const)("exit code: %s", (_name, tally, changes, code) => {
  expect(codeOf(report(tally, changes))).toBe(code);
});

test("an interrupted import reports what was imported and that running it again completes it", () => {
  const tally = tallied(three, [is("NEW"), is("UNCHANGED"), is("NEW")]);
  expect(describeEnd(report(tally))).toBeNull();
  expect(describeEnd(report(tally, { end: { kind: "interrupted" } }))).toBe(
    "the import was interrupted. 3 records were imported before; run the same command again to complete the import",
  );
  expect(describeEnd(report(tally, { end: { kind: "failed", error: new Error("nothing answers") } }))).toContain(
    "the import failed: nothing answers. 3 records were imported",
  );
});
