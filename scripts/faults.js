// `npm run test:faults -- --kills 100 --seconds 30`: the faults of test/fault, more often and for longer than `npm test` has time.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "100" }, seconds: { type: "string", default: "30" } },
});
const suites = ["killed-database", "killed-server", "frozen-database"].map((name) => `test/fault/${name}.test.ts`);
const child = spawn(
  process.execPath,
  [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
    "--runInBand",
    ...suites,
  ],
  {
    stdio: "inherit",
    env: { ...process.env, NODE_OPTIONS: "", FAULT_KILLS: values.kills, FAULT_SECONDS: values.seconds },
  },
);
child.on("exit", (code) => (process.exitCode = code ?? 1));
