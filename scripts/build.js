// `npm run build`: TypeScript to dist, the playground to dist/playground.
import { spawnSync } from "node:child_process";

for (const args of [
  ["node_modules/typescript/bin/tsc", "-p", "."],
  [
    "node_modules/vite/bin/vite.js",
    "build",
    "--config",
    "src/adapters/playground/vite.config.ts",
    "--logLevel",
    "warn",
  ],
]) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
