import { type DraftedFact, toDraftedFact } from "../../core/facts/drafted-fact.js";
import { writeDecided } from "../../core/facts/write-drafts.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { parseKey } from "../../core/shared/key.js";
import type { DeploymentEndReason, DeploymentStage } from "./deployment.enum.js";
import { draftDeployment, draftDeploymentEnd } from "./deployment.draft.js";
import { settleEndpoints } from "./settle-endpoints.js";

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
