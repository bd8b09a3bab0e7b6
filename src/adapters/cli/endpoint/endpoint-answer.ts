import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, toWord, warnOfMore } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { EndpointFieldsFragment } from "../generated/graphql.js";

export type Endpoint = EndpointFieldsFragment;

graphql(`
  fragment EndpointFields on Endpoint {
    namespace
    name
    stage
    serving {
      trafficPercent
      modelVersion {
        label
      }
    }
    policy {
      requiredApprovals
      requirePinnedEnvironment
      requireCleanCommit
      requireReproducible
      forbidRecalledUpstream
      forbidTombstonedUpstream
      metrics {
        name
        comparison
        value
      }
      noWorseThanServing {
        name
        higherIsBetter
        tolerance
      }
    }
  }
`);

export const defineMutation = graphql(`
  mutation CliDefineEndpoint($input: DefineEndpointInput!) {
    defineEndpoint(input: $input) {
      ...EndpointFields
    }
  }
`);

export const endpointsQuestion = graphql(`
  query CliEndpoints($namespace: String, $stage: DeploymentStage, $first: Int!) {
    endpoints(namespace: $namespace, stage: $stage, first: $first) {
      totalCount
      edges {
        node {
          ...EndpointFields
        }
      }
    }
  }
`);

/** Endpoints by key, with their current deployments and release policies. */
export function endpointsAnswer(endpoints: readonly Endpoint[], totalCount: number): Answer<Endpoint> {
  return {
    headline: [totalCount === 0 ? "No endpoints found" : plural(totalCount, "endpoint")],
    columns,
    rows: endpoints,
    summary: [],
    warnings: warnOfMore(endpoints.length, totalCount),
    json: { totalCount, endpoints },
  };
}

const columns: readonly Column<Endpoint>[] = [
  { name: "endpoint", value: ({ name }) => name },
  { name: "stage", value: ({ stage }) => toWord(stage) },
  {
    name: "serving",
    value: ({ serving }) =>
      serving.map(({ trafficPercent, modelVersion }) => `${modelVersion.label} ${trafficPercent}%`).join(", ") ||
      "nothing",
  },
  { name: "release requires", value: ({ policy }) => describePolicy(policy) },
  { name: "namespace", value: ({ namespace }) => namespace },
];

const comparisonSigns: Readonly<Record<string, string>> = { LT: "<", LTE: "≤", EQ: "=", GTE: "≥", GT: ">" };

function describePolicy(policy: Endpoint["policy"]): string {
  const rules = [
    policy.requiredApprovals > 0 ? plural(policy.requiredApprovals, "approval") : null,
    policy.requirePinnedEnvironment ? "pinned packages" : null,
    policy.requireCleanCommit ? "clean commit" : null,
    policy.requireReproducible ? "reproducible" : null,
    policy.forbidRecalledUpstream ? "no recalls upstream" : null,
    policy.forbidTombstonedUpstream ? "no deletions upstream" : null,
    ...policy.metrics.map(
      ({ name, comparison, value }) => `${name} ${comparisonSigns[comparison] ?? comparison} ${value}`,
    ),
    ...policy.noWorseThanServing.map(
      ({ name, tolerance }) => `${name} no worse than current${tolerance > 0 ? ` by more than ${tolerance}` : ""}`,
    ),
  ];
  return rules.filter((rule) => rule !== null).join(", ") || "nothing";
}
