import { toCliWords } from "../client/cli-words.js";
import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, toWord, warnOfMore } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { ReleaseFieldsFragment } from "../generated/graphql.js";
import type { Colors } from "../terminal.js";

export type Release = ReleaseFieldsFragment;
type Check = Release["checks"][number];

graphql(`
  fragment ReleaseFields on Release {
    id
    key
    state
    trafficPercent
    note
    proposedBy
    proposedAt
    closedAt
    closedBy
    closeReason
    override
    checks {
      check
      outcome
      message
    }
    approvals {
      by
      at
      approved
      note
    }
    modelVersion {
      key
      label
    }
    endpoint {
      namespace
      name
    }
    deployment {
      key
    }
  }
`);

export const releaseQuestion = graphql(`
  query CliRelease($id: ID!) {
    release(id: $id) {
      ...ReleaseFields
    }
  }
`);

export const releasesQuestion = graphql(`
  query CliReleases($endpoint: EndpointRefInput, $states: [ReleaseState!], $first: Int!) {
    releases(endpoint: $endpoint, states: $states, first: $first) {
      totalCount
      edges {
        node {
          ...ReleaseFields
        }
      }
    }
  }
`);

export const proposeMutation = graphql(`
  mutation CliPropose($input: ProposeReleaseInput!) {
    proposeRelease(input: $input) {
      ...ReleaseFields
    }
  }
`);

export const reviewMutation = graphql(`
  mutation CliReview($input: ReviewReleaseInput!) {
    reviewRelease(input: $input) {
      ...ReleaseFields
    }
  }
`);

export const withdrawMutation = graphql(`
  mutation CliWithdraw($input: WithdrawReleaseInput!) {
    withdrawRelease(input: $input) {
      ...ReleaseFields
    }
  }
`);

export const deployMutation = graphql(`
  mutation CliDeploy($input: DeployReleaseInput!) {
    deployRelease(input: $input) {
      status
      release {
        ...ReleaseFields
      }
    }
  }
`);

/** A release with its checks. The message of a check that did not pass states what to do. */
export function releaseAnswer(one: Release): Answer<Check> {
  const { modelVersion, endpoint, state, trafficPercent, proposedBy, proposedAt, note } = one;
  return {
    headline: [
      `${modelVersion.label} for ${trafficPercent}% of ${endpoint.name}: ${toWord(state)}`,
      `release ${shortId(one)}, proposed by ${proposedBy} at ${proposedAt}${note === null ? "" : `: ${note}`}`,
    ],
    columns: checkColumns,
    rows: one.checks,
    summary: historyOf(one),
    warnings: [],
    json: one,
  };
}

/** Releases, newest first. */
export function releasesAnswer(releases: readonly Release[], totalCount: number): Answer<Release> {
  return {
    headline: [totalCount === 0 ? "No releases" : plural(totalCount, "release")],
    columns: releaseColumns,
    rows: releases,
    summary: [],
    warnings: warnOfMore(releases.length, totalCount),
    json: { totalCount, releases },
  };
}

/** The UUID, which the other commands accept. */
function shortId({ key }: Pick<Release, "key">): string {
  return key.replace(/^release:/, "");
}

/** The approvals of a release, how it was closed, and its deployment. */
function historyOf({ approvals, closedAt, closedBy, closeReason, override, state, deployment }: Release): string[] {
  const reviews = approvals.map(
    ({ by, at, approved, note }) =>
      `${approved ? "approved" : "rejected"} by ${by} at ${at}${note === null ? "" : `: ${note}`}`,
  );
  const closed =
    closedAt === null
      ? []
      : [
          `${toWord(state)} by ${closedBy ?? "unknown"} at ${closedAt}${override ? ", overriding failed checks" : ""}${closeReason === null ? "" : `: ${closeReason}`}`,
        ];
  return [...reviews, ...closed, ...(deployment ? [deployment.key] : [])];
}

const checkColumns: readonly Column<Check>[] = [
  { name: "check", value: (one) => one.check },
  { name: "outcome", value: ({ outcome }) => toWord(outcome), color: colorOutcome },
  { name: "message", value: ({ message }) => toCliWords(message), isText: true },
];

function colorOutcome(text: string, { outcome }: Check, { red, yellow, green }: Colors): string {
  if (outcome === "PASSED") return green(text);
  return outcome === "FAILED" ? red(text) : yellow(text);
}

const releaseColumns: readonly Column<Release>[] = [
  { name: "id", value: shortId },
  { name: "state", value: ({ state }) => toWord(state) },
  { name: "version", value: ({ modelVersion }) => modelVersion.label },
  { name: "endpoint", value: ({ endpoint }) => endpoint.name },
  { name: "traffic", value: ({ trafficPercent }) => `${trafficPercent}%`, isNumber: true },
  { name: "proposed", value: ({ proposedAt }) => proposedAt },
  { name: "by", value: ({ proposedBy }) => proposedBy },
  { name: "note", value: ({ note }) => note ?? "", isDetail: true },
  { name: "deployment", value: ({ deployment }) => deployment?.key ?? "", isDetail: true },
];
