import type { ApiClient } from "../client/api-client.js";
import { graphql } from "../generated/gql.js";

graphql(`
  fragment NodeDetails on LineageNode {
    __typename
    ...NodeLine
    id
    recordedAt
    tombstone {
      at
      by
      reason
    }
    recalls {
      id
      openedAt
      reason
    }
    notes {
      at
      by
      text
    }
  }
`);

export const detailsQuestion = graphql(`
  query CliShow($key: String!) {
    lineageNode(ref: { key: $key }) {
      ...NodeDetails
      ... on DatasetSnapshot {
        dataset {
          namespace
          name
        }
        version
        digest
        uri
        sizeBytes
        rowCount
        createdAt
        producedBy {
          ...NodeLine
        }
        usedBy(first: 20) {
          totalCount
          edges {
            node {
              ...NodeLine
            }
          }
        }
      }
      ... on CodeCommit {
        repository
        sha
        dirty
        message
      }
      ... on Environment {
        digest
        imageUri
        pythonVersion
        pinned
        packages {
          name
          version
          specifier
          marker
          url
        }
      }
      ... on Run {
        externalId
        name
        experiment
        status
        startedAt
        endedAt
        by
        parameters {
          name
          value
        }
        tags {
          name
          value
        }
        metrics {
          name
          text
          step
          dataset {
            ...NodeLine
          }
        }
        inputs {
          role
          inferred
          node {
            ...NodeLine
          }
        }
        outputs {
          role
          inferred
          node {
            ...NodeLine
          }
        }
        codeCommit {
          ...NodeLine
        }
        environment {
          ...NodeLine
        }
      }
      ... on ModelVersion {
        model {
          namespace
          name
        }
        version
        aliases
        artifactUri
        artifactDigest
        producedBy {
          ...NodeLine
        }
        trainingData {
          ...NodeLine
        }
        deployments(first: 20) {
          totalCount
          edges {
            node {
              ...NodeLine
            }
          }
        }
      }
      ... on Deployment {
        endpoint {
          namespace
          name
        }
        stage
        modelVersion {
          ...NodeLine
        }
        state
        trafficPercent
        validFrom
        validTo
        by
      }
    }
  }
`);

/** Requests the details of a node of any kind. */
export async function askDetails(api: ApiClient, key: string) {
  return (await api.ask(detailsQuestion, { key })).lineageNode;
}

export type NodeDetails = NonNullable<Awaited<ReturnType<typeof askDetails>>>;
export type DetailsOf<Type extends NodeDetails["__typename"]> = Extract<NodeDetails, { readonly __typename: Type }>;
