// `node scripts/make-ready.js`: installs missing packages, and builds unless the last build has the same sources.
import { prepareCheckout } from "./checkout/prepare.js";

await prepareCheckout({ builds: true });
