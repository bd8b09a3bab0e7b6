import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./run-npm.js";

/** Installs the locked packages unless just these are there. */
export async function installPackages(root, signal) {
  if (hasLockedPackages(readJson(join(root, "package-lock.json")), readJson(join(root, "node_modules/.package-lock.json")))) return;
  // The build needs the development packages even where NODE_ENV says production.
  await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"], {
    root,
    signal,
    doing: "Installing packages (npm ci)",
    done: "Packages installed",
  });
}

/**
 * Whether what npm noted as installed is what is locked. npm writes that note last, so an interrupted installation
 * has none, and packages that a person installed with npm count as well.
 */
export function hasLockedPackages(locked, installed) {
  if (locked === null || installed === null) return false;
  const there = installed.packages;
  const isThere = ([path, { version, integrity, optional, link }]) => {
    const found = there[path];
    // Packages for other systems are optional, and left out.
    if (path === "" || link || (found === undefined && optional)) return true;
    return found !== undefined && found.version === version && found.integrity === integrity;
  };
  return Object.entries(locked.packages).every(isThere) && Object.keys(there).every((path) => path in locked.packages);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
