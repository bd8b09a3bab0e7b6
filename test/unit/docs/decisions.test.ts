import { existsSync } from "node:fs";
import { join } from "node:path";
import { inlineCodeOf, projectRoot, readDocument, readDocuments } from "../../support/markdown.js";

const folder = "docs/decisions";
const decisions = readDocuments().filter(({ path }) => new RegExp(`^${folder}/\\d{4}-`).test(path));

/** The header of a decision. */
const headOf = (text: string): RegExpExecArray | null =>
  /^# (\d{4})\. (.+)\n\n- Status: (accepted|superseded by \d{4})\n- Date: (\d{4}-\d{2}-\d{2})\n/.exec(text);

test.each(decisions)("$path has a number, a title, a status, a date and every section", ({ path, text }) => {
  const [, number, title] = headOf(text) ?? [];
  expect({ number, hasTitle: title !== undefined }).toEqual({
    number: path.slice(folder.length + 1, folder.length + 5),
    hasTitle: true,
  });
  const sections = [...text.matchAll(/^## (.+)\n\n\S/gm)].map(([, name]) => name);
  expect(sections).toEqual(["Context", "Decision", "Consequences", "Enforced by"]);
});

test.each(decisions)("everything that enforces $path exists", ({ path, text }) => {
  const [, enforcing = ""] = text.split("\n## Enforced by\n");
  const files = inlineCodeOf({ path, text: enforcing })
    .map(({ code }) => code)
    .filter((code) => /^[\w./-]+$/.test(code) && /[./]/.test(code));
  expect(files.length > 0 || enforcing.includes("Review only")).toBe(true);
  expect(files.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
});

test("numbers are contiguous, and decisions are superseded by existing ones", () => {
  const heads = decisions.map(({ text }) => headOf(text));
  expect(heads.map((head) => Number(head?.[1]))).toEqual(decisions.map((_, index) => index + 1));
  for (const head of heads) {
    const successor = /superseded by (\d{4})/.exec(head?.[3] ?? "")?.[1];
    if (successor !== undefined) expect(heads.map((each) => each?.[1])).toContain(successor);
  }
});

test("the index lists every decision with its title, date and status", () => {
  const rows = [
    ...readDocument(`${folder}/README.md`).text.matchAll(
      /^\| (\d{4}) +\| \[(.+?)\]\((\S+)\) +\| (\S+) +\| (.+?) +\|$/gm,
    ),
  ].map(([, number, title, file, date, status]) => ({ number, title, file, date, status }));
  expect(rows).toEqual(
    decisions.map(({ path, text }) => {
      const [, number, title, status, date] = headOf(text) ?? [];
      return { number, title, file: path.slice(folder.length + 1), date, status };
    }),
  );
});
