import { graphql } from "../generated/gql.js";
import type { CliVerifyQuery, RecordedContentFragment } from "../generated/graphql.js";

/** A snapshot or a model version, with the recorded digest and path of its content. */
export interface RecordedNode {
  readonly key: string;
  /** Its role for the verified node. */
  readonly role: string;
  readonly digest: string | null;
  readonly path: string | null;
}

graphql(`
  fragment RecordedContent on LineageNode {
    __typename
    key
    ... on DatasetSnapshot {
      digest
      uri
    }
    ... on ModelVersion {
      artifactDigest
      artifactUri
    }
  }
`);

export const verifyQuestion = graphql(`
  query CliVerify($key: String!) {
    lineageNode(ref: { key: $key }) {
      ...RecordedContent
      ... on ModelVersion {
        producedBy {
          inputs {
            role
            node {
              ...RecordedContent
            }
          }
        }
      }
      ... on Run {
        inputs {
          role
          node {
            ...RecordedContent
          }
        }
        outputs {
          role
          node {
            ...RecordedContent
          }
        }
      }
    }
  }
`);

/** All recorded content of a node. `path` overrides the path of the node's own content. */
export function recordedContents(of: CliVerifyQuery["lineageNode"], key: string, path: string | null): RecordedNode[] {
  switch (of?.__typename) {
    case undefined:
      return [{ key, role: "", digest: null, path }];
    case "DatasetSnapshot":
      return [{ ...contentOf("", of), ...(path !== null && { path }) }];
    case "ModelVersion":
      return [
        { ...contentOf("model", of), ...(path !== null && { path }) },
        ...(of.producedBy?.inputs.map(({ role, node }) => contentOf(role, node)) ?? []),
      ];
    case "Run":
      return [...of.inputs, ...of.outputs].map(({ role, node }) => contentOf(role, node));
    default:
      return [];
  }
}

function contentOf(role: string, of: RecordedContentFragment): RecordedNode {
  switch (of.__typename) {
    case "DatasetSnapshot":
      return { key: of.key, role, digest: of.digest, path: of.uri };
    case "ModelVersion":
      return { key: of.key, role, digest: of.artifactDigest, path: of.artifactUri };
    default:
      return { key: of.key, role, digest: null, path: null };
  }
}
