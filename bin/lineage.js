#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/cli.js", import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error("error: lineage is not built yet. Build it with: npm run build");
  process.exitCode = 1;
}
