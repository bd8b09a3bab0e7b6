import pc from "picocolors";
import type { Column } from "../../../src/adapters/cli/format/column.js";
import { renderCsv } from "../../../src/adapters/cli/format/csv.js";
import { displayWidth, wrapWords } from "../../../src/adapters/cli/format/display-width.js";
import { escapeMarkdown, renderMarkdown } from "../../../src/adapters/cli/format/markdown.js";
import { printable } from "../../../src/adapters/cli/format/printable.js";
import { renderTable } from "../../../src/adapters/cli/format/table.js";

interface Row {
  readonly name: string;
  readonly hops: number;
  readonly reason: string;
}
const columns: readonly Column<Row>[] = [
  { name: "name", value: ({ name }) => name },
  { name: "hops", value: ({ hops }) => hops, isNumber: true },
  { name: "reason", value: ({ reason }) => reason, isText: true },
  { name: "key", value: ({ name }) => `key:${name}`, isDetail: true },
];
const plain = pc.createColors(false);

test("a table has no borders, no trailing spaces, right-aligned numbers and no details", () => {
  const table = renderTable(
    columns,
    [
      { name: "a", hops: 1, reason: "short" },
      { name: "a longer one", hops: 12, reason: "x" },
    ],
    { columns: null, colors: plain },
  );
  expect(table.split("\n")).toEqual([
    "NAME          HOPS  REASON",
    "a                1  short",
    "a longer one    12  x",
  ]);
});

test("a wide character takes two columns in a table", () => {
  const table = renderTable(
    columns,
    [
      { name: "größe 🍷", hops: 1, reason: "r" },
      { name: "12345678", hops: 2, reason: "r" },
    ],
    { columns: null, colors: plain },
  );
  expect(table.split("\n").slice(1)).toEqual(["größe 🍷     1  r", "12345678     2  r"]);
});

test("text is wrapped only in a terminal, to its width", () => {
  const rows = [{ name: "a", hops: 1, reason: "one two three four five six seven eight nine ten" }];
  const wrapped = renderTable(columns, rows, { columns: 40, colors: plain }).split("\n");
  expect(wrapped.length).toBeGreaterThan(2);
  expect(Math.max(...wrapped.map(({ length }) => length))).toBeLessThanOrEqual(40);
  expect(wrapped.slice(1).join(" ").replace(/\s+/g, " ")).toContain("one two three four five six seven eight nine ten");
  expect(renderTable(columns, rows, { columns: null, colors: plain }).split("\n")).toHaveLength(2);
});

test.each([
  ["abc", 3],
  ["größe", 5],
  ["e\u0301", 1],
  ["データ", 6],
  ["🍷", 2],
  ["한국", 4],
  ["a\ufe0f", 1],
  ["👩‍🔬", 2],
])("%j is %d columns wide", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ["one two three", 7, ["one two", "three"]],
  ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["データ基盤", 4, ["デー", "タ基", "盤"]],
  ["a  b", 80, ["a  b"]],
])("%j in %d columns", (text, width, lines) => {
  expect(wrapWords(text, width)).toEqual(lines);
});

test("two hundred thousand lines are rendered", () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => ({ name: `n${index}`, hops: 1, reason: "r" }));
  expect(renderTable(columns.slice(0, 1), rows, { columns: 80, colors: plain }).split("\n")).toHaveLength(200_001);
});

test("colours are used only on request", () => {
  const colored: Column<Row>[] = [
    { name: "name", value: ({ name }) => name, color: (text, _row, { red }) => red(text) },
  ];
  const row = { name: "a", hops: 1, reason: "" };
  expect(renderTable(colored, [row], { columns: null, colors: pc.createColors(true) })).toContain(
    "\u001b[31ma\u001b[39m",
  );
  expect(renderTable(colored, [row], { columns: null, colors: plain })).not.toContain("\u001b");
});

test("recorded text cannot move the cursor, colour the terminal or reverse text", () => {
  expect(printable("a\u001b[2Jb\nc\td\u009bm\u202egnp.exe")).toBe("a\\u001b[2Jb\\nc\\td\\u009bm\\u202egnp.exe");
  expect(printable("größe 🍷 データ")).toBe("größe 🍷 データ");
  expect(
    renderTable(columns, [{ name: "\u001b]0;owned\u0007", hops: 1, reason: "a\nb" }], {
      columns: null,
      colors: plain,
    }).split("\n"),
  ).toHaveLength(2);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])(
  "CSV: a spreadsheet does not interpret %j as a formula",
  (name) => {
    const [, line = ""] = renderCsv(columns, [{ name, hops: 3, reason: "r" }]).split(/\r\n(?=.)/);
    expect(line.replace(/^"/, "")).toMatch(/^'/);
    expect(line).toContain(",3,r,");
  },
);

test("CSV: RFC 4180 with the details, doubled quotes and line breaks", () => {
  const csv = renderCsv(columns, [{ name: 'a "b", c', hops: 1, reason: "two\nlines" }]);
  expect(csv).toBe('name,hops,reason,key\r\n"a ""b"", c",1,"two\nlines","key:a ""b"", c"');
});

test("Markdown: each row is one line, regardless of its content", () => {
  const lines = renderMarkdown(columns, [{ name: "a|b", hops: 2, reason: "x\ny" }]).split("\n");
  expect(lines).toEqual(["| name | hops | reason |", "| --- | ---: | --- |", "| a\\|b | 2 | x\\\\ny |"]);
});

test.each([
  ["<script>alert(1)</script>", "&lt;script&gt;alert\\(1\\)&lt;/script&gt;"],
  ["[click](javascript:x)", "\\[click\\]\\(javascript:x\\)"],
  ["**bold** `code` ~~gone~~", "\\*\\*bold\\*\\* \\`code\\` \\~\\~gone\\~\\~"],
  ["a\\|b", "a\\\\\\|b"],
  ["&lt;", "&amp;lt;"],
  ["@everyone, fixes #12", "@&#8203;everyone, fixes \\#&#8203;12"],
  ["train@v3", "train@v3"],
])("Markdown: %j is shown literally", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
