import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent } from "./files.js";
import { runNpm } from "./run-npm.js";

/** Installs the locked packages unless exactly these are installed. */
export async function installPackages(root, signal) {
  const folder = join(root, "node_modules");
  const stamp = join(folder, ".lineage-start");
  const wanted = digestOf(join(root, "package.json"), join(root, "package-lock.json"));
  if (readIfPresent(stamp) === wanted) return;
  if (hasLockedPackages(readJson(join(root, "package-lock.json")), readJson(join(folder, ".package-lock.json"))))
    return;
  // An interrupted installation leaves incomplete packages, which npm would consider complete.
  await rm(folder, { recursive: true, force: true });
  // `npm ci` refuses a lock file without the optional packages of other systems, and npm omits those if it
  // cannot reach them. `--no-save` keeps the lock file as it is. The build needs the development packages even if
  // NODE_ENV is production.
  await runNpm(["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    root,
    signal,
    doing: "Installing packages",
    done: "Packages installed",
  });
  await writeFile(stamp, wanted);
}

/**
 * Whether the packages that npm recorded as installed are the locked ones, including packages installed manually. npm
 * writes that record last: an interrupted installation has none.
 */
export function hasLockedPackages(locked, installed) {
  if (locked === null || installed === null) return false;
  const there = installed.packages;
  const isThere = ([path, { version, integrity, optional, link }]) => {
    const found = there[path];
    // Packages for other systems are optional: they are not installed here, and may not be locked.
    if (path === "" || link || (found === undefined && optional)) return true;
    return found !== undefined && found.version === version && found.integrity === integrity;
  };
  const isLocked = ([path, { optional }]) => optional || path in locked.packages;
  return Object.entries(locked.packages).every(isThere) && Object.entries(there).every(isLocked);
}

function readJson(file) {
  const text = readIfPresent(file);
  return text === null ? null : JSON.parse(text);
}

function digestOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}
