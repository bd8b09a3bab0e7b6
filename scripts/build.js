import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { build as buildPage } from "vite";

/*
 * `npm run build`: JavaScript of the sources to dist, the CLI as one file, and the playground to dist/playground. Types
 * are checked by `npm run lint` and `npm test`, not here: whoever starts a server should not wait for that.
 */
rmSync("dist", { recursive: true, force: true });

/** Sources that Node runs; pages are built for browsers. */
const sources = readdirSync("src", { recursive: true })
  .filter((file) => file.endsWith(".ts") && !file.startsWith(join("adapters", "playground")))
  .map((file) => join("src", file));
const common = { platform: "node", target: "node20", format: "esm", sourcemap: true, logLevel: "warning" };

await Promise.all([
  build({ ...common, entryPoints: sources, outdir: "dist" }),
  buildPage({ configFile: "src/adapters/playground/vite.config.ts", logLevel: "warn" }),
]);

// One file starts three times as fast as the several hundred that it is made of. The server is loaded by `lineage serve`
// only; the reader of SQLite finds its WebAssembly beside itself.
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
