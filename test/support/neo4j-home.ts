import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Neo4j plans a statement again once the statistics have changed much, which each suite does in a nearly empty database:
 * planning took more than nine tenths of its time. Test databases keep their first plans.
 */
export const testSettings = { "dbms.cypher.min_replan_interval": "1h" };

/** An empty home for a test's own Neo4j, with the class path of another one if available, because Maven takes seconds. */
export async function createNeo4jHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "lineage-own-neo4j-"));
  const found = process.env.LINEAGE_TEST_JAVA;
  if (found !== undefined) await cp(found, join(home, "java"), { recursive: true });
  return home;
}
