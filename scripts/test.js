import { hasSupportedNode } from "./checkout/node-version.js";

/*
 * Starts jest for every command of package.json that runs tests: `node scripts/test.js <command> [arguments]`.
 * It uses no packages, because it runs before they are installed.
 */
if (hasSupportedNode()) import("./test/run.js").then(({ run }) => run(process.argv.slice(2)));
