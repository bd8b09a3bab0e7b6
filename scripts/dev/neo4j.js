import { join } from "node:path";
import "../typescript-hooks.js";

const { useLocalNeo4j } = await import("../../src/adapters/local-neo4j/shared-neo4j.ts");
const { readConfig } = await import("../../src/config.ts");

/** Starts the project's Neo4j, or uses one that is already running. `stop` is called with a message if it ends unexpectedly. */
export function openNeo4j({ home }, signal, stop) {
  return useLocalNeo4j({
    home,
    environment: process.env,
    signal,
    onProgress: (line) => console.log(line),
    onUnexpectedEnd: (message) => {
      console.error(message);
      stop(1);
    },
  });
}

/** Runs only Neo4j until a signal, and prints how to log in. */
export async function keepNeo4j() {
  const stopped = new AbortController();
  let neo4j;
  const stop = async (exitCode) => {
    if (stopped.signal.aborted) return;
    stopped.abort(new Error("stopped"));
    neo4j ??= await opening.catch(() => undefined);
    await neo4j?.stop();
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  const config = readConfig();
  const opening = openNeo4j(config, stopped.signal, stop);
  try {
    neo4j = await opening;
  } catch (error) {
    if (!stopped.signal.aborted) {
      console.error(error.message);
      process.exit(1);
    }
    return;
  }
  const passwordFile = join(config.home, "neo4j-password");
  console.log(`
Neo4j runs on ${neo4j.uri}
  user           ${neo4j.user}
  password       in the file ${passwordFile}
  cypher-shell   NEO4J_PASSWORD="$(cat '${passwordFile}')" cypher-shell -a ${neo4j.uri} -u ${neo4j.user}
  Neo4j Browser  open https://browser.neo4j.io or Neo4j Desktop, and connect to ${neo4j.uri}
Stop it with Ctrl-C.`);
  setInterval(() => undefined, 60_000);
}
