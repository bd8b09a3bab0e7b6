import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { graphql } from "../generated/gql.js";
import type { RollbackPlanFieldsFragment } from "../generated/graphql.js";

export type Plan = RollbackPlanFieldsFragment;
type Candidate = Plan["candidates"][number];

graphql(`
  fragment RollbackDeployment on Deployment {
    id
    key
    label
    validFrom
    validTo
    trafficPercent
  }
`);
graphql(`
  fragment RollbackPlanFields on RollbackPlan {
    endpoint {
      namespace
      name
    }
    serving {
      ...RollbackDeployment
    }
    target {
      deployment {
        key
      }
      modelVersion {
        label
      }
    }
    candidates {
      eligible
      reasons
      deployment {
        ...RollbackDeployment
      }
      modelVersion {
        key
        label
      }
    }
  }
`);

export const rollbackPlanQuestion = graphql(`
  query CliRollbackPlan($endpoint: EndpointRefInput!) {
    rollbackPlan(endpoint: $endpoint) {
      ...RollbackPlanFields
    }
  }
`);

export const rollbackMutation = graphql(`
  mutation CliRollback($input: RollbackInput!) {
    rollback(input: $input) {
      status
      message
      deployment {
        key
      }
      plan {
        ...RollbackPlanFields
      }
    }
  }
`);

/** The plan of a rollback: its target, and why other candidates are not eligible. */
export function planAnswer(shown: Plan, to: Candidate | null): Answer<Candidate> {
  const { endpoint, serving, target, candidates } = shown;
  const back = to?.modelVersion.label ?? target?.modelVersion.label;
  return {
    headline: [
      back === undefined
        ? `${endpoint.name} cannot be rolled back: no candidate is eligible`
        : `A rollback returns ${endpoint.name} to ${back}`,
    ],
    columns,
    rows: candidates,
    summary: serving.map(
      ({ label, trafficPercent, validFrom }) =>
        `${back === undefined ? "current" : "ends"}: ${label}, ${trafficPercent}% of traffic since ${validFrom}`,
    ),
    warnings: [],
    json: shown,
  };
}

/** Finds a candidate by the key or ID of its deployment, or by its model version. Null if there is none. */
export function findCandidate({ candidates }: Plan, name: string): Candidate | null {
  const exact = candidates.find(({ deployment: { key, id } }) => key === name || id === name);
  return (
    exact ??
    candidates.find(
      ({ modelVersion, eligible }) => eligible && (modelVersion.label === name || modelVersion.key === name),
    ) ??
    null
  );
}

const columns: readonly Column<Candidate>[] = [
  { name: "version", value: ({ modelVersion }) => modelVersion.label },
  { name: "served from", value: ({ deployment: { validFrom } }) => validFrom },
  { name: "to", value: ({ deployment: { validTo } }) => validTo ?? "" },
  { name: "eligible", value: ({ eligible }) => (eligible ? "yes" : "no") },
  { name: "reasons", value: ({ reasons }) => reasons.join("; "), isText: true },
  { name: "deployment", value: ({ deployment: { key } }) => key, isDetail: true },
];
