import { connect, createServer } from "node:net";
import { pipeline } from "node:stream";

/*
 * `node scripts/door.js 4001 4000` forwards connections from a container's port 4001 to its loopback, where the API
 * listens on 4000. docker-compose.yml explains why.
 */
const [port, apiPort] = process.argv.slice(2).map(Number);

createServer((caller) => {
  const api = connect(apiPort, "127.0.0.1");
  // The end or failure of either side ends the other. An error has no recipient.
  pipeline(caller, api, () => undefined);
  pipeline(api, caller, () => undefined);
}).listen(port, "0.0.0.0");

process.on("SIGTERM", () => process.exit(0));
