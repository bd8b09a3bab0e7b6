import { randomUUID } from "node:crypto";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { modelVersionKey, runKey, snapshotKey } from "../../src/core/shared/key.js";
import type { SchemaClient } from "./schema-client.js";

/** Facts and keys of one namespace, in a short notation: `d@1` is version 1 of the dataset or model d. */
export function caseFacts(namespace = `content-${randomUUID()}`) {
  const split = (ref: string): [string, string] => {
    const [name = "", version = ""] = ref.split("@");
    return [name, version];
  };
  const snapshotRef = (ref: string) => ({ namespace, dataset: split(ref)[0], version: split(ref)[1] });
  const versionRef = (ref: string) => ({ namespace, model: split(ref)[0], version: split(ref)[1] });
  return {
    namespace,
    s: (ref: string) => snapshotKey(namespace, ...split(ref)),
    v: (ref: string) => modelVersionKey(namespace, ...split(ref)),
    r: (name: string) => runKey(namespace, name),
    snapshot: (ref: string, rest: object = {}): FactInput => ({
      operation: "registerDatasetSnapshot",
      input: { ...snapshotRef(ref), ...rest },
    }),
    run: (externalId: string, inputs: readonly string[], outputs: readonly string[] = []): FactInput => ({
      operation: "recordRun",
      input: {
        namespace,
        externalId,
        status: "COMPLETED",
        inputs: inputs.map((ref) => ({ role: "input", datasetSnapshot: snapshotRef(ref) })),
        outputSnapshots: outputs.map(snapshotRef),
      },
    }),
    version: (ref: string, producedBy: string | null, rest: object = {}): FactInput => ({
      operation: "registerModelVersion",
      input: {
        ...versionRef(ref),
        ...(producedBy !== null && { producedBy: { namespace, externalId: producedBy } }),
        ...rest,
      },
    }),
    deploy: (endpoint: string, ref: string): FactInput => ({
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint,
        stage: "PRODUCTION",
        modelVersion: versionRef(ref),
        validFrom: "2026-05-02T10:00:00Z",
      },
    }),
  };
}

interface Found {
  readonly key: string;
}

/** The questions of the cases, with sorted keys as answers. */
export function caseQuestions(client: SchemaClient) {
  async function impactOf(key: string, includeCopies?: boolean): Promise<string[]> {
    const { impact } = await client.answer<{ impact: { affected: { edges: { node: { node: Found } }[] } } }>(
      `query($key: String!${includeCopies === undefined ? "" : ", $includeCopies: Boolean"}) {
      impact(of: [{ key: $key }]${includeCopies === undefined ? "" : ", includeCopies: $includeCopies"}) { affected(first: 500) { edges { node { node { key } } } } }
    }`,
      { key, includeCopies },
    );
    return impact.affected.edges.map(({ node }) => node.node.key).sort();
  }

  async function upstreamOf(key: string): Promise<string[]> {
    const { lineageNode } = await client.answer<{ lineageNode: { upstream: { nodes: { node: Found }[] } } }>(
      "query($key: String!) { lineageNode(ref: { key: $key }) { upstream { nodes { node { key } } } } }",
      { key },
    );
    return lineageNode.upstream.nodes.map(({ node }) => node.key).sort();
  }

  async function planOf(key: string): Promise<{ verdict: string; blockers: { node: Found }[] }> {
    const { deletionPlan } = await client.answer<{ deletionPlan: { verdict: string; blockers: { node: Found }[] } }>(
      "query($key: String!) { deletionPlan(of: [{ key: $key }]) { verdict blockers { node { key } } } }",
      { key },
    );
    return deletionPlan;
  }

  async function candidatesOf(namespace: string): Promise<string[]> {
    const { deletionCandidates } = await client.answer<{ deletionCandidates: { edges: { node: Found }[] } }>(
      "query($namespace: String!) { deletionCandidates(namespace: $namespace, first: 500) { edges { node { key } } } }",
      { namespace },
    );
    return deletionCandidates.edges.map(({ node }) => node.key).sort();
  }

  return { impactOf, upstreamOf, planOf, candidatesOf };
}
