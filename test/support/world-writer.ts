import neo4j, { type Driver } from "neo4j-driver";
import { encodeParams } from "../../src/core/graph/encode.js";
import { type Deployment, type Node, type World, stateOf } from "./oracle/world.js";
import { testDatabase } from "./test-app.js";

/*
 * Writes worlds in the graph model (cypher/README.md), bypassing the ledger and the sources: no source of facts could
 * create some of them, and the code that reads them must not depend on the code that writes them.
 */

const createNodes = "UNWIND $rows AS row CREATE (n:Lineage:$(row.label)) SET n = row.properties";
const createEdges = `UNWIND $rows AS row MATCH (a:Lineage {key: row.from}) MATCH (b:Lineage {key: row.to})
  CREATE (a)-[r:$(row.type) {role: row.role, recordedAt: row.recordedAt, sequence: row.recordedAt}]->(b)
  SET r.kind = row.kind, r.retractedAt = row.retractedAt`;
const createEndpoints = "UNWIND $rows AS row CREATE (e:Endpoint) SET e = row";
const createServedAt = `UNWIND $rows AS row MATCH (d:Lineage {key: row.key}) MATCH (e:Endpoint {key: row.endpoint}) CREATE (d)-[:SERVED_AT]->(e)
  FOREACH (revision IN row.revisions | CREATE (d)-[:REVISED_FROM]->(v:DeploymentRevision) SET v = revision)`;
const createReleases = `UNWIND $rows AS row MATCH (m:Lineage {key: row.modelVersion}) MATCH (e:Endpoint {key: row.endpoint})
  CREATE (r:Release) SET r = row.properties CREATE (r)-[:PROPOSES]->(m) CREATE (r)-[:PROPOSED_FOR]->(e)`;
const createRecalls = `UNWIND $rows AS row CREATE (r:Recall) SET r = row.properties
  WITH r, row UNWIND row.targets AS target MATCH (n:Lineage {key: target}) CREATE (r)-[:RECALLS {recordedAt: r.openedAt}]->(n)`;

/** Writes worlds and removes them again. */
export class WorldWriter {
  readonly #driver: Driver;
  readonly #database: string;

  constructor() {
    const { uri, user, password, database } = testDatabase();
    this.#driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password) : undefined, {
      disableLosslessIntegers: true,
    });
    this.#database = database;
  }

  async write(world: World, namespace: string): Promise<void> {
    const { nodes, edges, endpoints, releases, recalls } = world;
    await this.#transact([
      [
        createNodes,
        nodes.map((node) => ({
          label: node.kind,
          properties: { ...commonProperties(node, namespace), ...propertiesOf(node) },
        })),
      ],
      [
        createEdges,
        edges.map((edge) => ({
          ...edge,
          ...(edge.retractedAt === null ? { kind: null } : { type: "RETRACTED", kind: edge.type }),
        })),
      ],
      [createEndpoints, endpoints.map(({ key, stage }) => ({ key, stage, namespace, name: key.replace(/^.*\//, "") }))],
      [
        createServedAt,
        nodes
          .filter((node) => node.kind === "Deployment")
          .map((deployment) => ({
            key: deployment.key,
            endpoint: deployment.endpoint,
            revisions: revisionsOf(deployment),
          })),
      ],
      [
        createReleases,
        releases.map(({ modelVersion, endpoint, closedAt, ...release }) => ({
          modelVersion,
          endpoint,
          properties: {
            ...release,
            closedAt,
            state: closedAt === null ? "PROPOSED" : "WITHDRAWN",
            modelVersionKey: modelVersion,
            endpointKey: endpoint,
            trafficPercent: 100,
            proposedBy: "test",
            sequence: 0,
            checks: "[]",
            policy: "{}",
            reviews: "[]",
            override: false,
          },
        })),
      ],
      [
        createRecalls,
        recalls.map(({ targets, ...recall }) => ({
          targets,
          properties: {
            ...recall,
            state: recall.closedAt === null ? "OPEN" : "CLOSED",
            reason: "test",
            by: "test",
            sequence: 0,
            datasetKeys: [],
            packageNames: [],
            packageSpecifiers: [],
          },
        })),
      ],
    ]);
  }

  async remove({ nodes, endpoints, releases, recalls }: World): Promise<void> {
    const keys = [...nodes, ...endpoints].map(({ key }) => key);
    const ids = [...releases, ...recalls].map(({ id }) => id);
    await this.#transact([
      [
        "UNWIND $rows AS key MATCH (n:Lineage {key: key}) OPTIONAL MATCH (n)-[:REVISED_FROM]->(v) DETACH DELETE v, n",
        keys,
      ],
      ["UNWIND $rows AS key MATCH (n:Endpoint {key: key}) DETACH DELETE n", keys],
      ["UNWIND $rows AS id MATCH (n:Release {id: id}) DETACH DELETE n", ids],
      ["UNWIND $rows AS id MATCH (n:Recall {id: id}) DETACH DELETE n", ids],
    ]);
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #transact(statements: readonly (readonly [string, readonly unknown[]])[]): Promise<void> {
    const session = this.#driver.session({ database: this.#database });
    try {
      await session.executeWrite((transaction) =>
        Promise.all(
          statements
            .filter(([, rows]) => rows.length > 0)
            .map(([text, rows]) => transaction.run(text, { rows: encodeParams(rows) })),
        ),
      );
    } finally {
      await session.close();
    }
  }
}

function commonProperties({ key, recordedAt, isStub, tombstonedAt }: Node, namespace: string): object {
  const tombstone =
    tombstonedAt === null
      ? {}
      : { tombstonedAt, tombstonedBy: "test", tombstoneReason: "test", tombstoneOverride: false, tombstoneSequence: 0 };
  return { key, recordedAt, sequence: recordedAt, stub: isStub, namespace, ...tombstone };
}

function propertiesOf(node: Node): object {
  // Other suites query the whole database and must find it consistent.
  const [name, version] = node.key.replace(/^.*[/:]/, "").split("@");
  switch (node.kind) {
    case "DatasetSnapshot":
      return {
        name,
        version,
        datasetKey: `dataset:${name}`,
        digest: node.hasDigest ? "sha256:00" : null,
        sizeBytes: node.sizeBytes,
      };
    case "CodeCommit":
      return { version, dirty: node.isDirty, patchDigest: node.hasPatch ? "sha256:00" : null };
    case "Environment":
      return {
        version,
        pinned: node.isPinned,
        packageKeys: [],
        packageNames: [],
        packageVersions: [],
        packageSpecifiers: [],
        packageMarkers: [],
        packageUrls: [],
      };
    case "Run":
      return { name, status: "COMPLETED", command: node.hasCommand ? "true" : null };
    case "ModelVersion":
      return { name, version, modelKey: `model:${name}` };
    case "Deployment": {
      const { since, validTo, endReason, traffic } = stateOf(node);
      return {
        endpointKey: node.endpoint,
        modelVersionKey: node.modelVersion,
        validFrom: node.validFrom,
        validTo,
        endReason,
        trafficPercent: traffic,
        revisedAt: since,
      };
    }
  }
}

/** Each state except the last was current until its successor was recorded. */
function revisionsOf({ states }: Deployment): object[] {
  return states.slice(0, -1).map(({ since, validTo, endReason, traffic }, index) => ({
    recordedAt: since,
    supersededAt: states[index + 1]?.since,
    validTo,
    endReason,
    trafficPercent: traffic,
  }));
}
