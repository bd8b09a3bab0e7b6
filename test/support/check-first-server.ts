import pino from "pino";
import { startApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { CheckFirstLedger } from "./check-first-ledger.js";
import { testDatabase } from "./test-app.js";

/** The server without the ledger's lock; a program of its own, since nothing may switch the lock off in the product. */
const app = await startApp(readConfig(), () => Promise.resolve(testDatabase()), {
  log: pino({ level: "warn" }, pino.destination(2)),
  onProgress: () => undefined,
  createLedger: (graph) => new CheckFirstLedger(graph),
});
process.once("SIGTERM", () => void app.close());
console.log(`lineage is ready on ${app.url}`);
