import { readFileSync } from "node:fs";
import fc from "fast-check";
import { InvalidInputError } from "../../../src/core/shared/errors.js";
import {
  matchesSpecifier,
  normalizeVersion,
  parseSpecifiers,
  pinnedVersion,
} from "../../../src/core/python/specifier.js";
import { compareVersions, formatVersion, parseVersion, type Version } from "../../../src/core/python/version.js";

interface Oracle {
  readonly versions: readonly string[];
  readonly normal: readonly string[];
  readonly oldestFirst: readonly (readonly string[])[];
  readonly notVersions: readonly string[];
  readonly matching: Readonly<Record<string, readonly number[]>>;
  readonly notSpecifiers: readonly string[];
}
const oracle: Oracle = JSON.parse(
  readFileSync(new URL("../../fixtures/packaging/specifiers.json", import.meta.url), "utf8"),
);

function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (!version) throw new Error(`${text} was refused`);
  return version;
}

test("versions are normalized as by packaging", () => {
  expect(oracle.versions.map(normalizeVersion)).toEqual(oracle.normal);
});

test("texts that packaging rejects are not versions and remain unchanged", () => {
  expect(oracle.notVersions.map(parseVersion)).toEqual(oracle.notVersions.map(() => null));
  expect(oracle.notVersions.map(normalizeVersion)).toEqual(oracle.notVersions);
});

test("versions are ordered as by packaging", () => {
  const ranks = oracle.oldestFirst.flatMap((group, rank) => group.map((text) => ({ rank, version: versionOf(text) })));
  for (const left of ranks) {
    for (const right of ranks)
      expect(Math.sign(compareVersions(left.version, right.version))).toBe(Math.sign(left.rank - right.rank));
  }
});

test.each(Object.entries(oracle.matching))("%j matches the same versions as in packaging", (specifier, matching) => {
  const found = oracle.versions.flatMap((version, at) => (matchesSpecifier(version, specifier) ? [at] : []));
  expect(found).toEqual(matching);
});

test("specifiers that packaging rejects are rejected with a reason", () => {
  expect(oracle.notSpecifiers.length).toBeGreaterThan(100);
  for (const text of oracle.notSpecifiers) expect(() => parseSpecifiers(text)).toThrow(InvalidInputError);
  expect(() => matchesSpecifier("1.0", "=>1")).toThrow(/"=>1" does not start with one of ===/);
});

test("a version outside PEP 440 satisfies only a condition with its own text", () => {
  expect(matchesSpecifier("1.1.1w", "<3")).toBe(false);
  expect(matchesSpecifier("1.1.1w", "!=3")).toBe(false);
  expect(matchesSpecifier("1.1.1w", "===1.1.1W")).toBe(true);
  expect(matchesSpecifier("1.1.1w", "")).toBe(true);
});

test.each([
  ["==1.0", "1.0"],
  ["===odd", "odd"],
  ["==1.*", null],
  [">=1", null],
  ["==1.0,>=0", null],
  ["", null],
])("%j pins %j", (specifier, version) => {
  expect(pinnedVersion(parseSpecifiers(specifier))).toBe(version);
});

test("numbers beyond a double's precision stay exact", () => {
  expect(normalizeVersion("0.0.0.dev20240101123456789012")).toBe("0.0.0.dev20240101123456789012");
  expect(matchesSpecifier("1.9007199254740993", "==1.9007199254740992")).toBe(false);
});

test("normalization preserves every version", () => {
  const number = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const version = fc.record({
    epoch: fc.constantFrom(0n, 1n),
    release: fc.array(number, { minLength: 1, maxLength: 4 }),
    pre: fc.option(fc.record({ letter: fc.constantFrom("a" as const, "b" as const, "rc" as const), number })),
    post: fc.option(number),
    dev: fc.option(number),
    local: fc.array(fc.oneof(number, fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/)), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(version, (made) => {
      expect(parseVersion(formatVersion(made))).toEqual(made);
    }),
  );
});
