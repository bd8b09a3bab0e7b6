import { readFileSync } from "node:fs";
import { redactCredentials } from "../../../src/catalog/environment/redact-credentials.js";
import { decodeText } from "../../../src/core/python/decode-text.js";
import { readLogicalLines } from "../../../src/core/python/logical-lines.js";
import { splitShellWords } from "../../../src/core/python/shell-words.js";
import { excerpt } from "../../../src/core/python/text-scanner.js";
import { InvalidInputError } from "../../../src/core/shared/errors.js";

const oracle: { logical: [string, [number, string][]][]; words: [string, string[] | null][] } = JSON.parse(
  readFileSync(new URL("../../fixtures/packaging/lines.json", import.meta.url), "utf8"),
);

test.each(oracle.logical)("%j is split into lines as by pip", (text, expected) => {
  const lines = readLogicalLines(text)
    .filter((line) => line.text !== "")
    .map((line) => [line.line, line.text]);
  expect(lines).toEqual(expected);
});

test.each(oracle.words)("%j is split into words as by a shell", (text, expected) => {
  if (expected) expect(splitShellWords(text)).toEqual(expected);
  else expect(() => splitShellWords(text)).toThrow(InvalidInputError);
});

test("a comment directly below a continued line is a comment", () => {
  expect(readLogicalLines("numpy\\\n# why\n")[0]).toEqual({ line: 1, text: "numpy", comment: "# why" });
});

test.each([
  ["UTF-8", [0x6e, 0xc3, 0xa9], "né"],
  ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x6e], "n"],
  ["UTF-16, little end first", [0xff, 0xfe, 0x6e, 0x00, 0xe9, 0x00], "né"],
  ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x6e, 0x00, 0xe9], "né"],
  ["an older encoding", [0x6e, 0x20, 0x23, 0x85, 0xe9], "n #\uFFFD\uFFFD"],
  ["nothing", [], ""],
])("%s is decoded", (_, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(text);
});

test.each([
  ["https://u:p@h", "https://u:****@h"],
  ["https://u:p@ss@h/x@y", "https://u:****@h/x@y"],
  ["https://token@h", "https://****@h"],
  ["git+https://git@h/r.git@main", "git+https://git@h/r.git@main"],
  ["git+ssh://deploy@h/r.git", "git+ssh://deploy@h/r.git"],
  ["ssh://deploy:p@h", "ssh://deploy:****@h"],
  ["https://u:${P}@h https://${T}@h", "https://u:${P}@h https://${T}@h"],
  ["https://h/a@1 u:p@h", "https://h/a@1 u:p@h"],
  ["- https://u:p@h\n- 'https://u:q@h'", "- https://u:****@h\n- 'https://u:****@h'"],
])("%j is shown as %j", (text, expected) => {
  expect(redactCredentials(text)).toBe(expected);
  expect(redactCredentials(expected)).toBe(expected);
});

test("an excerpt never splits a character", () => {
  expect(excerpt("ab", 2)).toBe("ab");
  expect(excerpt("ab😀c", 3).isWellFormed()).toBe(true);
});
