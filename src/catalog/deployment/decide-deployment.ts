import { type DraftedFact, toDraftedFact } from "../../core/facts/drafted-fact.js";
import { writeDecided } from "../../core/facts/write-drafts.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { ConflictError, InvalidInputError } from "../../core/shared/errors.js";
import { endpointKey, parseKey } from "../../core/shared/key.js";
import type { DeploymentEndReason, DeploymentStage } from "./deployment.enum.js";
import { draftDeployment, draftDeploymentEnd } from "./deployment.draft.js";
import { settleEndpoints } from "./settle-endpoints.js";
import { type EndpointHistoryRow, loadEndpointHistory } from "./settle.statements.js";

/** A deployment that a decision starts at the time of its transaction. */
export interface DecidedDeployment {
  readonly endpointKey: string;
  readonly stage: DeploymentStage;
  readonly modelVersionKey: string;
  readonly trafficPercent: number;
  readonly by: string;
  /** The deployments that end at the same time, without a gap, and the reasons. */
  readonly ending: readonly { readonly key: string; readonly reason: DeploymentEndReason }[];
}

/**
 * Starts a deployment and ends others as part of a decision. Returns its key.
 * @throws ConflictError when it contradicts recorded facts.
 */
export async function beginDeployment(transaction: LedgerTransaction, decided: DecidedDeployment): Promise<string> {
  const at = transaction.recordedAt;
  const ends = decided.ending.map(({ key, reason }) => toDraftedFact(() => draftDeploymentEnd(key, at, reason)));
  const keys = await writeDecided(transaction, [...ends, draftBegin(decided, at)], [settleEndpoints]);
  const begun = keys.at(-1);
  if (begun === undefined) throw new TypeError("the decided deployment has no key");
  return begun;
}

/** The end of a deployment by a decision. */
export interface RetiredDeployment {
  readonly at: number;
  readonly endpointKey: string;
  readonly modelVersionKey: string;
}

/**
 * Ends a deployment as RETIRED at a time (epoch milliseconds), as part of a decision.
 * @throws ConflictError when it had ended by then, or was only referred to; InvalidInputError when the time is not after its start.
 */
export async function retireDeployment(
  transaction: LedgerTransaction,
  key: string,
  at: number,
): Promise<RetiredDeployment> {
  const { namespace = "", name = "" } = parseKey(key) ?? {};
  const history = await transaction.run(loadEndpointHistory, { endpointKeys: [endpointKey(namespace, name)] });
  const deployment = history.find((row) => row.key === key);
  if (!deployment || deployment.isStub)
    throw new ConflictError(`${key} was only referred to; record it with recordDeployment before ending it`, { key });
  requireServingAt(deployment, at);
  await writeDecided(transaction, [toDraftedFact(() => draftDeploymentEnd(key, at, "RETIRED"))], [settleEndpoints]);
  return { at, endpointKey: deployment.endpointKey, modelVersionKey: deployment.modelVersionKey };
}

function requireServingAt({ key, validFrom, validTo, endReason }: EndpointHistoryRow, at: number): void {
  const time = (moment: number): string => new Date(moment).toISOString();
  if (at <= validFrom)
    throw new InvalidInputError(`at is ${time(at)}, which is not after its start, ${time(validFrom)}`, { key });
  if (validTo !== null && validTo <= at)
    throw new ConflictError(
      `${key} ended at ${time(validTo)} as ${endReason ?? "RETIRED"}; only a deployment that serves later can be ended`,
      { key },
    );
}

function draftBegin(
  { endpointKey, stage, modelVersionKey, trafficPercent, by }: DecidedDeployment,
  validFrom: number,
): DraftedFact {
  const { namespace = "", name: endpoint = "" } = parseKey(endpointKey) ?? {};
  const { namespace: owner = "", name: model = "", version = "" } = parseKey(modelVersionKey) ?? {};
  const fact = {
    namespace,
    endpoint,
    stage,
    modelVersion: { namespace: owner, model, version },
    validFrom,
    trafficPercent,
    by,
  };
  return toDraftedFact((resolve) => draftDeployment(fact, resolve));
}
