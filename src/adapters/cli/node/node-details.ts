import { z } from "zod";
import type { Question } from "../client/api-client.js";
import { nodeLine } from "../client/find-node.js";
import type { LineageKind } from "../format/words.js";

const line = "{ key kind label namespace }";
/** How many of a list without an end are shown. */
const first = 20;

/** Everything that the API knows of a node, by its kind. */
const fields: Readonly<Record<LineageKind, string>> = {
  DATASET_SNAPSHOT: `... on DatasetSnapshot {
    dataset { namespace name } version digest uri sizeBytes rowCount createdAt
    producedBy ${line}
    usedBy(first: ${first}) { totalCount edges { node ${line} } }
  }`,
  CODE_COMMIT: "... on CodeCommit { repository sha dirty message }",
  ENVIRONMENT:
    "... on Environment { digest imageUri pythonVersion pinned packages { name version specifier marker url } }",
  RUN: `... on Run {
    externalId name experiment status startedAt endedAt by
    parameters { name value }
    metrics { name text step dataset ${line} }
    inputs { role inferred node ${line} }
    outputs { role inferred node ${line} }
    codeCommit ${line}
    environment ${line}
  }`,
  MODEL_VERSION: `... on ModelVersion {
    model { namespace name } version aliases artifactUri artifactDigest
    producedBy ${line}
    trainingData ${line}
    deployments(first: ${first}) { totalCount edges { node ${line} } }
  }`,
  DEPLOYMENT: `... on Deployment {
    endpoint { namespace name } stage modelVersion ${line} status trafficPercent validFrom validTo by
  }`,
};

const word = z.string().nullable();
/** BigInt comes as a number or, where JSON's numbers end, as text. */
const integer = z.union([z.number(), z.string()]).nullable();
const named = z.object({ namespace: z.string(), name: z.string() });
const list = z.object({ totalCount: z.number(), edges: z.array(z.object({ node: nodeLine })) });
const inRole = z.array(z.object({ role: z.string(), inferred: z.boolean(), node: nodeLine }));
const common = {
  ...nodeLine.shape,
  id: z.string(),
  recordedAt: z.string(),
  tombstone: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  recalls: z.array(z.object({ id: z.string(), openedAt: z.string(), reason: z.string() })),
  notes: z.array(z.object({ at: z.string(), by: z.string(), text: z.string() })),
};

const snapshot = z.object({
  ...common,
  kind: z.literal("DATASET_SNAPSHOT"),
  dataset: named,
  version: z.string(),
  digest: word,
  uri: word,
  sizeBytes: integer,
  rowCount: integer,
  createdAt: word,
  producedBy: nodeLine.nullable(),
  usedBy: list,
});
const commit = z.object({
  ...common,
  kind: z.literal("CODE_COMMIT"),
  repository: z.string(),
  sha: z.string(),
  dirty: z.boolean(),
  message: word,
});
const environment = z.object({
  ...common,
  kind: z.literal("ENVIRONMENT"),
  digest: z.string(),
  imageUri: word,
  pythonVersion: word,
  pinned: z.boolean(),
  packages: z.array(z.object({ name: z.string(), version: word, specifier: word, marker: word, url: word })),
});
const run = z.object({
  ...common,
  kind: z.literal("RUN"),
  externalId: z.string(),
  name: word,
  experiment: word,
  status: z.string(),
  startedAt: word,
  endedAt: word,
  by: word,
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
  metrics: z.array(z.object({ name: z.string(), text: z.string(), step: integer, dataset: nodeLine.nullable() })),
  inputs: inRole,
  outputs: inRole,
  codeCommit: nodeLine.nullable(),
  environment: nodeLine.nullable(),
});
const modelVersion = z.object({
  ...common,
  kind: z.literal("MODEL_VERSION"),
  model: named,
  version: z.string(),
  aliases: z.array(z.string()),
  artifactUri: word,
  artifactDigest: word,
  producedBy: nodeLine.nullable(),
  trainingData: z.array(nodeLine),
  deployments: list,
});
const deployment = z.object({
  ...common,
  kind: z.literal("DEPLOYMENT"),
  endpoint: named,
  stage: z.string(),
  modelVersion: nodeLine,
  status: z.string(),
  trafficPercent: z.number(),
  validFrom: z.string(),
  validTo: word,
  by: word,
});

const details = z.discriminatedUnion("kind", [snapshot, commit, environment, run, modelVersion, deployment]);
const answer = z.object({ lineageNode: details.nullable() });

/** The question about a node of a kind. One for all kinds cannot be: their fields differ in type under one name. */
export function showQuestion(kind: LineageKind): Question<z.output<typeof answer>> {
  return {
    text: `query CliShow($key: String!) { lineageNode(ref: { key: $key }) { id key kind label namespace recordedAt tombstone { at by reason } recalls { id openedAt reason } notes { at by text } ${fields[kind]} } }`,
    answer,
  };
}

export type NodeDetails = z.output<typeof details>;
export type DetailsOf<Kind extends NodeDetails["kind"]> = Extract<NodeDetails, { kind: Kind }>;
export type NodeList = z.output<typeof list>;
