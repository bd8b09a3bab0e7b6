import type { Driver } from "neo4j-driver";
import neo4j from "neo4j-driver";
import { deploymentKey, endpointKey, modelVersionKey, runKey, snapshotKey } from "../../src/shared/key.js";

/** What a generated graph holds, as far as questions are asked about it. */
export interface GeneratedGraph {
  readonly namespace: string;
  readonly snapshots: readonly string[];
  readonly hub: string;
  /** First nodes of chains of diamonds, by their number. */
  readonly diamonds: Readonly<Record<number, string>>;
  readonly nodeCount: number;
}

type Label = "DatasetSnapshot" | "Run" | "ModelVersion" | "Deployment";
type FlowType = "USED_BY" | "PRODUCED" | "DEPLOYED_AS";
const nodesAProject = 20;

/** Nodes and edges in memory, before they are written. */
class Sketch {
  readonly nodes = new Map<Label, { key: string; name: string }[]>();
  readonly edges = new Map<FlowType, { up: string; down: string }[]>();
  readonly served: { deployment: string; endpoint: string; name: string; version: string }[] = [];

  node(label: Label, key: string, name: string): string {
    push(this.nodes, label, { key, name });
    return key;
  }

  edge(type: FlowType, up: string, down: string): void {
    push(this.edges, type, { up, down });
  }
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The same numbers at each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** Projects of raw data, features, trainings, versions and one deployment, some built on another's features. */
function sketchProjects(sketch: Sketch, namespace: string, nodeCount: number): void {
  const random = randomNumbers(7);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] ?? (list[0] as Item);
  for (let project = 0; project < nodeCount / nodesAProject; project += 1) {
    const raw = [0, 1, 2, 3].map((i) => sketch.node("DatasetSnapshot", snapshotKey(namespace, `raw-${project}-${i}`, "1"), `raw-${project}-${i}`));
    const features = [0, 1, 2, 3].map((i) => {
      const run = sketch.node("Run", runKey(namespace, `features-${project}-${i}`), `features-${project}-${i}`);
      for (const input of new Set([pick(raw), pick(raw)])) sketch.edge("USED_BY", input, run);
      const made = sketch.node("DatasetSnapshot", snapshotKey(namespace, `features-${project}-${i}`, "1"), `features-${project}-${i}`);
      sketch.edge("PRODUCED", run, made);
      return made;
    });
    sketchTrainings(sketch, namespace, project, features, pick);
    const other = Math.floor(random() * project);
    if (project > 0 && random() < 0.3) sketch.edge("USED_BY", snapshotKey(namespace, `features-${other}-0`, "1"), runKey(namespace, `features-${project}-0`));
  }
}

function sketchTrainings(sketch: Sketch, namespace: string, project: number, features: readonly string[], pick: (list: readonly string[]) => string): void {
  for (let i = 0; i < 4; i += 1) {
    const run = sketch.node("Run", runKey(namespace, `train-${project}-${i}`), `train-${project}-${i}`);
    for (const input of new Set([pick(features), pick(features)])) sketch.edge("USED_BY", input, run);
    if (i === 3) continue;
    const version = sketch.node("ModelVersion", modelVersionKey(namespace, `model-${project}`, String(i)), `model-${project}`);
    sketch.edge("PRODUCED", run, version);
    if (i > 0) continue;
    const deployment = sketch.node("Deployment", deploymentKey(namespace, `api-${project}`, version, 1_000), `api-${project}`);
    sketch.edge("DEPLOYED_AS", version, deployment);
    sketch.served.push({ deployment, endpoint: endpointKey(namespace, `api-${project}`), name: `api-${project}`, version });
  }
}

/** A snapshot that every second run used. */
function sketchHub(sketch: Sketch, namespace: string): string {
  const hub = sketch.node("DatasetSnapshot", snapshotKey(namespace, "hub", "1"), "hub");
  sketch.nodes.get("Run")?.forEach(({ key }, index) => {
    if (index % 2 === 0) sketch.edge("USED_BY", hub, key);
  });
  return hub;
}

/** A chain in which each link can be passed in two ways: 2^count paths. */
function sketchDiamonds(sketch: Sketch, namespace: string, count: number): string {
  const link = (i: number): string => snapshotKey(namespace, `diamond-${count}-${i}`, "1");
  for (let i = 0; i <= count; i += 1) sketch.node("DatasetSnapshot", link(i), `diamond-${count}-${i}`);
  for (let i = 0; i < count; i += 1) {
    for (const side of ["left", "right"]) {
      const run = sketch.node("Run", runKey(namespace, `diamond-${count}-${i}-${side}`), `diamond-${count}-${i}-${side}`);
      sketch.edge("USED_BY", link(i), run);
      sketch.edge("PRODUCED", run, link(i + 1));
    }
  }
  return link(0);
}

const createNodes: Readonly<Record<Label, string>> = {
  DatasetSnapshot: "UNWIND $rows AS row CREATE (:Lineage:DatasetSnapshot {key: row.key, name: row.name, namespace: $namespace, recordedAt: 1, sequence: 0, stub: false})",
  Run: "UNWIND $rows AS row CREATE (:Lineage:Run {key: row.key, name: row.name, namespace: $namespace, recordedAt: 1, sequence: 0, stub: false})",
  ModelVersion: "UNWIND $rows AS row CREATE (:Lineage:ModelVersion {key: row.key, name: row.name, namespace: $namespace, recordedAt: 1, sequence: 0, stub: false})",
  Deployment: "UNWIND $rows AS row CREATE (:Lineage:Deployment {key: row.key, name: row.name, namespace: $namespace, recordedAt: 1, sequence: 0, stub: false, validFrom: 1000, trafficPercent: 100})",
};
const createEdges: Readonly<Record<FlowType, string>> = {
  USED_BY: "UNWIND $rows AS row MATCH (a:Lineage {key: row.up}) MATCH (b:Lineage {key: row.down}) CREATE (a)-[:USED_BY {role: 'training', recordedAt: 1, sequence: 0}]->(b)",
  PRODUCED: "UNWIND $rows AS row MATCH (a:Lineage {key: row.up}) MATCH (b:Lineage {key: row.down}) CREATE (a)-[:PRODUCED {role: 'output', recordedAt: 1, sequence: 0}]->(b)",
  DEPLOYED_AS: "UNWIND $rows AS row MATCH (a:Lineage {key: row.up}) MATCH (b:Lineage {key: row.down}) CREATE (a)-[:DEPLOYED_AS {role: '', recordedAt: 1, sequence: 0}]->(b)",
};
const createServed = `UNWIND $rows AS row MATCH (d:Lineage {key: row.deployment}) SET d.modelVersionKey = row.version, d.endpointKey = row.endpoint
  MERGE (e:Endpoint {key: row.endpoint}) ON CREATE SET e.name = row.name, e.namespace = $namespace, e.stage = 'PRODUCTION' CREATE (d)-[:SERVED_AT]->(e)`;

/** Writes a graph of about this many nodes; beside the ledger, as only reading is measured. */
export async function generateGraph(driver: Driver, database: string, namespace: string, nodeCount: number): Promise<GeneratedGraph> {
  const sketch = new Sketch();
  sketchProjects(sketch, namespace, nodeCount);
  const hub = sketchHub(sketch, namespace);
  const diamonds = { 20: sketchDiamonds(sketch, namespace, 20), 40: sketchDiamonds(sketch, namespace, 40) };
  const write = async (text: string, rows: readonly object[]): Promise<void> => {
    for (let at = 0; at < rows.length; at += 10_000) {
      const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE });
      await session.run(text, { rows: rows.slice(at, at + 10_000), namespace });
      await session.close();
    }
  };
  for (const [label, rows] of sketch.nodes) await write(createNodes[label], rows);
  for (const [type, rows] of sketch.edges) await write(createEdges[type], rows);
  await write(createServed, sketch.served);
  const snapshots = (sketch.nodes.get("DatasetSnapshot") ?? []).filter(({ name }) => name.startsWith("raw-")).map(({ key }) => key);
  return { namespace, snapshots, hub, diamonds, nodeCount: [...sketch.nodes.values()].reduce((sum, rows) => sum + rows.length, 0) };
}
