import pino from "pino";
import { startApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { CheckFirstLedger } from "./check-first-ledger.js";
import { testDatabase } from "./test-app.js";

/** The server without the ledger's lock. A separate program, because the product must not have an option for it. */
const app = await startApp(readConfig(), () => Promise.resolve(testDatabase()), {
  log: pino({ level: "warn" }, pino.destination(2)),
  onProgress: () => undefined,
  createLedger: (graph) => new CheckFirstLedger(graph),
});
process.once("SIGTERM", () => void app.close());
console.log(`lineage is ready on ${app.url}`);
