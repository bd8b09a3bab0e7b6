import { readFileSync } from "node:fs";

/*
 * This file, and the scripts that import it statically, use only features of Node 14: an old Node must be able to
 * report that it is too old.
 */
const engines = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).engines;
const oldest = engines.node.replace(">=", "");

/** Whether this Node can run the project. If it cannot, reports that and sets the exit code. */
export function hasSupportedNode() {
  if (!isOlder(process.versions.node, oldest)) return true;
  console.error(
    `lineage requires Node ${oldest} or newer, but ${process.execPath} is Node ${process.versions.node}. Install a newer version (https://nodejs.org), then repeat the command.`,
  );
  process.exitCode = 1;
  return false;
}

function isOlder(version, than) {
  const parts = version.split(".").map(Number);
  const oldestParts = than.split(".").map(Number);
  const at = oldestParts.findIndex((part, index) => part !== parts[index]);
  return at !== -1 && parts[at] < oldestParts[at];
}
