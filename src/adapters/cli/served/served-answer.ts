import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, toWord } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { CliServedQuery } from "../generated/graphql.js";

export type Served = NonNullable<CliServedQuery["servedAt"]>;
type Candidate = Served["candidates"][number];

/** Queries which model versions served at an endpoint at a time, with their inputs. */
export const servedQuestion = graphql(`
  query CliServed($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime, $decisionKey: String) {
    servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt, decisionKey: $decisionKey) {
      endpoint {
        namespace
        name
        stage
      }
      at
      knownAt
      exact
      decisionBucket
      candidates {
        trafficPercent
        firstBucket
        endBucket
        deployment {
          key
          validFrom
          validTo
          release {
            key
          }
        }
        modelVersion {
          key
          label
          trainingData {
            key
            label
          }
          producedBy {
            key
            externalId
            codeCommit {
              key
              label
            }
            environment {
              key
              label
            }
            parameters {
              name
              value
            }
            metrics {
              name
              text
            }
          }
        }
      }
    }
  }
`);

/** The model versions that served, with their inputs. */
export function servedAnswer(answer: Served): Answer<Candidate> {
  return {
    headline: [headline(answer)],
    columns,
    rows: answer.candidates,
    summary: summary(answer),
    warnings: [],
    json: answer,
  };
}

function headline({ endpoint, at, exact, decisionBucket, candidates }: Served): string {
  const where = `${endpoint.name} (${toWord(endpoint.stage)}) at ${at}`;
  const [first] = candidates;
  if (!first)
    return decisionBucket === null
      ? `Nothing served ${where}`
      : `No deployment served bucket ${decisionBucket} of ${where}`;
  if (exact) return `${first.modelVersion.label} served ${where}`;
  return `${plural(candidates.length, "deployment")} shared the traffic of ${where}`;
}

function summary({ exact, decisionBucket, candidates, knownAt }: Served): string[] {
  return [
    ...(decisionBucket === null ? [] : [`The decision's bucket is ${decisionBucket} of 10,000.`]),
    ...(candidates.length > 1 && !exact ? ["Use --decision-key to find out which one made a decision."] : []),
    `Based on facts recorded until ${knownAt}.`,
  ];
}

const columns: readonly Column<Candidate>[] = [
  { name: "version", value: ({ modelVersion }) => modelVersion.label },
  { name: "traffic", value: ({ trafficPercent }) => `${trafficPercent}%`, isNumber: true },
  { name: "data", value: ({ modelVersion }) => modelVersion.trainingData.map(({ label }) => label).join(", ") },
  { name: "commit", value: ({ modelVersion }) => modelVersion.producedBy?.codeCommit?.label ?? "" },
  {
    name: "parameters",
    value: ({ modelVersion }) =>
      (modelVersion.producedBy?.parameters ?? []).map(({ name, value }) => `${name}=${value}`).join(", "),
    isText: true,
  },
  {
    name: "metrics",
    value: ({ modelVersion }) =>
      (modelVersion.producedBy?.metrics ?? []).map(({ name, text }) => `${name}=${text}`).join(", "),
  },
  {
    name: "environment",
    value: ({ modelVersion }) => modelVersion.producedBy?.environment?.label ?? "",
    isDetail: true,
  },
  { name: "run", value: ({ modelVersion }) => modelVersion.producedBy?.key ?? "", isDetail: true },
  { name: "release", value: ({ deployment }) => deployment.release?.key ?? "", isDetail: true },
  { name: "first bucket", value: ({ firstBucket }) => firstBucket, isNumber: true, isDetail: true },
  { name: "end bucket", value: ({ endBucket }) => endBucket, isNumber: true, isDetail: true },
  { name: "deployment", value: ({ deployment }) => deployment.key, isDetail: true },
  { name: "key", value: ({ modelVersion }) => modelVersion.key, isDetail: true },
];
