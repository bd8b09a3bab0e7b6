// `npm run build`: compiles TypeScript to dist and bundles each page to its folder in dist.
import { spawnSync } from "node:child_process";
import { findBrowserEntries } from "./browser-entries.js";

const pages = findBrowserEntries(process.cwd()).map((folder) => [
  "node_modules/vite/bin/vite.js",
  "build",
  "--config",
  `${folder}/vite.config.ts`,
  "--logLevel",
  "warn",
]);
for (const args of [["node_modules/typescript/bin/tsc", "-p", "."], ...pages]) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
