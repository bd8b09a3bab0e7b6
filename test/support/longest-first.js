import { statSync } from "node:fs";

/**
 * Suites that take minutes. Started last, they would keep one worker busy while the other is idle. The random worlds
 * come after the races, which fill the database: in an almost empty one Neo4j plans its statements again for each world.
 */
const longest = ["test/fault/killed-database.test.ts", "test/fault/races.test.ts", "test/graph/random-worlds.test.ts"];

/** The order of suites: the longest first, then by the size of their files, as in jest's own order. */
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
    // Without the durations of earlier runs the order is the same on every machine.
  }
}
