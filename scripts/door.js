import { connect, createServer } from "node:net";
import { pipeline } from "node:stream";

/*
 * `node scripts/door.js 4001 4000` passes connections that arrive at a container's port 4001 on to its loopback, where
 * the API listens on 4000. docker-compose.yml says why.
 */
const [port, apiPort] = process.argv.slice(2).map(Number);

createServer((caller) => {
  const api = connect(apiPort, "127.0.0.1");
  // Either side's end or failure ends the other; there is nobody to tell.
  pipeline(caller, api, () => undefined);
  pipeline(api, caller, () => undefined);
}).listen(port, "0.0.0.0");

process.on("SIGTERM", () => process.exit(0));
