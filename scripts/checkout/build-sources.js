import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readIfPresent } from "./files.js";
import { runNpm } from "./run-npm.js";

/** Builds unless the last build has the same sources. */
export async function buildSources(root, signal) {
  const stamp = join(root, "dist/.sources");
  const digest = digestSources(root);
  if (readIfPresent(stamp) === digest) return;
  // An interrupted build must not be mistaken for a complete one.
  rmSync(stamp, { force: true });
  await runNpm(["run", "build"], { root, signal, doing: "Building", done: "Built" });
  writeFileSync(stamp, digest);
}

/** A digest of the names and contents of all that the build reads. */
export function digestSources(root) {
  const hash = createHash("sha256");
  for (const file of listSources(root))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function listSources(root) {
  const isConfiguration = (name) => /^(package(-lock)?|tsconfig.*)\.json$/.test(name);
  const folders = ["src", "schema/examples", "cypher", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
  );
  return [...readdirSync(root).filter(isConfiguration), ...folders].sort();
}
