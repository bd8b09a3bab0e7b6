import { describeEnvironment } from "../../../src/catalog/environment/environment-content.js";
import { exampleFacts } from "../../../src/adapters/example/example-facts.js";
import { type Fact, type FactInput, fact } from "../../../src/adapters/ingest/fact.js";
import {
  commitKey,
  deploymentKey,
  environmentKey,
  modelVersionKey,
  runKey,
  snapshotKey,
} from "../../../src/core/shared/key.js";

/** A lineage node of the example, with the times of its creation and, if it has ended, of its end. */
interface ExampleNode {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}
interface ExampleEdge {
  readonly kind: string;
  readonly upstream: string;
  readonly downstream: string;
}
/** The example as a graph, read from its facts without the product's code. */
export interface ExampleGraph {
  readonly nodes: Map<string, ExampleNode>;
  readonly edges: ExampleEdge[];
  /** Every lineage node that a fact refers to. */
  readonly references: string[];
}

type Ref<K extends string> = { readonly [key in K]: string };
type VersionRef = Ref<"namespace" | "model"> & { readonly version?: string | null | undefined };
type InputOf<Operation extends Fact["operation"]> = Extract<Fact, { operation: Operation }>["input"];

export const keyOfSnapshot = (ref: Ref<"namespace" | "dataset" | "version">): string =>
  snapshotKey(ref.namespace, ref.dataset, ref.version);
export const keyOfVersion = (ref: VersionRef): string =>
  modelVersionKey(ref.namespace, ref.model, ref.version ?? "by alias");
const keyOfRun = (ref: Ref<"namespace" | "externalId">): string => runKey(ref.namespace, ref.externalId);
const keyOfDeployment = (
  ref: Ref<"namespace" | "endpoint"> & { modelVersion: VersionRef; validFrom: number },
): string => deploymentKey(ref.namespace, ref.endpoint, keyOfVersion(ref.modelVersion), ref.validFrom);

export const exampleGraph = (): ExampleGraph => graphOf(exampleFacts());

export function graphOf(facts: readonly FactInput[]): ExampleGraph {
  const graph: ExampleGraph = { nodes: new Map(), edges: [], references: [] };
  for (const given of facts) addFact(graph, fact.parse(given));
  return graph;
}

/** The keys that are reachable from a key; they include it only if it is on a cycle. */
export function reach({ edges }: ExampleGraph, start: string, direction: "upstream" | "downstream"): Set<string> {
  const against = direction === "upstream" ? "downstream" : "upstream";
  const reached = new Set<string>();
  const open = [start];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const edge of edges) {
      if (edge[against] !== key || reached.has(edge[direction])) continue;
      reached.add(edge[direction]);
      open.push(edge[direction]);
    }
  }
  return reached;
}

function addFact(graph: ExampleGraph, given: Fact): void {
  switch (given.operation) {
    case "registerDatasetSnapshot":
      return addSnapshot(graph, given.input);
    case "registerCodeCommit":
      return addNode(graph, commitKey(given.input.repository, given.input.sha), given.input.committedAt);
    case "registerEnvironment":
      return addNode(graph, environmentKey(describeEnvironment(given.input).digest));
    case "recordRun":
      return addRun(graph, given.input);
    case "registerModelVersion":
      return addVersion(graph, given.input);
    case "recordDeployment":
      return addDeployment(graph, given.input);
    case "setModelAlias":
      return void graph.references.push(keyOfVersion(given.input));
    case "defineEndpoint":
      return;
  }
}

function addNode({ nodes }: ExampleGraph, key: string, from?: number | null, to?: number | null): void {
  if (nodes.has(key)) throw new Error(`${key} is registered twice`);
  nodes.set(key, { from: from ?? undefined, to: to ?? undefined });
}

function addEdge(graph: ExampleGraph, kind: string, upstream: string, downstream: string): void {
  graph.edges.push({ kind, upstream, downstream });
  graph.references.push(upstream, downstream);
}

function addSnapshot(graph: ExampleGraph, input: InputOf<"registerDatasetSnapshot">): void {
  const key = keyOfSnapshot(input);
  addNode(graph, key, input.createdAt);
  for (const upstream of input.derivedFrom ?? []) addEdge(graph, "DERIVED_INTO", keyOfSnapshot(upstream), key);
  if (input.emittedBy) addEdge(graph, "EMITTED", keyOfDeployment(input.emittedBy), key);
}

function addRun(graph: ExampleGraph, input: InputOf<"recordRun">): void {
  const key = keyOfRun(input);
  addNode(graph, key, input.startedAt, input.endedAt);
  for (const used of input.inputs ?? []) {
    if (used.datasetSnapshot) addEdge(graph, "USED_BY", keyOfSnapshot(used.datasetSnapshot), key);
    if (used.modelVersion) addEdge(graph, "USED_BY", keyOfVersion(used.modelVersion), key);
  }
  if (input.codeCommit) addEdge(graph, "USED_BY", commitKey(input.codeCommit.repository, input.codeCommit.sha), key);
  if (input.environment) addEdge(graph, "USED_BY", environmentKey(input.environment.digest), key);
  for (const output of input.outputSnapshots ?? []) addEdge(graph, "PRODUCED", key, keyOfSnapshot(output));
  if (input.parent) graph.references.push(keyOfRun(input.parent));
  for (const metric of input.metrics ?? []) if (metric.dataset) graph.references.push(keyOfSnapshot(metric.dataset));
}

function addVersion(graph: ExampleGraph, input: InputOf<"registerModelVersion">): void {
  const key = keyOfVersion(input);
  addNode(graph, key, input.createdAt);
  if (input.producedBy) addEdge(graph, "PRODUCED", keyOfRun(input.producedBy), key);
  for (const upstream of input.derivedFrom ?? []) addEdge(graph, "DERIVED_INTO", keyOfVersion(upstream), key);
}

function addDeployment(graph: ExampleGraph, input: InputOf<"recordDeployment">): void {
  const key = keyOfDeployment(input);
  addNode(graph, key, input.validFrom, input.validTo);
  addEdge(graph, "DEPLOYED_AS", keyOfVersion(input.modelVersion), key);
}
