import { graphql } from "../generated/gql.js";
import type { CliModelComparisonQuery, CliServingComparisonQuery } from "../generated/graphql.js";

export type Comparison = NonNullable<CliModelComparisonQuery["comparison"]>;
export type ServingComparison = NonNullable<CliServingComparisonQuery["servingComparison"]>;

graphql(`
  fragment ComparisonFields on LineageComparison {
    data {
      change
      role
      left {
        key
        label
      }
      right {
        key
        label
      }
      dataset {
        name
      }
    }
    models {
      change
      role
      left {
        key
        label
      }
      right {
        key
        label
      }
      model {
        name
      }
    }
    code {
      same
      left {
        sha
        dirty
      }
      right {
        sha
        dirty
      }
      compareUrl
    }
    packages {
      change
      name
      left
      right
    }
    parameters {
      change
      name
      left
      right
    }
    metrics {
      change
      name
      left
      right
      difference
    }
    notCompared
  }
`);

export const modelComparisonQuestion = graphql(`
  query CliModelComparison($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) {
    comparison: modelComparison(left: $left, right: $right) {
      left {
        key
        label
      }
      right {
        key
        label
      }
      ...ComparisonFields
    }
  }
`);

export const runComparisonQuestion = graphql(`
  query CliRunComparison($left: RunRefInput!, $right: RunRefInput!) {
    comparison: runComparison(left: $left, right: $right) {
      left {
        key
        label
      }
      right {
        key
        label
      }
      ...ComparisonFields
    }
  }
`);

export const servingComparisonQuestion = graphql(`
  query CliServingComparison($endpoint: EndpointRefInput!, $left: DateTime!, $right: DateTime!) {
    servingComparison(endpoint: $endpoint, left: $left, right: $right) {
      endpoint {
        namespace
        name
      }
      leftAt
      rightAt
      left {
        trafficPercent
        modelVersion {
          key
          label
        }
      }
      right {
        trafficPercent
        modelVersion {
          key
          label
        }
      }
      comparison {
        left {
          key
          label
        }
        right {
          key
          label
        }
        ...ComparisonFields
      }
    }
  }
`);
