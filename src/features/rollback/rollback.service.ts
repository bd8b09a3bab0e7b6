import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import { labelOf } from "../../core/api/node/label.js";
import { beginDeployment } from "../../catalog/deployment/decide-deployment.js";
import { loadEndpoints } from "../../catalog/deployment/deployment.repository.js";
import type { DeploymentStage } from "../../catalog/deployment/deployment.enum.js";
import { endpointNotFound } from "../../catalog/deployment/require-endpoint.js";
import type { Decision } from "../../core/graph/decisions.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { DeployStatus } from "../release/release.enum.js";
import { loadBackingRows, saveBacking } from "../release/release.statements.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { identifier, line } from "../../core/shared/fact-fields.js";
import { endpointKey, fromGlobalId } from "../../core/shared/key.js";
import { readInput } from "../../core/shared/read-input.js";
import { findRollbackPlan } from "./find-rollback-plan.js";
import { type Candidate, type RollbackPlanRecord, rollbackPlan, targetOf } from "./rollback-plan.js";
import { type EndpointDeployment, loadEndpointDeployments } from "./rollback.statements.js";
import type { RollbackInput } from "./rollback.type.js";

/** The maximum number of candidates whose reasons a refusal repeats. */
const maxReasons = 5;
/** As long as a key or its global id may be. */
const reference = z
  .string()
  .min(1)
  .max(10_000)
  .transform((given) => fromGlobalId(given) ?? given);
const request = z.object({
  endpoint: z.object({ namespace: identifier, name: identifier }),
  to: reference.nullish(),
  serving: z.array(reference).max(1_000).nullish(),
  reason: line,
  idempotencyKey: identifier.nullish(),
});
type Request = Omit<z.output<typeof request>, "idempotencyKey">;

/** The decision, stored with its ledger entry. */
const outcome = z.object({
  status: z.enum(DeployStatus),
  message: z.string(),
  deployment: z.string().nullable(),
  plan: rollbackPlan,
});
export type RollbackOutcome = z.output<typeof outcome>;

/**
 * Rolls an endpoint back to an earlier deployment: the serving deployments end, and a new deployment of that version
 * starts at the same time with all traffic. Refused if no candidate is eligible, and if the serving deployments have
 * changed since the request: the second of two concurrent rollbacks would otherwise undo the first.
 * @throws NotFoundError when the endpoint does not exist; InvalidInputError when no reason is given.
 */
export async function rollback(context: RequestContext, input: RollbackInput): Promise<RollbackOutcome> {
  const { idempotencyKey, ...asked } = readInput(request, input);
  if (asked.reason.trim() === "") throw new InvalidInputError("reason is blank; state the reason for the rollback");
  const key = endpointKey(asked.endpoint.namespace, asked.endpoint.name);
  const seen = asked.serving ?? (await findServing(context, key));
  return context.decisions.take({ action: "rollback", body: asked, idempotencyKey }, outcome, (transaction) =>
    decide(transaction, key, asked, seen, context.principal.name),
  );
}

/** The deployments that serve when the request arrives. */
async function findServing({ graph }: RequestContext, endpointKey: string): Promise<string[]> {
  const deployments = await graph.read(loadEndpointDeployments, { endpointKey, at: null });
  return deployments.filter(({ serves }) => serves).map(({ key }) => key);
}

async function decide(
  transaction: LedgerTransaction,
  endpoint: string,
  { to, reason }: Request,
  seen: readonly string[],
  by: string,
): Promise<Decision<RollbackOutcome>> {
  const [found] = await loadEndpoints(transaction.reader, [endpoint]);
  if (!found) throw endpointNotFound(endpoint);
  const plan = await findRollbackPlan(transaction.reader, endpoint, transaction.recordedAt);
  const choice = choose(plan, to ?? null, seen);
  if (typeof choice === "string")
    return toDecision({ status: "REFUSED", message: choice, deployment: null, plan }, reason);
  const deployment = await begin(transaction, plan, choice, found.stage, by);
  const message = `rolled back to ${labelOf({ key: choice.modelVersion })}, previously served by ${choice.deployment}`;
  return toDecision({ status: "DEPLOYED", message, deployment, plan }, reason);
}

/** The candidate to roll back to, or the reason for a refusal. */
function choose(plan: RollbackPlanRecord, to: string | null, seen: readonly string[]): Candidate | string {
  const { serving, candidates } = plan;
  if (serving.length !== seen.length || serving.some((key) => !seen.includes(key))) {
    return `the serving deployments have changed since the request; they are now ${serving.join(", ") || "none"}. Read the plan again, and repeat the request if it still applies`;
  }
  const chosen = to === null ? targetOf(plan) : candidates.find(({ deployment }) => deployment === to);
  if (!chosen)
    return to === null
      ? `no candidate is eligible${reasonsOf(candidates)}; deploy a release instead`
      : `${to} is not a candidate of this endpoint; list the candidates with rollbackPlan`;
  return chosen.eligible ? chosen : `${chosen.deployment} is not eligible: ${chosen.reasons.join("; ")}`;
}

/** The reasons of the newest candidates, in parentheses. */
function reasonsOf(candidates: readonly Candidate[]): string {
  const listed = candidates
    .slice(0, maxReasons)
    .map(({ modelVersion, reasons }) => `${labelOf({ key: modelVersion })}: ${reasons.join(", ")}`);
  if (candidates.length > maxReasons) listed.push(`${candidates.length - maxReasons} more`);
  return listed.length === 0 ? "" : ` (${listed.join("; ")})`;
}

/** Ends the serving deployments explicitly as ROLLED_BACK, not only as superseded, so that no later rollback selects them. */
async function begin(
  transaction: LedgerTransaction,
  { endpoint }: RollbackPlanRecord,
  { deployment, modelVersion }: Candidate,
  stage: DeploymentStage,
  by: string,
): Promise<string> {
  const serving = (
    await transaction.run(loadEndpointDeployments, { endpointKey: endpoint, at: transaction.recordedAt })
  ).filter(({ serves, isStub }) => serves && !isStub);
  const ending = serving.map(
    ({ key, modelVersionKey }: EndpointDeployment) =>
      ({ key, reason: modelVersionKey === modelVersion ? "SUPERSEDED" : "ROLLED_BACK" }) as const,
  );
  const begun = await beginDeployment(transaction, {
    endpointKey: endpoint,
    stage,
    modelVersionKey: modelVersion,
    trafficPercent: 100,
    by,
    ending,
  });
  for (const { id } of await transaction.run(loadBackingRows, { deploymentKeys: [deployment] }))
    await transaction.run(saveBacking, { id, deploymentKey: begun });
  return begun;
}

function toDecision(result: RollbackOutcome, reason: string): Decision<RollbackOutcome> {
  const {
    status,
    message,
    deployment,
    plan: { endpoint, serving },
  } = result;
  const targets = [endpoint, ...(deployment === null ? [] : [deployment, ...serving])];
  return { result, targets, detail: { status, message, reason, serving, deployment } };
}
