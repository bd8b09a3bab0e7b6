import { rm } from "node:fs/promises";

/** Stops what the global setup started. */
export default async function tearDown() {
  const started = globalThis.lineageTestNeo4j;
  if (!started) return;
  await started.neo4j.stop();
  await rm(started.home, { recursive: true, force: true });
}
