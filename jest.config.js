import { defaults } from "jest-config";
import { swcOptions } from "./scripts/swc-options.js";
import { groupSuites } from "./test/support/suite-needs.js";

const rootDir = import.meta.dirname;

/** Milliseconds. It ends a test that hangs; how fast the machine is decides no test. */
const testTimeout = 600_000;

const common = {
  rootDir,
  testEnvironment: "node",
  moduleFileExtensions: [...defaults.moduleFileExtensions, "cypher"],
  dependencyExtractor: "<rootDir>/test/support/cypher-dependencies.cjs",
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": ["@swc/jest", swcOptions] },
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  testTimeout,
};

const groups = groupSuites();
const paths = (suites) => suites.map((suite) => `<rootDir>/test/${suite}`);

/**
 * One project for each prerequisite of suites, because jest runs a project's global setup only if one of its suites is
 * selected. Suites run in parallel against one Neo4j; each test uses its own namespace.
 */
export default {
  rootDir,
  projects: [
    { ...common, testMatch: paths(groups.nothing) },
    {
      ...common,
      testMatch: paths(groups.database),
      globalSetup: "<rootDir>/test/support/global-setup.js",
      globalTeardown: "<rootDir>/test/support/global-teardown.js",
    },
    {
      ...common,
      testMatch: paths(groups.page),
      globalSetup: "<rootDir>/test/support/global-setup-page.js",
      globalTeardown: "<rootDir>/test/support/global-teardown.js",
    },
  ],
  testSequencer: "<rootDir>/test/support/suite-order.js",
  testTimeout,
  maxWorkers: 2,
};
