import { z } from "zod";
import type { Question } from "../client/api-client.js";

/** A snapshot or a model version, with the recorded digest and path of its content. */
export interface RecordedNode {
  readonly key: string;
  /** Its role for the verified node. */
  readonly role: string;
  readonly digest: string | null;
  readonly path: string | null;
}

const snapshot = z.object({
  kind: z.literal("DATASET_SNAPSHOT"),
  key: z.string(),
  digest: z.string().nullable(),
  uri: z.string().nullable(),
});
const modelVersion = z.object({
  kind: z.literal("MODEL_VERSION"),
  key: z.string(),
  artifactDigest: z.string().nullable(),
  artifactUri: z.string().nullable(),
});
const content = z.discriminatedUnion("kind", [snapshot, modelVersion]);
const uses = z.array(z.object({ role: z.string(), node: content }));
const node = z.discriminatedUnion("kind", [
  snapshot,
  modelVersion.extend({ producedBy: z.object({ inputs: uses }).nullable() }),
  z.object({ kind: z.literal("RUN"), inputs: uses, outputs: uses }),
]);

const fields = "kind key ... on DatasetSnapshot { digest uri } ... on ModelVersion { artifactDigest artifactUri }";

export const verifyQuestion = {
  text: `query CliVerify($key: String!) {
    lineageNode(ref: { key: $key }) {
      ${fields}
      ... on ModelVersion { producedBy { inputs { role node { ${fields} } } } }
      ... on Run { inputs { role node { ${fields} } } outputs { role node { ${fields} } } }
    }
  }`,
  answer: z.object({ lineageNode: node.nullable() }),
} satisfies Question<unknown>;

/** All recorded content of a node. `path` overrides the path of the node's own content. */
export function recordedContents(of: z.output<typeof node> | null, key: string, path: string | null): RecordedNode[] {
  switch (of?.kind) {
    case undefined:
      return [{ key, role: "", digest: null, path }];
    case "DATASET_SNAPSHOT":
      return [{ ...contentOf("", of), ...(path !== null && { path }) }];
    case "MODEL_VERSION":
      return [
        { ...contentOf("model", of), ...(path !== null && { path }) },
        ...(of.producedBy?.inputs.map(toRecorded) ?? []),
      ];
    case "RUN":
      return [...of.inputs, ...of.outputs].map(toRecorded);
  }
}

function toRecorded({ role, node: used }: z.output<typeof uses>[number]): RecordedNode {
  return contentOf(role, used);
}

function contentOf(role: string, of: z.output<typeof content>): RecordedNode {
  if (of.kind === "DATASET_SNAPSHOT") return { key: of.key, role, digest: of.digest, path: of.uri };
  return { key: of.key, role, digest: of.artifactDigest, path: of.artifactUri };
}
