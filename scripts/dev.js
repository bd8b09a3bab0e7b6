import { hasSupportedNode } from "./checkout/node-version.js";

/* `npm run dev`: runs the API and the pages from the sources until Ctrl-C, and applies saved changes. */
if (hasSupportedNode()) start();

async function start() {
  if (process.argv.includes("--help"))
    return console.log(`npm run dev, npm run dev:debug

Runs the API and the playground from the sources until Ctrl-C. The API restarts after a saved change of src, cypher or
shell; the page updates in the browser. Uses NEO4J_URI, or the project's own Neo4j, which stays up across restarts.
dev:debug also opens Node's inspector of the API on port 9229. The environment variables of npm start apply.`);
  const { prepareCheckout } = await import("./checkout/prepare.js");
  const { stopWithNpm } = await import("./checkout/stop-with-npm.js");
  stopWithNpm();
  if (!(await prepareCheckout({ builds: false }))) return;
  const { develop } = await import("./dev/develop.js");
  await develop(process.argv.slice(2).filter((word) => word.startsWith("--inspect")));
}
