import { hasSupportedNode } from "./checkout/node-version.js";

/* `npm run neo4j`: runs only the project's Neo4j, until Ctrl-C. */
if (hasSupportedNode()) start();

async function start() {
  if (process.argv.includes("--help"))
    return console.log(`npm run neo4j

Runs the project's own Neo4j until Ctrl-C, on the data in LINEAGE_HOME. npm start and npm run dev use it while it runs.`);
  const { prepareCheckout } = await import("./checkout/prepare.js");
  const { stopWithNpm } = await import("./checkout/stop-with-npm.js");
  stopWithNpm();
  if (await prepareCheckout({ builds: false })) await (await import("./dev/neo4j.js")).keepNeo4j();
}
