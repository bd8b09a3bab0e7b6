import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import { requireRole } from "../../core/api/principal.js";
import { beginDeployment } from "../../catalog/deployment/decide-deployment.js";
import { loadEndpointHistory } from "../../catalog/deployment/settle.statements.js";
import type { Decision } from "../../core/graph/decisions.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { identifier, line } from "../../core/shared/fact-fields.js";
import { readInput } from "../../core/shared/read-input.js";
import { type EvaluatedChecks, evaluateUnderLock } from "./check-evidence.js";
import { allPassed } from "./release-checks.js";
import { DeployStatus } from "./release.enum.js";
import type { DeployReleaseInput } from "./release.input.js";
import { checkResults, getRelease, uuidOf } from "./release.repository.js";
import { requirePending, saveState, saveStep } from "./release.service.js";
import { saveBacking } from "./release.statements.js";
import type { Release } from "./release.type.js";

const request = z.object({
  release: identifier,
  override: z.boolean().nullish(),
  reason: line.nullish(),
  idempotencyKey: identifier.nullish(),
});
type Request = Omit<z.output<typeof request>, "idempotencyKey">;

/** The decision, stored with its ledger entry. */
const outcome = z.object({
  status: z.enum(DeployStatus),
  release: z.string(),
  deployment: z.string().nullable(),
  checks: checkResults,
});
export type DeployOutcome = z.output<typeof outcome>;

/**
 * Deploys a release if every check of the endpoint's policy passes, and refuses it otherwise. The checks are evaluated
 * under the ledger's lock, so that their results still hold when the deployment starts.
 * @throws NotFoundError when the release does not exist; ConflictError when it is closed.
 * @throws ForbiddenError when the request overrides and the principal is not an admin.
 * @throws InvalidInputError when the request overrides without a reason.
 */
export async function deployRelease(context: RequestContext, input: DeployReleaseInput): Promise<DeployOutcome> {
  const { idempotencyKey, ...asked } = readInput(request, input);
  if (asked.override) requireOverride(context, asked);
  return context.decisions.take({ action: "deployRelease", body: asked, idempotencyKey }, outcome, (transaction) =>
    decide(transaction, asked, context),
  );
}

function requireOverride({ principal }: RequestContext, { reason }: Request): void {
  requireRole(principal, "admin", "deployRelease with override: true");
  if (!reason?.trim())
    throw new InvalidInputError(
      "override is true but reason is blank; state why the release is deployed although checks do not pass",
    );
}

async function decide(
  transaction: LedgerTransaction,
  { release: id, override, reason }: Request,
  { principal: { name: by }, closureBudget }: RequestContext,
): Promise<Decision<DeployOutcome>> {
  const release = await getRelease(transaction.reader, id);
  requirePending(release, "deployed");
  const evaluated = await evaluateUnderLock(
    transaction,
    { ...release, reviews: release.approvals },
    closureBudget.maxMs,
  );
  const passes = allPassed(evaluated.checks);
  if (!passes && !override) {
    await saveState(transaction, release, release.state, { by, reason: null, evaluated });
    return toDecision(release, evaluated, { deployment: null });
  }
  const deployment = await begin(transaction, release, evaluated, by);
  // An override without a failed check has not overridden anything.
  const overriding = passes ? { override: false, reason: null } : { override: true, reason: reason ?? null };
  await saveStep(transaction, release, "DEPLOYED", { by, evaluated, ...overriding });
  return toDecision(release, evaluated, { deployment, ...overriding });
}

/** Ends an earlier deployment of the same version: the release determines the version's share of the traffic. */
async function begin(
  transaction: LedgerTransaction,
  { key, endpointKey, modelVersionKey, trafficPercent }: Release,
  { stage }: EvaluatedChecks,
  by: string,
): Promise<string> {
  const history = await transaction.run(loadEndpointHistory, { endpointKeys: [endpointKey] });
  const at = transaction.recordedAt;
  const same = history.filter(
    (row) =>
      row.modelVersionKey === modelVersionKey &&
      !row.isStub &&
      row.validFrom <= at &&
      (row.validTo === null || row.validTo > at),
  );
  const deployment = await beginDeployment(transaction, {
    endpointKey,
    stage,
    modelVersionKey,
    trafficPercent,
    by,
    ending: same.map((row) => ({ key: row.key, reason: "SUPERSEDED" })),
  });
  await transaction.run(saveBacking, { id: uuidOf(key) ?? "", deploymentKey: deployment });
  return deployment;
}

function toDecision(
  { key: release, endpointKey, modelVersionKey }: Release,
  { checks }: EvaluatedChecks,
  { deployment, ...overriding }: { deployment: string | null; override?: boolean; reason?: string | null },
): Decision<DeployOutcome> {
  const status = deployment === null ? "REFUSED" : "DEPLOYED";
  const targets = [release, endpointKey, modelVersionKey, ...(deployment === null ? [] : [deployment])];
  return {
    result: { status, release, deployment, checks: [...checks] },
    targets,
    detail: { status, checks, ...overriding },
  };
}
