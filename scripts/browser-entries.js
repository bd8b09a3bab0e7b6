import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The folders of src/adapters that are pages: those with a vite.config.ts, relative to the checkout. */
export function findBrowserEntries(root) {
  return readdirSync(join(root, "src/adapters"))
    .map((name) => `src/adapters/${name}`)
    .filter((folder) => existsSync(join(root, folder, "vite.config.ts")));
}
