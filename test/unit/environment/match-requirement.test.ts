import fc from "fast-check";
import { matchRequirement } from "../../../src/catalog/environment/match-requirement.js";
import { matchesSpecifier } from "../../../src/core/python/specifier.js";

const unpinned = (specifier: string | null) => ({ version: null, specifier });

test.each([
  // Requirements of pip, then of conda.
  [">=0.20,<1", "==0.23.2", "MAYBE"],
  [null, "==0.23.2", "MAYBE"],
  ["", "==0.23.2", "MAYBE"],
  [">=0.23", "==0.22", "NO"],
  ["!=0.23.*", "==0.23.2", "NO"],
  ["~=1.4.2", ">=1.5", "NO"],
  ["~=1.4.2", ">=1.4.5", "MAYBE"],
  ["~=1.4.2", ">=1.4", "MAYBE"],
  ["==1.*", "<2", "MAYBE"],
  [">=2", ">=1.5", "MAYBE"],
  [">1.0", "<1.0.1", "MAYBE"],
  [">=1.0", "==1.0rc1", "NO"],
  ["<2", "<1", "MAYBE"],
  [null, ">=0", "MAYBE"],
  ["=0.23.2", "==0.23.2", "YES"],
  ["=0.23.2", "==0.23.1", "NO"],
  ["=0.23", "==0.23.2", "MAYBE"],
  ["=0.23", "==0.24.0", "NO"],
  ["=0.23.*", "==0.23.2", "MAYBE"],
  ["1.26.*", "<1.26", "NO"],
  ["1.26|1.27", "==1.27", "MAYBE"],
  ["1.26|1.27", "==1.28", "NO"],
  [">=1.26,<2|>=3", "==2.5", "NO"],
  [">=1.26.*", "==1.25", "NO"],
  ["[build=cuda*]", "==1.25", "MAYBE"],
  ["[version='>=3']", "==1.25", "MAYBE"],
  ["^1.*$", "==1.25", "MAYBE"],
  ["*", "==1.25", "MAYBE"],
] as const)("a requirement %j installs %s: %s", (specifier, wanted, match) => {
  expect(matchRequirement(unpinned(specifier), wanted)).toBe(match);
});

test.each([
  ["0.23.2", "==0.23.2", "YES"],
  ["0.23.1", "==0.23.2", "NO"],
  ["1.1.1w", "<3", "MAYBE"],
  ["1.1.1w", "===1.1.1W", "YES"],
  ["1.1.1w", "===1.1.1k", "NO"],
  ["1.1.1w", "", "YES"],
] as const)("the pinned version %s installs %j: %s", (version, wanted, match) => {
  expect(matchRequirement({ version, specifier: `==${version}` }, wanted)).toBe(match);
});

test("no version satisfies both sets of a NO", () => {
  const number = fc.constantFrom("0", "1", "2");
  const version = fc
    .tuple(number, number, fc.constantFrom("", ".0", ".1", "rc1", ".post1", ".dev1"))
    .map(([major, minor, rest]) => `${major}.${minor}${rest}`);
  const condition = fc.oneof(
    fc.tuple(fc.constantFrom("==", "!=", "<", "<=", ">", ">=", "~="), version).map((parts) => parts.join("")),
    fc
      .tuple(fc.constantFrom("==", "!="), number, number)
      .map(([operator, major, minor]) => `${operator}${major}.${minor}.*`),
    fc.tuple(fc.constantFrom("==", "!="), number).map(([operator, major]) => `${operator}${major}.*`),
  );
  const set = fc.array(condition, { minLength: 1, maxLength: 3 }).map((conditions) => conditions.join(","));
  fc.assert(
    fc.property(set, set, fc.array(version, { minLength: 20, maxLength: 40 }), (allowed, wanted, versions) => {
      const match = matchRequirement(unpinned(allowed), wanted);
      const both = versions.filter((each) => matchesSpecifier(each, allowed) && matchesSpecifier(each, wanted));
      if (both.length > 0) expect(match).toBe("MAYBE");
    }),
    { numRuns: 500 },
  );
});
