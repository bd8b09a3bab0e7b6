import type { NodeLine } from "../client/find-node.js";
import { formatCount, kindWords, toWord } from "../format/words.js";
import type { DetailsOf, NodeDetails } from "./node-details.js";

/** A list of rows under a heading. */
export interface DetailList {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}

/** A node for display: named values, then lists. Unknown values are omitted. */
export interface Description {
  readonly values: readonly (readonly [name: string, value: string])[];
  readonly lists: readonly DetailList[];
}

/** The first nodes of a list. */
interface NodeList {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: NodeLine }[];
}

type Value = string | number | boolean | null;
interface KindDescription {
  readonly values: Readonly<Record<string, Value>>;
  readonly lists?: readonly DetailList[];
}

/** Describes a node for display. */
export function describeNode(node: NodeDetails): Description {
  const { values, lists = [] } = describeKind(node);
  const { tombstone, recalls, notes } = node;
  const deleted = tombstone && `${tombstone.at} by ${tombstone.by}: ${tombstone.reason}`;
  const stub = node.isStub ? "only referenced by other facts, never registered" : null;
  const all: KindDescription["values"] = {
    deleted,
    stub,
    ...values,
    recorded: node.recordedAt,
    key: node.key,
    id: node.id,
  };
  const ofPeople: readonly DetailList[] = [
    { heading: "open recalls", rows: recalls.map(({ openedAt, reason, id }) => [openedAt, reason, id]) },
    { heading: "notes", rows: notes.map(({ at, by, text }) => [at, by, text]) },
  ];
  return {
    values: Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, textOf(value)] as const])),
    lists: [...ofPeople, ...lists].filter(({ rows }) => rows.length > 0),
  };
}

function describeKind(node: NodeDetails): KindDescription {
  switch (node.__typename) {
    case "DatasetSnapshot":
      return describeSnapshot(node);
    case "CodeCommit":
      return { values: { repository: node.repository, sha: node.sha, dirty: node.dirty, message: node.message } };
    case "Environment":
      return describeEnvironment(node);
    case "Run":
      return describeRun(node);
    case "ModelVersion":
      return describeModelVersion(node);
    case "Deployment":
      return describeDeployment(node);
  }
}

function describeSnapshot({
  namespace,
  dataset,
  version,
  digest,
  uri,
  sizeBytes,
  rowCount,
  createdAt,
  producedBy,
  usedBy,
}: DetailsOf<"DatasetSnapshot">): KindDescription {
  return {
    values: {
      dataset: dataset.name,
      namespace,
      version,
      digest,
      uri,
      bytes: sizeBytes,
      rows: rowCount,
      created: createdAt,
      "produced by": keyOf(producedBy),
    },
    lists: [listOf("used by", usedBy)],
  };
}

function describeEnvironment({
  digest,
  imageUri,
  pythonVersion,
  pinned,
  packages,
}: DetailsOf<"Environment">): KindDescription {
  const rows = packages.map(({ name, version, specifier, url, marker }) => [
    name,
    version ?? specifier ?? url ?? "any version",
    marker === null ? "" : `; ${marker}`,
  ]);
  return {
    values: { digest, image: imageUri, python: pythonVersion, pinned },
    lists: [{ heading: `packages (${rows.length})`, rows }],
  };
}

function describeRun(run: DetailsOf<"Run">): KindDescription {
  const {
    namespace,
    externalId,
    name,
    experiment,
    status,
    startedAt,
    endedAt,
    by,
    codeCommit,
    environment,
    parameters,
    tags,
    metrics,
  } = run;
  return {
    values: {
      "run id": externalId,
      namespace,
      name,
      experiment,
      status: toWord(status),
      started: startedAt,
      ended: endedAt,
      by,
      commit: keyOf(codeCommit),
      environment: keyOf(environment),
    },
    lists: [
      { heading: "parameters", rows: parameters.map((parameter) => [parameter.name, parameter.value]) },
      { heading: "tags", rows: tags.map((tag) => [tag.name, tag.value]) },
      {
        heading: "metrics",
        rows: metrics.map((metric) => [
          metric.name,
          metric.text,
          metric.step === null ? "" : `step ${metric.step}`,
          metric.dataset ? `on ${metric.dataset.label}` : "",
        ]),
      },
      { heading: "inputs", rows: run.inputs.map(({ role, node }) => [role, ...rowOf(node)]) },
      { heading: "outputs", rows: run.outputs.map(({ role, node }) => [role, ...rowOf(node)]) },
    ],
  };
}

function describeModelVersion({
  namespace,
  model,
  version,
  aliases,
  artifactUri,
  artifactDigest,
  producedBy,
  trainingData,
  deployments,
}: DetailsOf<"ModelVersion">): KindDescription {
  return {
    values: {
      model: model.name,
      namespace,
      version,
      aliases: aliases.length > 0 ? aliases.join(", ") : null,
      artifact: artifactUri,
      "artifact digest": artifactDigest,
      "produced by": keyOf(producedBy),
    },
    lists: [{ heading: "training data", rows: trainingData.map(rowOf) }, listOf("deployments", deployments)],
  };
}

function describeDeployment({
  namespace,
  endpoint,
  stage,
  modelVersion,
  state,
  trafficPercent,
  validFrom,
  validTo,
  by,
}: DetailsOf<"Deployment">): KindDescription {
  return {
    values: {
      endpoint: endpoint.name,
      namespace,
      stage: toWord(stage),
      "model version": modelVersion.key,
      state: toWord(state),
      traffic: `${trafficPercent}%`,
      from: validFrom,
      to: validTo,
      by,
    },
  };
}

function textOf(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? formatCount(value) : value;
}

function keyOf(node: NodeLine | null): string | null {
  return node?.key ?? null;
}

function rowOf({ kind, key, isStub }: NodeLine): string[] {
  return [kindWords[kind], key, ...(isStub ? ["(stub)"] : [])];
}

function listOf(name: string, { totalCount, edges }: NodeList): DetailList {
  const count = edges.length < totalCount ? `${edges.length} of ${formatCount(totalCount)}` : formatCount(totalCount);
  return { heading: `${name} (${count})`, rows: edges.map(({ node }) => rowOf(node)) };
}
