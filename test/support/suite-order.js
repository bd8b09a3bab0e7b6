import { statSync } from "node:fs";

/** Suites that take minutes: started late, they would keep one worker busy while the other is idle. */
const first = ["test/graph/random-worlds.test.ts", "test/fault/killed-database.test.ts"];

/**
 * The races fill the shared database, which slows down suites that ask about all of it. They come late, with suites
 * beside and after them that take long as well and have their own database.
 */
const last = [
  "test/fault/races.test.ts",
  "test/e2e/documents.test.ts",
  "test/e2e/example-load.test.ts",
  "test/fault/frozen-database.test.ts",
];

/** The order of suites: between the first and the last ones large files before small ones, as in jest's own order. */
export default class SuiteOrder {
  sort(tests) {
    const sizes = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return [...tests].sort((a, b) => rankOf(a) - rankOf(b) || sizes.get(b.path) - sizes.get(a.path));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Without the durations of earlier runs the order is the same on every machine.
  }
}

function rankOf({ path }) {
  const isSuite = (suite) => path.endsWith(suite);
  const early = first.findIndex(isSuite);
  return early === -1 ? last.findIndex(isSuite) + 1 : early - first.length;
}
