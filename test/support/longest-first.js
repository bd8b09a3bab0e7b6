import { statSync } from "node:fs";

/** Suites that take minutes: begun last, they would keep one worker busy while the other has nothing left to do. */
const longest = ["test/graph/random-worlds.test.ts", "test/fault/killed-database.test.ts"];

/** The order in which jest begins suites: the longest first, then large files before small ones, as jest does without this. */
export default class LongestFirst {
  sort(tests) {
    const rankOf = ({ path }) => (longest.some((suite) => path.endsWith(suite)) ? 0 : 1);
    const sizes = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return [...tests].sort((a, b) => rankOf(a) - rankOf(b) || sizes.get(b.path) - sizes.get(a.path));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Without durations of earlier runs the order is the same everywhere.
  }
}
