// `npm run bench -- [nodes] [--home FOLDER]`: builds, then measures queries and imports; see test/bench/bench.ts.
import { spawn, spawnSync } from "node:child_process";

const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
const child = spawn(
  process.execPath,
  ["--import", "./scripts/typescript-hooks.js", "test/bench/bench.ts", ...process.argv.slice(2)],
  { stdio: "inherit" },
);
child.on("exit", (code) => (process.exitCode = code ?? 1));
