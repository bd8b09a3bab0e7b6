import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { type ReadRef, readRef } from "../../catalog/reference/node-ref.js";
import { resolveReferenced } from "../../catalog/reference/resolve-node-refs.js";
import { ConflictError, InvalidInputError, NotFoundError } from "../../core/shared/errors.js";
import { identifier, line, prose } from "../../core/shared/fact-fields.js";
import { fromGlobalId, recordIdOf } from "../../core/shared/key.js";
import { readInput } from "../../core/shared/read-input.js";
import {
  type RecallRow,
  type Watches,
  closeRecallStatement,
  loadRecallRows,
  loadTasks,
  saveRecall,
  saveResolution,
} from "./recall.statements.js";
import type { OpenRecallInput, ResolveRecallTaskInput } from "./recall.type.js";

type Context = Pick<RequestContext, "principal" | "decisions">;

const written = z.object({ id: z.string() });
const openShape = z.object({
  reason: line.refine((reason) => reason.trim() !== "", "is empty"),
  idempotencyKey: identifier.nullish(),
});

/**
 * Opens a recall and returns its id.
 * @throws NotFoundError when a target does not exist.
 */
export async function openRecall(
  { principal, decisions }: Context,
  { targets, ...input }: OpenRecallInput,
): Promise<string> {
  const { reason, idempotencyKey } = readInput(openShape, input);
  if (targets.length === 0) throw new InvalidInputError("targets is empty; name at least one node");
  const watches = watchesOf(targets.map(readRef));
  const { id } = await decisions.take(
    { action: "openRecall", body: { targets, reason }, idempotencyKey },
    written,
    async (transaction) => {
      const found = await findTargets(transaction.reader, targets);
      const keys = found.map(({ key }) => key);
      const recall = { id: randomUUID(), by: principal.name, reason, targets: found, ...watches };
      await transaction.run(saveRecall, { ...recall, ...stampOf(transaction) });
      return { result: { id: recall.id }, targets: keys, detail: { recall: recall.id, reason, ...watches } };
    },
  );
  return id;
}

/** The targets that are datasets or packages. Their later snapshots and environments are recalled as well. */
function watchesOf(targets: readonly ReadRef[]): Watches {
  const packages = targets.filter((target) => target.by === "package");
  return {
    datasetKeys: targets.flatMap((target) => (target.by === "dataset" ? [target.key] : [])),
    packageNames: packages.map(({ name }) => name),
    packageSpecifiers: packages.map(({ specifier }) => specifier ?? ""),
  };
}

/** Finds the nodes to recall. Those that only belong to a dataset are recalled as long as it has the name of their dataset. */
async function findTargets(graph: GraphReader, targets: readonly NodeRefInput[]) {
  const isDataset = (target: NodeRefInput): boolean => readRef(target).by === "dataset";
  const keysOf = async (refs: readonly NodeRefInput[]): Promise<string[]> => {
    const { keys, unpinned } = refs.length > 0 ? await resolveReferenced(graph, refs) : { keys: [], unpinned: [] };
    // A deployment that may run a recalled version is a task as well: a person decides whether it does.
    return [...keys, ...unpinned];
  };
  const named = new Set(await keysOf(targets.filter((target) => !isDataset(target))));
  const keys = new Set([...named, ...(await keysOf(targets.filter(isDataset)))]);
  return [...keys].map((key) => ({ key, isWatched: !named.has(key) }));
}

const resolutionShape = z.object({ resolution: prose.refine((text) => text.trim() !== "", "is empty") });

/**
 * Resolves a task and returns the recall's id.
 * @throws NotFoundError when the recall does not exist or has no task for the deployment.
 * @throws ConflictError when the recall is closed or the task is already resolved.
 */
export async function resolveRecallTask(
  { principal, decisions }: Context,
  { recall: globalId, deployment: deploymentId, ...input }: ResolveRecallTaskInput,
): Promise<string> {
  const { resolution } = readInput(resolutionShape, input);
  const [id, deployment] = [recallIdOf(globalId), fromGlobalId(deploymentId) ?? deploymentId];
  await decisions.take(
    { action: "resolveRecallTask", body: { id, deployment, resolution } },
    written,
    async (transaction) => {
      requireOpen(await getRecall(transaction, id));
      const tasks = await transaction.run(loadTasks, { ids: [id], at: transaction.recordedAt });
      const task = tasks.find((each) => each.deployment === deployment);
      if (!task)
        throw new NotFoundError(
          `the recall ${id} has no task for ${deployment}; its tasks: ${tasks.map((each) => each.deployment).join(", ") || "none"}`,
          { recall: id, deployment },
        );
      if (task.resolvedAt !== null)
        throw new ConflictError(
          `the task ${deployment} of the recall ${id} was already resolved by ${task.resolvedBy}: ${task.resolution}; add further information with addNote`,
          { recall: id, deployment },
        );
      await transaction.run(saveResolution, {
        id,
        deployment,
        by: principal.name,
        resolution,
        ...stampOf(transaction),
      });
      return { result: { id }, targets: [deployment], detail: { recall: id, resolution } };
    },
  );
  return id;
}

/**
 * Closes a recall and returns its id.
 * @throws NotFoundError when the recall does not exist; ConflictError when it is already closed or has open tasks.
 */
export async function closeRecall({ decisions }: Context, globalId: string): Promise<string> {
  const id = recallIdOf(globalId);
  await decisions.take({ action: "closeRecall", body: { id } }, written, async (transaction) => {
    requireOpen(await getRecall(transaction, id));
    const tasks = await transaction.run(loadTasks, { ids: [id], at: transaction.recordedAt });
    const open = tasks.filter(({ resolvedAt }) => resolvedAt === null).map(({ deployment }) => deployment);
    if (open.length > 0)
      throw new ConflictError(
        `the recall ${id} has ${open.length} open ${open.length === 1 ? "task" : "tasks"}: ${open.slice(0, 20).join(", ")}; resolve each with resolveRecallTask, then close the recall`,
        { recall: id, tasks: open },
      );
    await transaction.run(closeRecallStatement, { id, recordedAt: transaction.recordedAt });
    return { result: { id }, targets: tasks.map(({ deployment }) => deployment), detail: { recall: id } };
  });
  return id;
}

function recallIdOf(globalId: string): string {
  return recordIdOf("recall", fromGlobalId(globalId) ?? globalId) ?? globalId;
}

async function getRecall(transaction: LedgerTransaction, id: string): Promise<RecallRow> {
  const [recall] = await transaction.run(loadRecallRows, { ids: [id] });
  if (!recall)
    throw new NotFoundError(`the recall ${JSON.stringify(id)} does not exist; list the existing ones with recalls`, {
      recall: id,
    });
  return recall;
}

function requireOpen({ id, closedAt }: RecallRow): void {
  if (closedAt !== null)
    throw new ConflictError(
      `the recall ${id} was closed at ${new Date(closedAt).toISOString()}; open a new one with openRecall`,
      {
        recall: id,
      },
    );
}

function stampOf({ recordedAt, nextSequence }: LedgerTransaction): { recordedAt: number; sequence: number } {
  return { recordedAt, sequence: nextSequence };
}
