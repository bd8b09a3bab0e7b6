import type { ApiClient } from "../client/api-client.js";
import { graphql } from "../generated/gql.js";
import type { LineageKind } from "../generated/graphql.js";

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

export const snapshotQuestion = graphql(`
  query CliShowSnapshot($key: String!) {
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
    }
  }
`);

export const commitQuestion = graphql(`
  query CliShowCommit($key: String!) {
    lineageNode(ref: { key: $key }) {
      ...NodeDetails
      ... on CodeCommit {
        repository
        sha
        dirty
        message
      }
    }
  }
`);

export const environmentQuestion = graphql(`
  query CliShowEnvironment($key: String!) {
    lineageNode(ref: { key: $key }) {
      ...NodeDetails
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
    }
  }
`);

export const runQuestion = graphql(`
  query CliShowRun($key: String!) {
    lineageNode(ref: { key: $key }) {
      ...NodeDetails
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
    }
  }
`);

export const modelVersionQuestion = graphql(`
  query CliShowModelVersion($key: String!) {
    lineageNode(ref: { key: $key }) {
      ...NodeDetails
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
    }
  }
`);

export const deploymentQuestion = graphql(`
  query CliShowDeployment($key: String!) {
    lineageNode(ref: { key: $key }) {
      ...NodeDetails
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

/** Requests the details of a node. One question for each kind, since their fields of the same name differ in type. */
export async function askDetails(api: ApiClient, kind: LineageKind, key: string) {
  switch (kind) {
    case "DATASET_SNAPSHOT":
      return only("DatasetSnapshot", await api.ask(snapshotQuestion, { key }));
    case "CODE_COMMIT":
      return only("CodeCommit", await api.ask(commitQuestion, { key }));
    case "ENVIRONMENT":
      return only("Environment", await api.ask(environmentQuestion, { key }));
    case "RUN":
      return only("Run", await api.ask(runQuestion, { key }));
    case "MODEL_VERSION":
      return only("ModelVersion", await api.ask(modelVersionQuestion, { key }));
    case "DEPLOYMENT":
      return only("Deployment", await api.ask(deploymentQuestion, { key }));
  }
}

export type NodeDetails = NonNullable<Awaited<ReturnType<typeof askDetails>>>;
export type DetailsOf<Type extends NodeDetails["__typename"]> = Extract<NodeDetails, { readonly __typename: Type }>;

/** The node of an answer, if it has the requested type. */
function only<Node extends { readonly __typename: string }, Type extends Node["__typename"]>(
  type: Type,
  { lineageNode }: { readonly lineageNode: Node | null },
): Extract<Node, { readonly __typename: Type }> | null {
  const isRequested = (node: Node): node is Extract<Node, { readonly __typename: Type }> => node.__typename === type;
  return lineageNode && isRequested(lineageNode) ? lineageNode : null;
}
