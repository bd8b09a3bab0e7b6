import { readFileSync } from "node:fs";

/*
 * `npm start`: makes a checkout ready (packages, build) and runs the API in this same process, so that signals and
 * exit codes need no passing on. Plain Node without packages, as it runs before they are installed; nothing newer
 * than Node 14 in this file, so that an old Node can say that it is too old.
 */
const engines = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).engines;
const oldest = engines.node.replace(">=", "");

function isOlder(version, than) {
  const parts = version.split(".").map(Number);
  const oldestParts = than.split(".").map(Number);
  const at = oldestParts.findIndex((part, index) => part !== parts[index]);
  return at !== -1 && parts[at] < oldestParts[at];
}

if (isOlder(process.versions.node, oldest)) {
  console.error(
    `lineage needs Node ${oldest} or newer, and ${process.execPath} is Node ${process.versions.node}. Install a newer one (https://nodejs.org), then run npm start again.`,
  );
  process.exitCode = 1;
} else {
  import("./start/run.js").then(({ run }) => run());
}
