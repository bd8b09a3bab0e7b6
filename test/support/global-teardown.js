import { rm } from "node:fs/promises";

/** Stops what the global setup started. In watch mode it is kept for the next run and ends with jest. */
export default async function tearDown(globalConfig) {
  const started = globalThis.lineageTestNeo4j;
  if (!started || globalConfig.watch || globalConfig.watchAll) return;
  delete globalThis.lineageTestNeo4j;
  await started.neo4j.stop();
  await rm(started.home, { recursive: true, force: true });
}
