import pc from "picocolors";
import { renderCsv } from "../../../src/adapters/cli/format/csv.js";
import { renderMarkdown } from "../../../src/adapters/cli/format/markdown.js";
import { renderTable } from "../../../src/adapters/cli/format/table.js";
import { searchAnswer } from "../../../src/adapters/cli/node/search.command.js";

const node = { key: "run:acme/r1", kind: "RUN", label: "nightly", namespace: "acme", isStub: false } as const;

test.each([
  [0, 'No matches for "churn"'],
  [1, '1 match for "churn"'],
  [1_234, '1,234 matches for "churn"'],
  // The server stops counting there.
  [10_000, 'At least 10,000 matches for "churn"'],
])("%d matches", (count, sentence) => {
  expect(searchAnswer("churn", [], count).headline).toEqual([sentence]);
});

test("a warning states that the list is truncated", () => {
  expect(searchAnswer("churn", [node], 2).warnings).toEqual(["Showing 1 of 2. Use --limit to show more, or --all."]);
  expect(searchAnswer("churn", [node], 1).warnings).toEqual([]);
});

test("a stub is marked as such, in CSV by a column", () => {
  const { columns } = searchAnswer("nightly", [], 1);
  const rows = [node, { ...node, isStub: true }];
  const style = { columns: null, colors: pc.createColors(false) };
  expect(
    renderTable(columns, rows, style)
      .split("\n")
      .map((line) => line.split(/ {2,}/)[0]),
  ).toEqual(["KIND", "run", "run (stub)"]);
  expect(renderMarkdown(columns, rows).split("\n").at(-1)).toContain("| run \\(stub\\) |");
  expect(renderCsv(columns, rows).split("\r\n")).toEqual([
    "kind,name,key,namespace,stub",
    "run,nightly,run:acme/r1,acme,no",
    "run,nightly,run:acme/r1,acme,yes",
  ]);
});
