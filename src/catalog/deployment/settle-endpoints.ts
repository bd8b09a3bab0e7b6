import type { AfterSave } from "../../core/facts/write-drafts.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { deploymentKind } from "./deployment.draft.js";
import { loadEndpointHistory, settleDeployments } from "./settle.statements.js";
import { endpointKey, parseKey } from "../../core/shared/key.js";
import { declaredTrafficOf, settleTraffic } from "./traffic.js";

/**
 * Settles the deployments of every endpoint for which a deployment was declared, under the same lock.
 */
export const settleEndpoints: AfterSave = async (transaction, { nodes }) => {
  const declared = nodes.filter(({ kind }) => kind === deploymentKind);
  await settleHistories(transaction, [...new Set(declared.map(({ key }) => endpointOf(key)))]);
};

/** Settles the deployments of endpoints whose history has changed. */
export async function settleHistories(transaction: LedgerTransaction, endpointKeys: readonly string[]): Promise<void> {
  if (endpointKeys.length === 0) return;
  const history = await transaction.run(loadEndpointHistory, { endpointKeys: [...endpointKeys] });
  const known = new Map(history.map((row) => [row.key, row]));
  const rows = endpointKeys
    .flatMap((key) =>
      settleTraffic(
        history
          .filter((row) => row.endpointKey === key)
          .map((row) => ({ ...row, declaredTraffic: declaredTrafficOf(row) })),
      ),
    )
    .filter(({ key, validTo, endReason, trafficPercent }) => {
      const before = known.get(key);
      return before?.validTo !== validTo || before.endReason !== endReason || before.trafficPercent !== trafficPercent;
    });
  if (rows.length > 0) await transaction.run(settleDeployments, { rows, recordedAt: transaction.recordedAt });
}

function endpointOf(deployment: string): string {
  const { namespace = "", name = "" } = parseKey(deployment) ?? {};
  return endpointKey(namespace, name);
}
