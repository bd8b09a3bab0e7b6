// `npm run test:races -- --rounds 5000 [--seed n]`: the races of test/fault/races.test.ts, for longer than `npm test` has time.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5000" }, seed: { type: "string" } } });
const child = spawn(
  process.execPath,
  [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
    "test/fault/races.test.ts",
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      RACE_ROUNDS: values.rounds,
      ...(values.seed && { RACE_SEED: values.seed }),
    },
  },
);
child.on("exit", (code) => (process.exitCode = code ?? 1));
