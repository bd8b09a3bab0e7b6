import { z } from "zod";
import type { Question } from "../client/api-client.js";
import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, toWord, warnOfMore } from "../format/words.js";

const task = z.object({
  deployment: z.object({
    id: z.string(),
    key: z.string(),
    label: z.string(),
    stage: z.string(),
    trafficPercent: z.number(),
  }),
  isServing: z.boolean(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  resolution: z.string().nullable(),
});
type Task = z.output<typeof task>;

const summary = z.object({
  id: z.string(),
  state: z.enum(["OPEN", "CLOSED"]),
  reason: z.string(),
  by: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  openTaskCount: z.number(),
});
export type RecallSummary = z.output<typeof summary>;
const recall = summary.extend({
  watchedScopes: z.array(z.string()),
  targets: z.array(z.object({ key: z.string(), label: z.string() })),
  tasks: z.array(task),
});
export type Recall = z.output<typeof recall>;

const summaryFields = "id state reason by openedAt closedAt openTaskCount";
const fields = `${summaryFields} watchedScopes targets { key label } tasks { isServing resolvedAt resolvedBy resolution deployment { id key label stage trafficPercent } }`;

export const recallQuestion = {
  text: `query CliRecall($id: ID!) { recall(id: $id) { ${fields} } }`,
  answer: z.object({ recall: recall.nullable() }),
} satisfies Question<unknown>;

export const recallsQuestion = {
  text: `query CliRecalls($state: RecallState, $first: Int!) { recalls(state: $state, first: $first) { totalCount edges { node { ${summaryFields} } } } }`,
  answer: z.object({ recalls: z.object({ totalCount: z.number(), edges: z.array(z.object({ node: summary })) }) }),
} satisfies Question<unknown>;

export const openTasksQuestion = {
  text: `query CliOpenTasks { recalls(state: OPEN, first: 200) { edges { node { tasks { deployment { key label } } } } } }`,
  answer: z.object({
    recalls: z.object({
      edges: z.array(
        z.object({
          node: z.object({
            tasks: z.array(z.object({ deployment: z.object({ key: z.string(), label: z.string() }) })),
          }),
        }),
      ),
    }),
  }),
} satisfies Question<unknown>;

export const openRecallMutation = {
  text: `mutation CliOpenRecall($input: OpenRecallInput!) { openRecall(input: $input) { ${fields} } }`,
  answer: z.object({ openRecall: recall }),
} satisfies Question<unknown>;

export const resolveTaskMutation = {
  text: `mutation CliResolveRecallTask($input: ResolveRecallTaskInput!) { resolveRecallTask(input: $input) { ${fields} } }`,
  answer: z.object({ resolveRecallTask: recall }),
} satisfies Question<unknown>;

export const closeRecallMutation = {
  text: `mutation CliCloseRecall($recall: ID!) { closeRecall(recall: $recall) { ${fields} } }`,
  answer: z.object({ closeRecall: recall }),
} satisfies Question<unknown>;

/** The report of one recall: its targets and its tasks. */
export function recallAnswer(asked: Recall): Answer<Task> {
  const { id, state, reason, by, openedAt, closedAt, watchedScopes, targets, tasks, openTaskCount } = asked;
  return {
    headline: [
      `Recall ${toWord(state)}: ${reason}`,
      `opened ${openedAt} by ${by}${closedAt === null ? "" : `, closed ${closedAt}`}; ID ${id}`,
      `targets: ${[...watchedScopes, ...targets.map(({ key }) => key)].join(", ")}`,
    ],
    columns: taskColumns,
    rows: tasks,
    summary: [
      tasks.length === 0
        ? "No downstream deployment has served since the recall was opened."
        : `${plural(tasks.length, "task")}, ${openTaskCount} open`,
    ],
    warnings: [],
    json: asked,
  };
}

const taskColumns: readonly Column<Task>[] = [
  { name: "task", value: ({ resolvedAt }) => (resolvedAt === null ? "open" : "resolved") },
  { name: "deployment", value: ({ deployment }) => deployment.label },
  { name: "stage", value: ({ deployment }) => toWord(deployment.stage) },
  { name: "traffic", value: ({ isServing, deployment }) => (isServing ? `${deployment.trafficPercent}%` : "ended") },
  { name: "resolution", value: ({ resolution }) => resolution ?? "" },
  { name: "by", value: ({ resolvedBy }) => resolvedBy ?? "" },
  { name: "key", value: ({ deployment }) => deployment.key },
];

/** Recalls, newest first. */
export function recallsAnswer(recalls: readonly RecallSummary[], totalCount: number): Answer<RecallSummary> {
  return {
    headline: [totalCount === 0 ? "No recalls found" : `${plural(totalCount, "recall")}, newest first`],
    columns: recallColumns,
    rows: recalls,
    summary: [],
    warnings: warnOfMore(recalls.length, totalCount),
    json: { totalCount, recalls },
  };
}

const recallColumns: readonly Column<RecallSummary>[] = [
  { name: "state", value: ({ state }) => toWord(state) },
  { name: "open tasks", value: ({ openTaskCount }) => openTaskCount, isNumber: true },
  { name: "opened", value: ({ openedAt }) => openedAt },
  { name: "by", value: ({ by }) => by },
  { name: "reason", value: ({ reason }) => reason },
  { name: "id", value: ({ id }) => id },
];
