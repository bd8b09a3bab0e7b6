import { z } from "zod";
import type { Question } from "../client/api-client.js";

export const runStatuses = ["SCHEDULED", "RUNNING", "COMPLETED", "FAILED", "ABORTED"] as const;
export type RunStatus = (typeof runStatuses)[number];

const integer = z.union([z.number(), z.string()]).nullable();
const metric = z.object({
  name: z.string(),
  value: z.number().nullable(),
  text: z.string(),
  step: integer,
  at: z.string().nullable(),
  dataset: z.object({ key: z.string() }).nullable(),
});
const run = z.object({
  key: z.string(),
  label: z.string(),
  name: z.string().nullable(),
  externalId: z.string(),
  experiment: z.string().nullable(),
  status: z.enum(runStatuses),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  by: z.string().nullable(),
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
  metrics: z.array(metric),
  codeCommit: z.object({ key: z.string() }).nullable(),
});
export type ListedRun = z.output<typeof run>;
export type ListedMetric = z.output<typeof metric>;
const page = z.object({
  totalCount: z.number(),
  edges: z.array(z.object({ node: run })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
export type RunsPage = z.output<typeof page>;

export const runsQuestion = {
  text: `query CliRuns($filter: RunFilterInput!, $orderBy: RunOrderInput!, $first: Int!, $after: String) {
    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges { node {
        key label name externalId experiment status startedAt endedAt by
        parameters { name value }
        metrics { name value text step at dataset { key } }
        codeCommit { key }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  answer: z.object({ runs: page }),
} satisfies Question<unknown>;
