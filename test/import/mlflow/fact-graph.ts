import { createHash } from "node:crypto";
import type { FactInput } from "../../../src/adapters/ingest/fact.js";

export interface Edge {
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly role?: string;
}

type Input<Operation extends FactInput["operation"]> = Extract<FactInput, { operation: Operation }>["input"];

/** The graph that facts describe, in the ids of expected.json, derived independently of the service. */
export class FactGraph {
  readonly facts: readonly FactInput[];
  readonly edges: Edge[] = [];
  readonly nodes = new Map<string, Set<string>>();
  readonly runs = new Map<string, Input<"recordRun">[]>();
  readonly snapshots = new Map<string, Input<"registerDatasetSnapshot">>();
  readonly versions = new Map<string, Input<"registerModelVersion">>();
  readonly aliases: Input<"setModelAlias">[] = [];
  readonly deployments: Input<"recordDeployment">[] = [];
  readonly #environments = new Map<string, string[]>();

  constructor(facts: readonly FactInput[], digestOf: (input: Input<"registerEnvironment">) => string) {
    this.facts = facts;
    for (const fact of facts)
      if (fact.operation === "registerEnvironment")
        this.#environments.set(digestOf(fact.input), environmentIds(fact.input));
    for (const fact of facts) this.#add(fact);
  }

  /** Ids of one kind: `run`, `dataset`, `commit`, `environment`, `version`, `logged_model`. */
  ids(kind: string): string[] {
    return [...(this.nodes.get(kind) ?? [])].sort();
  }

  edgesOf(kind: string): Edge[] {
    return this.edges.filter((edge) => edge.kind === kind);
  }

  /** The ids reachable from an id, upstream or downstream, along the edges that pass the filter. */
  closure(
    id: string,
    direction: "upstream" | "downstream",
    admits: (edge: Edge) => boolean = () => true,
    more: readonly Edge[] = [],
  ): Set<string> {
    const [from, to] = direction === "upstream" ? (["target", "source"] as const) : (["source", "target"] as const);
    const next = new Map<string, string[]>();
    for (const edge of [...this.edges, ...more])
      if (admits(edge)) next.set(edge[from], [...(next.get(edge[from]) ?? []), edge[to]]);
    const reached = new Set<string>();
    const open = [id];
    for (let current = open.pop(); current !== undefined; current = open.pop()) {
      for (const neighbour of next.get(current) ?? []) {
        if (reached.has(neighbour)) continue;
        open.push(neighbour);
        reached.add(neighbour);
      }
    }
    return reached;
  }

  #add(fact: FactInput): void {
    if (fact.operation === "registerDatasetSnapshot")
      this.snapshots.set(this.#node("dataset", snapshotId(fact.input)), fact.input);
    if (fact.operation === "registerCodeCommit") this.#node("commit", `commit:${fact.input.sha}`);
    if (fact.operation === "registerEnvironment")
      environmentIds(fact.input).forEach((id) => this.#node("environment", id));
    if (fact.operation === "recordRun") this.#run(fact.input);
    if (fact.operation === "registerModelVersion") this.#version(fact.input);
    if (fact.operation === "setModelAlias") this.aliases.push(fact.input);
    if (fact.operation === "recordDeployment") this.deployments.push(fact.input);
  }

  #run(input: Input<"recordRun">): void {
    const id = this.#node("run", `run:${input.externalId}`);
    this.runs.set(id, [...(this.runs.get(id) ?? []), input]);
    for (const { role, datasetSnapshot, modelVersion } of input.inputs ?? []) {
      if (datasetSnapshot) this.#edge(snapshotId(datasetSnapshot), id, role);
      if (modelVersion) this.#edge(versionId(modelVersion.model, modelVersion.version), id);
    }
    if (input.codeCommit) this.#edge(`commit:${input.codeCommit.sha}`, id);
    if (input.environment)
      for (const source of this.#environments.get(input.environment.digest) ?? ["environment:unknown"])
        this.#edge(source, id);
  }

  #version(input: Input<"registerModelVersion">): void {
    const id = versionId(input.model, input.version);
    this.#node(id.split(":")[0] ?? "", id);
    this.versions.set(id, { ...this.versions.get(id), ...input });
    if (input.producedBy) this.#edge(`run:${input.producedBy.externalId}`, id);
    for (const { model, version } of input.derivedFrom ?? []) this.#edge(versionId(model, version), id);
  }

  #node(kind: string, id: string): string {
    this.nodes.set(kind, (this.nodes.get(kind) ?? new Set()).add(id));
    return id;
  }

  #edge(source: string, target: string, role?: string): void {
    const kind = `${source.split(":")[0]}->${target.split(":")[0]}`.replace("dataset", "snapshot");
    const edge = { kind, source, target, ...(role !== undefined && { role }) };
    if (!this.edges.some((known) => JSON.stringify(known) === JSON.stringify(edge))) this.edges.push(edge);
  }
}

function snapshotId({ dataset, version }: { dataset: string; version: string }): string {
  return `dataset:${dataset}@${version}`;
}

/** Logged models are versions whose version is a model id. */
function versionId(model: string, version: string | null | undefined): string {
  return version?.startsWith("m-") ? `logged_model:${version}` : `version:${model}/${version}`;
}

function environmentIds({ requirements, imageUri }: Input<"registerEnvironment">): string[] {
  const digest =
    requirements && `environment:requirements:sha256:${createHash("sha256").update(requirements).digest("hex")}`;
  return [digest, imageUri && `environment:image:${imageUri}`].filter((id) => typeof id === "string");
}
