// `npm run bench -- [nodes]`: measures questions and imports; see test/bench/bench.ts.
import { spawn } from "node:child_process";

const child = spawn(process.execPath, ["--import", "./test/support/typescript-hooks.js", "test/bench/bench.ts", ...process.argv.slice(2)], { stdio: "inherit" });
child.on("exit", (code) => (process.exitCode = code ?? 1));
