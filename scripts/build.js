import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { build as buildPage } from "vite";
import { findBrowserEntries } from "./browser-entries.js";
import { root } from "./checkout/prepare.js";

/*
 * `npm run build`: JavaScript of the sources to dist, the CLI as one file, and each page to its folder in dist. Types are
 * checked by `npm test`, not here, because nobody who starts a server should wait for that.
 */
process.chdir(root);
rmSync("dist", { recursive: true, force: true });

const pages = findBrowserEntries(root);
/** Sources that Node runs. Pages are built for browsers. */
const sources = readdirSync("src", { recursive: true })
  .map((file) => join("src", file))
  .filter((file) => file.endsWith(".ts") && !pages.some((page) => file.startsWith(join(page, "/"))));
const common = { platform: "node", target: "node20", format: "esm", sourcemap: true, logLevel: "warning" };

await Promise.all([
  build({ ...common, entryPoints: sources, outdir: "dist" }),
  ...pages.map((page) => buildPage({ configFile: join(page, "vite.config.ts"), logLevel: "warn" })),
]);

// One file starts three times as fast as several hundred. Only `lineage serve` loads the server. The SQLite reader finds
// its WebAssembly in its own folder.
await build({
  ...common,
  entryPoints: ["src/cli.ts"],
  outfile: "dist/cli.js",
  bundle: true,
  external: ["./main.js", "node-sqlite3-wasm"],
  banner: {
    js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
  },
});
