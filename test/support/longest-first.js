import { statSync } from "node:fs";

/**
 * Suites that take minutes: begun last, they would keep one worker busy while the other has nothing left to do. The random
 * worlds come after the races, which fill the database: in an almost empty one each world makes Neo4j plan anew.
 */
const longest = ["test/fault/killed-database.test.ts", "test/fault/races.test.ts", "test/graph/random-worlds.test.ts"];

/** The order in which jest begins suites: the longest first, then large files before small ones, as jest does without this. */
export default class LongestFirst {
  sort(tests) {
    const rankOf = ({ path }) => {
      const rank = longest.findIndex((suite) => path.endsWith(suite));
      return rank === -1 ? longest.length : rank;
    };
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
