import type { Session } from "neo4j-driver";
import { runKey, snapshotKey } from "../../src/core/shared/key.js";
import type { ApiProcess } from "./api-process.js";

const batchSize = 500;

/** Events per second through the API and as plain Cypher. */
export interface IngestRates {
  readonly api: number;
  readonly raw: number;
}

interface RunEvent {
  readonly externalId: string;
  readonly datasets: readonly string[];
  readonly value: number;
}

const events = (batch: number): RunEvent[] =>
  Array.from({ length: batchSize }, (_, index) => ({
    externalId: `${batch}-${index}`,
    datasets: [0, 1, 2].map((input) => `d${(index + input) % 100}`),
    value: index / batchSize,
  }));

/**
 * Records runs with three inputs, a parameter and a metric each, in batches, one batch through the API and one as
 * `UNWIND` of the same rows in turn; both leave the same nodes and relationships, which is checked.
 */
export async function measureIngest(api: ApiProcess, session: Session, batches: number): Promise<IngestRates> {
  const milliseconds = { api: 0, raw: 0 };
  const namespace = `ingest-${Date.now()}`;
  const [apiSpace, rawSpace] = [`${namespace}-api`, `${namespace}-raw`];
  // The first batches of both plan their statements and are not timed.
  for (let batch = -2; batch < batches; batch += 1) {
    const [throughApi, asCypher] = [
      await timed(() => sendFacts(api, apiSpace, batch)),
      await timed(() => unwind(session, rawSpace, batch)),
    ];
    if (batch < 0) continue;
    milliseconds.api += throughApi;
    milliseconds.raw += asCypher;
  }
  const [left, right] = [await countWritten(session, apiSpace), await countWritten(session, rawSpace)];
  if (left !== right) throw new Error(`the API wrote ${left}, plain Cypher ${right}`);
  const rate = (time: number): number => (batches * batchSize) / (time / 1_000);
  return { api: rate(milliseconds.api), raw: rate(milliseconds.raw) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function sendFacts(api: ApiProcess, namespace: string, batch: number): Promise<void> {
  const lines = events(batch).map(({ externalId, datasets, value }) =>
    JSON.stringify({
      operation: "recordRun",
      input: {
        namespace,
        externalId,
        status: "COMPLETED",
        experiment: "bench",
        parameters: [{ name: "lr", value: "0.1" }],
        metrics: [{ name: "auc", value }],
        inputs: datasets.map((dataset) => ({
          role: "training",
          datasetSnapshot: { namespace, dataset, version: "1" },
        })),
      },
    }),
  );
  const answer = await api.post("/api/facts", "application/x-ndjson", lines.join("\n"));
  if (answer.includes('"REJECTED"') || answer.includes('"errors"')) throw new Error(answer.slice(0, 500));
}

const saveSnapshots = `UNWIND $rows AS row MERGE (s:Lineage {key: row.key}) ON CREATE SET s:DatasetSnapshot, s.recordedAt = timestamp(), s.sequence = 0
  SET s += row.fields MERGE (d:Dataset {key: row.dataset}) MERGE (s)-[:VERSION_OF]->(d)`;
const saveRuns = `UNWIND $rows AS row MERGE (r:Lineage {key: row.key}) ON CREATE SET r:Run, r.recordedAt = timestamp(), r.sequence = 0 SET r += row.fields`;
const saveUses = `UNWIND $rows AS row MATCH (a:Lineage {key: row.up}) MATCH (b:Lineage {key: row.down})
  MERGE (a)-[u:USED_BY {role: 'training'}]->(b) ON CREATE SET u.recordedAt = timestamp(), u.sequence = 0`;

const countNodes = `MATCH (n:Lineage) WHERE n.key STARTS WITH $prefix OPTIONAL MATCH (n)<-[u:USED_BY]-() RETURN count(DISTINCT n) AS nodes, count(u) AS uses`;

/** A simple writer without a ledger, conflicts and retries, with one transaction for each batch. */
async function unwind(session: Session, namespace: string, batch: number): Promise<void> {
  const snapshots = new Set(events(batch).flatMap(({ datasets }) => datasets));
  const key = (dataset: string): string => snapshotKey(namespace, dataset, "1");
  await session.executeWrite(async (transaction) => {
    await transaction.run(saveSnapshots, {
      rows: [...snapshots].map((dataset) => ({
        key: key(dataset),
        dataset: `dataset:${namespace}/${dataset}`,
        fields: { name: dataset, namespace, version: "1", searchWords: `${dataset}_` },
      })),
    });
    await transaction.run(saveRuns, {
      rows: events(batch).map(({ externalId, value }) => ({
        key: runKey(namespace, externalId),
        fields: {
          name: externalId,
          namespace,
          title: externalId,
          status: "COMPLETED",
          experiment: "bench",
          searchWords: `${externalId}_`,
          stub: false,
          parameterNames: ["lr"],
          parameterValues: ["0.1"],
          metricNames: ["auc"],
          metricValues: [value],
          metricRecords: [JSON.stringify({ name: "auc", value })],
        },
      })),
    });
    await transaction.run(saveUses, {
      rows: events(batch).flatMap(({ externalId, datasets }) =>
        datasets.map((dataset) => ({ up: key(dataset), down: runKey(namespace, externalId) })),
      ),
    });
  });
}

async function countWritten(session: Session, namespace: string): Promise<string> {
  const parts: string[] = [];
  for (const kind of ["snapshot", "run"]) {
    const { records } = await session.run(countNodes, { prefix: `${kind}:${namespace}/` });
    parts.push(`${records[0]?.get("nodes")} nodes (${kind}) with ${records[0]?.get("uses")} inputs`);
  }
  return parts.join(", ");
}
