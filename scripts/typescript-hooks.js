import { existsSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { transformFile } from "@swc/core";
import { swcOptions } from "./swc-options.js";

/*
 * `node --import ./scripts/typescript-hooks.js file.ts` runs the sources directly, without a build, so that tests can
 * start, kill and race processes.
 */
const swc = { ...swcOptions, sourceMaps: "inline" };

if (!import.meta.url.includes("?hooks")) register(`${import.meta.url}?hooks`);

/** Sources import the `.js` file that a build would create. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith(".") && specifier.endsWith(".js")) {
    const source = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), swc);
  return { format: "module", source: code, shortCircuit: true };
}
