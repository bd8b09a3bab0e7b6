import { runJest } from "./jest.js";
import { fail, runSelected, runWhole } from "./whole.js";

/*
 * Every command that starts jest, by its name in package.json. `options` are those of parseArgs; a command without them
 * passes its arguments to jest.
 */
export const commands = {
  test: {
    help: `npm test [-- <suite or jest option> ...]

Without arguments: checks types, format and lint, builds, then runs every suite on a real Neo4j.
With arguments: runs jest with them directly, without those steps.

  npm test
  npm test -- test/api/impact.test.ts
  npm test -- test/api/impact.test.ts -t "limit"

The database is started only if a selected suite needs it. If NEO4J_URI is set, the tests use that database.
The last line is "N passed, N failed[, N skipped]".`,
    run: (words) => (words.length === 0 ? runWhole() : runSelected(words)),
    fail,
  },

  "test:unit": {
    help: `npm run test:unit [-- <jest option> ...]

Runs the unit tests, which need neither a database nor a build.`,
    run: (words) => runJest(["test/unit/", ...words]),
  },

  "test:watch": {
    help: `npm run test:watch [-- <suite or jest option> ...]

Runs the suites that depend on files changed since the last commit, and again after each saved change. Changed
Cypher statements count as well. With a suite, runs that suite instead. The first suite that needs a database starts
one; it is kept until the end.
Press w for more options, q or Ctrl-C to stop.`,
    run: (words) => runJest(["--watch", ...words]),
  },

  "test:faults": {
    help: `npm run test:faults [-- --kills <n>] [--seconds <n>]

Kills, stops and freezes the database and the server more often than npm test does.

  --kills <n>    number of times each is killed. Defaults to 100.
  --seconds <n>  seconds for which the database is frozen. Defaults to 30.`,
    options: { kills: { type: "string", default: "100" }, seconds: { type: "string", default: "30" } },
    run: ({ kills, seconds }) =>
      runJest(
        [
          "--runInBand",
          ...["killed-database", "killed-server", "frozen-database"].map((name) => `test/fault/${name}.test.ts`),
        ],
        { FAULT_KILLS: kills, FAULT_SECONDS: seconds },
      ),
  },

  "test:races": {
    help: `npm run test:races [-- --rounds <n>] [--seed <n>]

Runs the races of test/fault/races.test.ts for more rounds than npm test does.

  --rounds <n>  number of rounds. Defaults to 5000.
  --seed <n>    repeats the races of an earlier run, which printed its seed.`,
    options: { rounds: { type: "string", default: "5000" }, seed: { type: "string" } },
    run: ({ rounds, seed }) =>
      runJest(["test/fault/races.test.ts"], { RACE_ROUNDS: rounds, ...(seed && { RACE_SEED: seed }) }),
  },

  "test:properties": {
    help: `npm run test:properties [-- --graphs <n>] [--seed <n>]

Compares the answers for random graphs and histories with those of a simple model, for more graphs than npm test does.

  --graphs <n>  number of graphs of each property. Defaults to 5000.
  --seed <n>    repeats the graphs of an earlier run, which printed its seed.`,
    options: { graphs: { type: "string", default: "5000" }, seed: { type: "string" } },
    run: ({ graphs, seed }) =>
      runJest(
        ["test/graph/random-worlds.test.ts", "test/api/histories.test.ts", "test/graph/production-history.test.ts"],
        { LINEAGE_PROPERTY_GRAPHS: graphs, ...(seed && { LINEAGE_PROPERTY_SEED: seed }) },
      ),
  },
};
