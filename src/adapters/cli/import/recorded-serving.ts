import type { RecordedServing, RecordedVersion } from "../../importers/mlflow/facts/followed-deployment.js";
import type { ApiClient } from "../client/api-client.js";
import { graphql } from "../generated/gql.js";
import type { CliImportVersionsQuery } from "../generated/graphql.js";

/** The versions of a model, a page at a time. */
export const versionsQuestion = graphql(`
  query CliImportVersions($namespace: String!, $model: String!, $after: String) {
    model(namespace: $namespace, name: $model) {
      versions(first: 100, after: $after) {
        edges {
          node {
            version
            artifactUri
            producedBy {
              externalId
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** More deployments of one endpoint than an alias follows between two imports. */
export const servedQuestion = graphql(`
  query CliImportServed($namespace: String!, $endpoint: String!) {
    endpoint(namespace: $namespace, name: $endpoint) {
      history(first: 100) {
        edges {
          node {
            validFrom
            validTo
            endReason
            recordedAt
            by
            release {
              id
            }
            modelVersion {
              version
              model {
                name
              }
            }
          }
        }
      }
    }
  }
`);

export const aliasQuestion = graphql(`
  query CliImportAlias($namespace: String!, $model: String!, $alias: String!) {
    modelVersion(namespace: $namespace, model: $model, alias: $alias) {
      version
    }
  }
`);

/** What the API has recorded of production. */
export function recordedServing(api: ApiClient): RecordedServing {
  return {
    versions: (namespace, model) => readVersions(api, namespace, model),
    deployments: async (namespace, endpoint) => {
      const answer = await api.ask(servedQuestion, { namespace, endpoint });
      return (answer.endpoint?.history.edges ?? []).map(({ node }) => ({
        model: node.modelVersion.model.name,
        version: node.modelVersion.version,
        validFrom: Date.parse(node.validFrom),
        validTo: node.validTo == null ? null : Date.parse(node.validTo),
        recordedAt: Date.parse(node.recordedAt),
        endReason: node.endReason ?? null,
        by: node.by ?? null,
        isReleased: node.release != null,
      }));
    },
    aliasTarget: async (namespace, model, alias) =>
      (await api.ask(aliasQuestion, { namespace, model, alias })).modelVersion?.version ?? null,
  };
}

async function readVersions(api: ApiClient, namespace: string, model: string): Promise<Map<string, RecordedVersion>> {
  const found = new Map<string, RecordedVersion>();
  let after: string | null = null;
  do {
    const answer: CliImportVersionsQuery = await api.ask(versionsQuestion, { namespace, model, after });
    for (const { node } of answer.model?.versions.edges ?? [])
      found.set(node.version, {
        runId: node.producedBy?.externalId ?? null,
        artifactUri: node.artifactUri ?? null,
      });
    const page = answer.model?.versions.pageInfo;
    after = page?.hasNextPage ? (page.endCursor ?? null) : null;
  } while (after !== null);
  return found;
}
