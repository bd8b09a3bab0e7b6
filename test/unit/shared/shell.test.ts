import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { commandLine, quoteForShell } from "../../../src/core/shared/shell.js";

/** A line as a real shell parses it: each word, then a NUL. */
const wordsOf = (line: string): string[] =>
  execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" })
    .split("\0")
    .slice(0, -1);

test("text that needs no quotes has none", () => {
  expect(commandLine(["python3", "train.py", "--lr=0.1", "-o", "out/model.pkl"])).toBe(
    "python3 train.py --lr=0.1 -o out/model.pkl",
  );
  expect(["", "a b", "=x", "it's", "$(rm -rf ~)", "*"].map(quoteForShell)).toEqual([
    "''",
    "'a b'",
    "'=x'",
    `'it'\\''s'`,
    "'$(rm -rf ~)'",
    "'*'",
  ]);
});

test("a shell parses quoted words to the original words", () => {
  const word = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(..."'\"$`\\!*?~#&|;<>(){}[]= \n\t-%"),
        fc.string({ minLength: 1, maxLength: 1, unit: "grapheme" }),
      ),
      maxLength: 12,
    })
    .filter((text) => !text.includes("\0") && text.isWellFormed());
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      expect(wordsOf(words.map(quoteForShell).join(" "))).toEqual(words);
    }),
    { numRuns: 60 },
  );
});

test("a program whose name looks like a variable is still the program", () => {
  expect(() => execFileSync("sh", ["-c", commandLine(["A=1", "x"])], { stdio: "pipe" })).toThrow(/A=1.*not found/);
});
