import { recordIdOf } from "../../../core/shared/key.js";
import type { EndpointRef } from "../client/find-endpoint.js";
import { stubColumn, stubMark } from "../client/node-columns.js";
import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, toWord, warnOfMore } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { DeploymentPageFragment } from "../generated/graphql.js";

type Page = DeploymentPageFragment;
type Deployment = Page["edges"][number]["node"];

graphql(`
  fragment DeploymentPage on DeploymentConnection {
    totalCount
    edges {
      node {
        key
        isStub
        validFrom
        validTo
        state
        trafficPercent
        by
        modelVersion {
          label
        }
        endpoint {
          namespace
          name
        }
        stage
        release {
          key
        }
      }
    }
  }
`);

export const historyQuestion = graphql(`
  query CliHistory($namespace: String!, $name: String!, $first: Int!) {
    endpoint(namespace: $namespace, name: $name) {
      history(first: $first) {
        ...DeploymentPage
      }
    }
  }
`);

export const outsideQuestion = graphql(`
  query CliOutside($namespace: String, $stage: DeploymentStage, $first: Int!) {
    deployments(namespace: $namespace, stage: $stage, serving: true, backedByRelease: false, first: $first) {
      ...DeploymentPage
    }
  }
`);

/** All deployments of an endpoint, newest first. */
export function historyAnswer({ name }: EndpointRef, history: Page): Answer<Deployment> {
  const headline =
    history.totalCount === 0
      ? `No deployments at ${name}`
      : `${plural(history.totalCount, "deployment")} at ${name}, newest first`;
  return answerOf(
    history,
    headline,
    columns.filter(({ name: column }) => column !== "endpoint" && column !== "stage"),
  );
}

/** The current deployments without a release, newest first. */
export function outsideAnswer(found: Page): Answer<Deployment> {
  const headline =
    found.totalCount === 0
      ? "Every current deployment is backed by a release"
      : `${plural(found.totalCount, "current deployment")} without a release`;
  return answerOf(
    found,
    headline,
    columns.filter(({ name }) => !["to", "ended as", "release"].includes(name)),
  );
}

function answerOf(found: Page, headline: string, shown: readonly Column<Deployment>[]): Answer<Deployment> {
  const rows = found.edges.map(({ node }) => node);
  return {
    headline: [headline],
    columns: shown,
    rows,
    summary: [],
    warnings: warnOfMore(rows.length, found.totalCount),
    json: { totalCount: found.totalCount, deployments: rows },
  };
}

const columns: readonly Column<Deployment>[] = [
  { name: "endpoint", value: ({ endpoint }) => endpoint.name },
  { name: "stage", value: ({ stage }) => toWord(stage) },
  { name: "version", value: ({ modelVersion }) => modelVersion.label, mark: stubMark },
  { name: "traffic", value: ({ trafficPercent }) => `${trafficPercent}%` },
  { name: "from", value: ({ validFrom }) => validFrom },
  { name: "to", value: ({ validTo }) => validTo ?? "" },
  { name: "ended as", value: ({ state }) => (state === "ACTIVE" ? "" : toWord(state)) },
  { name: "by", value: ({ by }) => by ?? "" },
  { name: "release", value: ({ release }) => (release ? (recordIdOf("release", release.key) ?? release.key) : "none") },
  { name: "deployment", value: ({ key }) => key, isDetail: true },
  stubColumn((deployment) => deployment),
];
