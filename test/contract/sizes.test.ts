import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
    .filter((file) => !file.startsWith("src/adapters/cli/generated/"));
const linesOf = (file: string): number => readFileSync(join(root, file), "utf8").trimEnd().split("\n").length;

test("no source file is longer than 300 lines, no test file than 400", () => {
  const tooLong = [
    ...filesOf("src").map((file) => ({ file, limit: 300 })),
    ...filesOf("test").map((file) => ({ file, limit: 400 })),
  ]
    .map(({ file, limit }) => ({ file, limit, lines: linesOf(file) }))
    .filter(({ lines, limit }) => lines > limit);
  expect(tooLong).toEqual([]);
});

test("no source file forwards the exports of others: imports name the file that declares", () => {
  const forwarding = filesOf("src").filter(
    (file) =>
      /\/index\.tsx?$/.test(file) ||
      /^export (?:type )?(?:\*|\{[^}]*\}) from /m.test(readFileSync(join(root, file), "utf8")),
  );
  expect(forwarding).toEqual([]);
});

test("no function of the sources is longer than 60 lines, and the median is at most 12", () => {
  const functions = filesOf("src").flatMap(functionsOf);
  expect(functions.length).toBeGreaterThan(300);
  expect(functions.filter(({ lines }) => lines > 60)).toEqual([]);
  const lengths = functions
    .map(({ lines }) => lines)
    .filter((lines) => lines > 1)
    .sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(12);
});

function functionsOf(file: string): { place: string; lines: number }[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: { place: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
      found.push({
        place: `${file}:${from + 1}`,
        lines: source.getLineAndCharacterOfPosition(node.end).line - from + 1,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
