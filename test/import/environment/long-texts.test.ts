import { parseCondaFile } from "../../../src/catalog/environment/conda-file.js";
import { describeEnvironment } from "../../../src/catalog/environment/environment-content.js";
import { matchesSpecifier } from "../../../src/core/python/specifier.js";
import { actionable } from "../../support/actionable.js";

const megabyte = 1_000_000;
const longTexts: readonly (readonly [string, string])[] = [
  "a",
  " ",
  "\\",
  "#",
  "'",
  "[",
  "/",
  "=",
  "a#",
  "a.",
  "a_-",
  " -",
  "-e ",
  "\\\n",
  "a\\\n",
  "a://",
  "@://",
  "a@",
  "1.",
  "==1,",
  "or ",
  "'a' ",
].map((unit) => [JSON.stringify(unit), unit.repeat(megabyte / unit.length)] as const);
const fillers = [
  ["", " # c"],
  ["a @ ", ""],
  ["a; ", ""],
  ["--hash=sha256:", ""],
  ["-e ", " ; x"],
  ["a ", "\\"],
] as const;

test.each(longTexts)("a megabyte of %s is read or rejected in linear time", (_, text) => {
  const started = performance.now();
  for (const [before, after] of fillers) actionable(() => describeEnvironment({ requirements: before + text + after }));
  actionable(() => matchesSpecifier("1.0", text));
  actionable(() => parseCondaFile(`dependencies: [a, "${text.slice(0, 90_000).replace(/["\\\n]/g, "'")}"]`));
  expect(performance.now() - started).toBeLessThan(20_000);
});
