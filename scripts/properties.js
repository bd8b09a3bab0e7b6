// `npm run test:properties -- [--graphs 5000] [--seed N]`: random graphs and histories, as many as one likes, on a real Neo4j.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { graphs: { type: "string", default: "5000" }, seed: { type: "string" } } });
const env = {
  ...process.env,
  NODE_OPTIONS: "",
  LINEAGE_PROPERTY_GRAPHS: values.graphs,
  ...(values.seed && { LINEAGE_PROPERTY_SEED: values.seed }),
};
const suites = [
  "test/graph/random-worlds.test.ts",
  "test/api/histories.test.ts",
  "test/graph/production-history.test.ts",
];
const child = spawn(
  process.execPath,
  ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", "node_modules/jest/bin/jest.js", ...suites],
  { stdio: "inherit", env },
);
child.on("exit", (code) => (process.exitCode = code ?? 1));
