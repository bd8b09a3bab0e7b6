import { type Driver, int } from "neo4j-driver";
import type { FlowType, GraphRow, NodeLabel } from "./graph-generator.js";

const batchSize = 10_000;

const createNodes = (label: NodeLabel): string =>
  `UNWIND $rows AS row CREATE (n:Lineage:${label} {key: row.key, recordedAt: 0, sequence: 0, stub: false}) SET n += row.properties`;
const createFlow = (type: FlowType): string =>
  `UNWIND $rows AS row MATCH (a:Lineage {key: row.up}) MATCH (b:Lineage {key: row.down}) CREATE (a)-[:${type} {role: row.role, recordedAt: 0, sequence: 0}]->(b)`;
const createEndpoints = `UNWIND $rows AS row CREATE (e:Endpoint {key: row.key, name: row.name, namespace: 'bench', stage: row.stage})
  WITH e, row UNWIND row.deployments AS key MATCH (d:Lineage {key: key}) CREATE (d)-[:SERVED_AT]->(e)`;

/** The number of written rows, and the speed. */
export interface Loaded {
  readonly nodes: number;
  readonly flow: number;
  readonly seconds: number;
}

/** Writes rows in batches, bypassing the ledger, because only reads of them are measured. */
export async function loadGraph(
  driver: Driver,
  database: string,
  rows: Iterable<GraphRow>,
  onProgress: (line: string) => void,
): Promise<Loaded> {
  const startedAt = performance.now();
  const loader = new GraphLoader(driver, database);
  for (const row of rows) {
    if (await loader.add(row)) onProgress(`  ${loader.nodes} nodes, ${loader.flow} relationships`);
  }
  await loader.flush();
  return { nodes: loader.nodes, flow: loader.flow, seconds: (performance.now() - startedAt) / 1_000 };
}

class GraphLoader {
  nodes = 0;
  flow = 0;
  readonly #driver: Driver;
  readonly #database: string;
  readonly #nodes = new Map<string, GraphRow[]>();
  readonly #others = new Map<string, GraphRow[]>();
  #waiting = 0;

  constructor(driver: Driver, database: string) {
    this.#driver = driver;
    this.#database = database;
  }

  /** True if it wrote the rows added so far. */
  async add(row: GraphRow): Promise<boolean> {
    if (row.is === "node") push(this.#nodes, createNodes(row.label), row);
    else push(this.#others, row.is === "flow" ? createFlow(row.type) : createEndpoints, row);
    if (row.is === "node") this.nodes += 1;
    if (row.is === "flow") this.flow += 1;
    this.#waiting += 1;
    if (this.#waiting < 10 * batchSize) return false;
    await this.flush();
    return true;
  }

  /** Nodes come first, since the others refer to them. */
  async flush(): Promise<void> {
    for (const [text, rows] of [...this.#nodes, ...this.#others]) {
      for (let at = 0; at < rows.length; at += batchSize) await this.#write(text, rows.slice(at, at + batchSize));
    }
    this.#nodes.clear();
    this.#others.clear();
    this.#waiting = 0;
  }

  async #write(text: string, rows: readonly GraphRow[]): Promise<void> {
    const session = this.#driver.session({ database: this.#database });
    await session.run(text, { rows: rows.map(encodeRow) });
    await session.close();
  }
}

/** Whole numbers are sent as integers, as the API does. */
function encodeRow(row: GraphRow): object {
  if (row.is !== "node") return row;
  return {
    ...row,
    properties: Object.fromEntries(
      Object.entries(row.properties).map(([name, value]) => [name, typeof value === "number" ? int(value) : value]),
    ),
  };
}

function push(lists: Map<string, GraphRow[]>, name: string, row: GraphRow): void {
  const list = lists.get(name);
  if (list) list.push(row);
  else lists.set(name, [row]);
}
