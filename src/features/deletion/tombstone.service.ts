import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import { requireRole } from "../../core/api/principal.js";
import type { Decision } from "../../core/graph/decisions.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { loadBlindSpots } from "../impact/blind-spots.js";
import type { ImpactRecord } from "../impact/impact.service.js";
import { findRoots, recordedKeys } from "../lineage/roots.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { identifier, line, reasonFor } from "../../core/shared/fact-fields.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { readInput } from "../../core/shared/read-input.js";
import { type DeletionVerdict, TombstoneStatus } from "./deletion.enum.js";
import { findPlan, impactTokenOf, verdictOf } from "./deletion-plan.js";
import { type AliasRow, endAliases, listFilesInside, loadAliases, saveTombstones } from "./deletion.statements.js";
import type { TombstoneInput } from "./deletion.type.js";

/** The decision about a deletion, stored with its ledger entry. */
const outcome = z.object({
  status: z.enum(TombstoneStatus),
  /** Keys of the requested targets, and of the nodes that this decision tombstoned. */
  targets: z.array(z.string()),
  tombstoned: z.array(z.string()),
});
export type TombstoneOutcome = z.output<typeof outcome>;

/** The request apart from its targets, which are validated as references. */
const request = z.object({
  reason: reasonFor("state the reason for the deletion"),
  impactToken: line,
  override: z
    .boolean()
    .nullish()
    .transform((override) => override ?? false),
  idempotencyKey: identifier.nullish(),
});

/** A validated request. */
interface Request extends Omit<z.output<typeof request>, "idempotencyKey"> {
  readonly targets: readonly NodeRefInput[];
}

type Context = Pick<RequestContext, "principal" | "decisions" | "closureBudget" | "signal" | "blocksBlindSpots">;

/**
 * Tombstones all targets or none, with the recorded files inside those that are folders. The impact is evaluated again
 * under the ledger's lock, so that no new dependency can appear between the evaluation and the write.
 * @throws InvalidInputError when the request is invalid; NotFoundError when a target does not exist.
 * @throws ForbiddenError when the request overrides and the principal is not an admin.
 */
export async function tombstone(context: Context, input: TombstoneInput): Promise<TombstoneOutcome> {
  const { targets } = input;
  if (targets.length === 0) throw new InvalidInputError("targets is empty; name at least one node");
  const { idempotencyKey, ...said } = readInput(request, input);
  if (said.override) requireRole(context.principal, "admin", "tombstone with override: true");
  const asked = { targets, ...said };
  return context.decisions.take({ action: "tombstone", body: asked, idempotencyKey }, outcome, (transaction) =>
    decide(transaction, asked, context),
  );
}

/**
 * Tombstones targets with the impact that they have now, for a caller that nobody reviews a plan for.
 * @throws as `tombstone` does.
 */
export async function planAndTombstone(
  context: Context & Pick<RequestContext, "graph">,
  input: Omit<TombstoneInput, "impactToken">,
): Promise<TombstoneOutcome> {
  const { graph, closureBudget, signal } = context;
  const targets = await findRoots(graph, input.targets, null);
  const plan = await findPlan(graph, targets, { blockerLimit: 0, hasToken: true }, closureBudget, signal);
  return tombstone(context, { ...input, impactToken: impactTokenOf(plan) });
}

async function decide(
  transaction: LedgerTransaction,
  asked: Request,
  { principal, closureBudget, signal, blocksBlindSpots }: Context,
): Promise<Decision<TombstoneOutcome>> {
  const targets = await findRoots(transaction.reader, asked.targets, null);
  const plan = await findPlan(
    transaction.reader,
    targets,
    { blockerLimit: 0, hasToken: true },
    closureBudget,
    signal,
    transaction.recordedAt,
  );
  const hasBlindSpots = blocksBlindSpots && (await countBlindSpots(transaction, closureBudget.maxMs)) > 0;
  const [verdict, impactToken] = [verdictOf(plan, hasBlindSpots), impactTokenOf(plan)];
  const status = statusOf(asked, plan, verdict, impactToken);
  const tombstoned = status === "TOMBSTONED" ? await withFilesInside(transaction, missingTombstones(plan)) : [];
  // An override without a blocker has not overridden anything.
  const override = asked.override && verdict !== "ALLOWED";
  const { reason } = asked;
  const aliases = await saveAll(transaction, tombstoned, { by: principal.name, reason, override });
  const keys = recordedKeys(targets.keys, plan.roots);
  return {
    result: { status, targets: [...keys], tombstoned },
    targets: keys,
    detail: { status, verdict, impactToken, reason, override, tombstoned, ...(aliases.length > 0 && { aliases }) },
  };
}

/** Sorted keys of nodes and of the recorded files inside those that are folders. */
async function withFilesInside(transaction: LedgerTransaction, keys: readonly string[]): Promise<string[]> {
  const files = await transaction.run(listFilesInside, { folders: [...keys] });
  return [...new Set([...keys, ...files.map(({ key }) => key)])].sort();
}

async function countBlindSpots({ reader, recordedAt }: LedgerTransaction, maxMs: number): Promise<number> {
  return (await loadBlindSpots(reader, { asOf: null, now: recordedAt, limit: 0 }, maxMs)).count;
}

/** Saves tombstones and ends the aliases of the tombstoned versions, which are returned. */
async function saveAll(
  transaction: LedgerTransaction,
  keys: string[],
  tombstone: { readonly by: string; readonly reason: string; readonly override: boolean },
): Promise<AliasRow[]> {
  if (keys.length === 0) return [];
  const { recordedAt, nextSequence: sequence } = transaction;
  const aliases = await transaction.run(loadAliases, { keys });
  if (aliases.length > 0) await transaction.run(endAliases, { keys, recordedAt, sequence });
  await transaction.run(saveTombstones, { keys, recordedAt, sequence, ...tombstone });
  return aliases;
}

/** Targets that are already tombstoned need no permission: nothing changes for them. */
function statusOf(
  { impactToken: given, override }: Request,
  plan: ImpactRecord,
  verdict: DeletionVerdict,
  impactToken: string,
): TombstoneStatus {
  if (given !== impactToken) return "STALE_IMPACT";
  if (plan.roots.length > 0 && missingTombstones(plan).length === 0) return "TOMBSTONED";
  return verdict === "ALLOWED" || override ? "TOMBSTONED" : "BLOCKED";
}

/** The targets without a tombstone; a node keeps its first one. */
function missingTombstones({ roots }: ImpactRecord): string[] {
  return roots
    .filter(({ isTombstoned }) => !isTombstoned)
    .map(({ key }) => key)
    .sort();
}
