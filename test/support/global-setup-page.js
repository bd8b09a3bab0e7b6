import { prepareCheckout } from "../../scripts/checkout/prepare.js";
import setUpDatabase from "./global-setup.js";

/** For suites that need the built playground: builds it if the sources changed, and starts the database. */
export default async function setUp(globalConfig) {
  if (!(await prepareCheckout({ builds: true }))) throw new Error("the build failed; its output is above");
  await setUpDatabase(globalConfig);
}
