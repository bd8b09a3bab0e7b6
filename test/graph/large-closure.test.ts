import neo4j from "neo4j-driver";
import { OwnNeo4j } from "../support/own-neo4j.js";
import { type TestApp, startTestApp } from "../support/test-app.js";

/** The transaction memory that Neo4j grants by default with a heap of 512 MB, the smallest that this product gives it. */
const smallHeap = { "dbms.memory.transaction.total.max": "358m" };

const smallHub = "snapshot:n/small@1";
const largeHub = "snapshot:n/large@1";
const smallHubRuns = 70_000;
const largeHubRuns = 129_700;

let database: OwnNeo4j;
let app: TestApp;
/**
 * A snapshot that many runs used. The first hundred runs each produced a snapshot. Bypasses the ledger, and only the hub and
 * the runs that one page can list have the label of the constraint of keys, because checking each key takes minutes.
 */
async function createHub(key: string, name: string, runs: number): Promise<void> {
  const { uri, user, password } = database.database;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  await session.run(`CREATE (:Lineage:DatasetSnapshot {key: $key, recordedAt: 0})`, { key });
  await session.run(
    `MATCH (hub:Lineage {key: $key})
     UNWIND range(1, $runs) AS i
     CALL (hub, i) {
       CREATE (hub)-[:USED_BY {role: 'training', recordedAt: 0}]->
              (r:Run {key: 'run:n/' + $name + '-' + right('00000' + i, 6), recordedAt: 0})
       FOREACH (_ IN CASE WHEN i <= 10500 THEN [1] ELSE [] END | SET r:Lineage)
       FOREACH (_ IN CASE WHEN i <= 100 THEN [1] ELSE [] END |
         CREATE (r)-[:PRODUCED {role: '', recordedAt: 0}]->
                (:DatasetSnapshot {key: 'snapshot:n/' + $name + '-' + i + '@1', recordedAt: 0}))
     } IN TRANSACTIONS OF 10000 ROWS`,
    { key, name, runs: neo4j.int(runs) },
    { timeout: 580_000 },
  );
  await session.close();
  await driver.close();
}

interface Page {
  readonly nodes: readonly { readonly depth: number; readonly node: { readonly key: string } }[];
  readonly edges: readonly { readonly upstreamKey: string; readonly downstreamKey: string }[];
  readonly endCursor: string | null;
  readonly totalCount: number;
  readonly completeness: { readonly status: string };
}

async function downstream(of: readonly string[], args: { limit?: number; after?: string | null } = {}): Promise<Page> {
  const { lineage } = await app.ask<{ lineage: Page }>(
    `query($of: [NodeRefInput!]!, $limit: Int, $after: String) {
      lineage(of: $of, direction: DOWNSTREAM, limit: $limit, after: $after) {
        nodes { depth node { key } } edges { upstreamKey downstreamKey }
        endCursor totalCount completeness { status }
      } }`,
    { of: of.map((key) => ({ key })), limit: 500, ...args },
  );
  return lineage;
}

// It takes minutes, so only CI runs it.
(process.env.CI === undefined ? describe.skip : describe)("large closures in a small heap", () => {
  beforeAll(async () => {
    database = await OwnNeo4j.start(smallHeap);
    app = await startTestApp({}, { database: database.database });
    await createHub(smallHub, "small", smallHubRuns);
    await createHub(largeHub, "large", largeHubRuns);
  }, 600_000);
  afterAll(async () => {
    await app.close();
    await database.end();
  });

  test("pages list each of 70,000 nodes once, closest first, then by key", async () => {
    const listed: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await downstream([smallHub], { limit: 10_000, after });
      expect(page).toMatchObject({ totalCount: smallHubRuns + 100, completeness: { status: "COMPLETE" } });
      listed.push(...page.nodes.map(({ depth, node }) => `${depth} ${node.key}`));
      after = page.endCursor;
    } while (after !== null);
    expect(listed).toHaveLength(smallHubRuns + 100);
    expect(listed).toEqual([...new Set(listed)].sort());
  }, 600_000);

  test("200,000 reached nodes fit in the transaction memory of a small heap", async () => {
    const both = [smallHub, largeHub];
    const totalCount = smallHubRuns + largeHubRuns + 200;
    const standard = await downstream(both);
    expect(standard).toMatchObject({ totalCount });
    expect(standard.nodes).toHaveLength(500);
    expect(standard.edges).toHaveLength(500);
    const large = await downstream(both, { limit: 3_000, after: standard.endCursor });
    expect(large.nodes.map(({ node }) => node.key)).not.toContain(standard.nodes.at(-1)?.node.key);
    expect([large.nodes.length, large.edges.length]).toEqual([3_000, 3_000]);
    const largest = await downstream(both, { limit: 10_000 });
    expect([largest.nodes.length, largest.edges.length]).toEqual([10_000, 10_000]);
  }, 600_000);
});
