import { graphql } from "../generated/gql.js";
import type { CliRunsQuery, RunStatus } from "../generated/graphql.js";

export const runStatuses = [
  "SCHEDULED",
  "RUNNING",
  "COMPLETED",
  "FAILED",
  "ABORTED",
] as const satisfies readonly RunStatus[];

export type RunsPage = CliRunsQuery["runs"];
export type ListedRun = RunsPage["edges"][number]["node"];
export type ListedMetric = ListedRun["metrics"][number];

export const runsQuestion = graphql(`
  query CliRuns($filter: RunFilterInput!, $orderBy: RunOrderInput!, $first: Int!, $after: String) {
    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        node {
          key
          label
          isStub
          name
          externalId
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
            value
            text
            step
            at
            dataset {
              key
            }
          }
          codeCommit {
            key
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
