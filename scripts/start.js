import { hasSupportedNode } from "./checkout/node-version.js";

/*
 * `npm start`: makes a checkout ready (packages, build) and runs the API in this same process, so that signals and
 * exit codes need no passing on. Plain Node without packages, as it runs before they are installed.
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
