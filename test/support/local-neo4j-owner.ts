import { startLocalNeo4j } from "../../src/adapters/local-neo4j/local-neo4j.js";

/*
 * A process that owns a local Neo4j as the API does. Arguments: home, preferred port. Standard output: one JSON line
 * with the connection, then `ended` if Neo4j ends unexpectedly. It stops on SIGTERM.
 */
const [home = "", boltPort = ""] = process.argv.slice(2);
const stopped = new AbortController();
process.on("SIGTERM", () => stopped.abort(new Error("stopped by SIGTERM")));
try {
  const neo4j = await startLocalNeo4j({
    home,
    boltPort: Number(boltPort),
    environment: process.env,
    signal: stopped.signal,
    onProgress: (line) => console.error(line),
    onUnexpectedEnd: () => console.log("ended"),
  });
  console.log(JSON.stringify(neo4j));
  const staysAlive = setInterval(() => undefined, 60_000);
  stopped.signal.addEventListener("abort", () => {
    clearInterval(staysAlive);
    void neo4j.stop();
  });
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
