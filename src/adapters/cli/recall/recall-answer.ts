import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, toWord, warnOfMore } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { RecallFieldsFragment, RecallSummaryFragment } from "../generated/graphql.js";

export type RecallSummary = RecallSummaryFragment;
export type Recall = RecallFieldsFragment;
type Task = Recall["tasks"][number];

graphql(`
  fragment RecallSummary on Recall {
    id
    state
    reason
    by
    openedAt
    closedAt
    openTaskCount
  }
`);
graphql(`
  fragment RecallFields on Recall {
    ...RecallSummary
    watchedScopes
    targets {
      key
      label
    }
    tasks {
      deployment {
        id
        key
        label
        stage
        trafficPercent
      }
      isServing
      resolvedAt
      resolvedBy
      resolution
    }
  }
`);

export const recallQuestion = graphql(`
  query CliRecall($id: ID!) {
    recall(id: $id) {
      ...RecallFields
    }
  }
`);

export const recallsQuestion = graphql(`
  query CliRecalls($state: RecallState, $first: Int!) {
    recalls(state: $state, first: $first) {
      totalCount
      edges {
        node {
          ...RecallSummary
        }
      }
    }
  }
`);

export const openTasksQuestion = graphql(`
  query CliOpenTasks {
    recalls(state: OPEN, first: 200) {
      edges {
        node {
          tasks {
            deployment {
              key
              label
            }
          }
        }
      }
    }
  }
`);

export const openRecallMutation = graphql(`
  mutation CliOpenRecall($input: OpenRecallInput!) {
    openRecall(input: $input) {
      ...RecallFields
    }
  }
`);

export const resolveTaskMutation = graphql(`
  mutation CliResolveRecallTask($input: ResolveRecallTaskInput!) {
    resolveRecallTask(input: $input) {
      ...RecallFields
    }
  }
`);

export const closeRecallMutation = graphql(`
  mutation CliCloseRecall($recall: ID!) {
    closeRecall(recall: $recall) {
      ...RecallFields
    }
  }
`);

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
