import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty home for a test's own Neo4j, with the class path of another one if available, because Maven takes seconds. */
export async function createNeo4jHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "lineage-own-neo4j-"));
  const found = process.env.LINEAGE_TEST_JAVA;
  if (found !== undefined) await cp(found, join(home, "java"), { recursive: true });
  return home;
}
