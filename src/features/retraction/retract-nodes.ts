import { joinAliases, joinCopies, joinIdentical } from "../../catalog/content/content.statements.js";
import { settleHistories } from "../../catalog/deployment/settle-endpoints.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { ConflictError } from "../../core/shared/errors.js";
import { type RetractionStamp, retractUnfounded } from "./retract-inherited.js";
import {
  type BlockerRow,
  findBlockers,
  findContent,
  forgetUpstream,
  listInherited,
  retractNodes,
} from "./retraction.statements.js";

/**
 * Retracts nodes with their edges, and returns their keys. What resulted from them is derived again: the deployments that
 * served beside a deployment, what runs and versions recorded as their upstream, and the content that they joined.
 * @throws NotFoundError when a reference matches no node; ConflictError when something that remains refers to a node.
 */
export async function retractNodesOf(
  transaction: LedgerTransaction,
  refs: readonly NodeRefInput[],
  stamp: RetractionStamp & { readonly by: string; readonly reason: string },
): Promise<string[]> {
  if (refs.length === 0) return [];
  const { recordedAt } = stamp;
  const keys = await resolveNodeRefs(transaction.reader, refs);
  const [blocker] = await transaction.run(findBlockers, { keys });
  if (blocker) throw refusalOf(blocker);
  const inherited = await transaction.run(listInherited, { folders: keys.map((folder) => ({ folder, maker: null })) });
  const rows = await transaction.run(retractNodes, { keys, ...stamp });
  const unfounded = await retractUnfounded(transaction, inherited, stamp);
  const affected = [
    ...new Set([...rows.flatMap((row) => row.affected), ...unfounded.map(({ downstream }) => downstream)]),
  ];
  if (affected.length > 0) await transaction.run(forgetUpstream, { keys: affected, recordedAt });
  await settleHistories(transaction, [...new Set(rows.flatMap(({ endpointKey }) => endpointKey ?? []))]);
  const contents = rows.flatMap(({ contentKey, contentDigest }) =>
    contentKey !== null && contentDigest !== null ? [{ contentKey, contentDigest }] : [],
  );
  // The other nodes of a content stay the same thing, although the node that joined them is gone.
  const remaining = contents.length > 0 ? await transaction.run(findContent, { contents }) : [];
  if (remaining.length > 0) {
    await transaction.run(joinIdentical, { rows: remaining, recordedAt });
    await transaction.run(joinCopies, { rows: remaining, recordedAt });
    await transaction.run(joinAliases, { rows: remaining, recordedAt });
  }
  return rows.map(({ key }) => key).sort();
}

function refusalOf({ key, deployments, releases }: BlockerRow): ConflictError {
  if (deployments.length > 0)
    return new ConflictError(
      `${key} is deployed, so it cannot be retracted alone; retract its deployments in the same request: ${deployments.join(", ")}`,
      { key, deployments },
    );
  if (releases.length > 0)
    return new ConflictError(
      `${key} has an open release, so it cannot be retracted; withdraw it with withdrawRelease first: ${releases.join(", ")}`,
      { key, releases },
    );
  return new ConflictError(
    `${key} was started by a release and not reported, so it cannot be retracted; end it with endDeployment`,
    { key },
  );
}
