import { hasSupportedNode } from "./checkout/node-version.js";

/*
 * `npm start`: prepares a checkout (packages, build) and runs the API in the same process, so signals and exit codes
 * need no forwarding. It uses no packages, because it runs before they are installed.
 */
if (hasSupportedNode()) start();

async function start() {
  const { prepareCheckout } = await import("./checkout/prepare.js");
  const { stopWithNpm } = await import("./checkout/stop-with-npm.js");
  stopWithNpm();
  if (!(await prepareCheckout({ builds: true }))) return;
  process.setSourceMapsEnabled(true);
  await import("../dist/main.js");
}
