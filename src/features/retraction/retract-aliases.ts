import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { inheritMakers } from "../../catalog/content/join-content.js";
import { joinPartsOfOtherNames } from "../../catalog/content/other-names.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { NotFoundError } from "../../core/shared/errors.js";
import { datasetKey } from "../../core/shared/key.js";
import { narrowRecalls } from "../recall/narrow-recalls.js";
import { type RetractionStamp, retractUnfounded } from "./retract-inherited.js";
import {
  forgetUpstream,
  listFoldersOfNames,
  listInherited,
  retractAlias,
  retractPartsOfNames,
} from "./retraction.statements.js";
import type { EdgeRefInput } from "./retraction.type.js";

/** Whether an edge means the declaration that two datasets are the same. */
export function isAlias({ kind, upstream, downstream }: EdgeRefInput): boolean {
  return kind === "SAME_CONTENT" && upstream.dataset != null && downstream.dataset != null;
}

/**
 * Retracts declarations that two datasets are the same, and everything that follows from them alone.
 * @throws NotFoundError when the datasets of one were not declared to be the same.
 */
export async function retractAliases(
  transaction: LedgerTransaction,
  edges: readonly EdgeRefInput[],
  stamp: RetractionStamp,
) {
  const retracted = [];
  for (const { upstream, downstream } of edges.filter(isAlias)) {
    const [one, other] = [keyOfDataset(upstream), keyOfDataset(downstream)];
    const folders = await transaction.run(listFoldersOfNames, { one, other });
    const inherited =
      folders.length > 0
        ? await transaction.run(listInherited, { folders: folders.map(({ key }) => ({ folder: key, maker: null })) })
        : [];
    const rows = await transaction.run(retractAlias, { one, other, ...stamp });
    if (rows.length === 0)
      throw new NotFoundError(`${one} and ${other} were not declared to be the same dataset`, { one, other });
    await narrowRecalls(transaction, one, other);
    retracted.push({ upstream: one, downstream: other, kind: "SAME_CONTENT", role: "alias" });
    if (folders.length === 0) continue;
    // What follows from the remaining names is joined again.
    await transaction.run(retractPartsOfNames, { folders: folders.map(({ key }) => key), ...stamp });
    await inheritMakers(transaction, await joinPartsOfOtherNames(transaction, { folders }));
    const unfounded = await retractUnfounded(transaction, inherited, stamp);
    const keys = [...new Set(unfounded.map(({ downstream: file }) => file))];
    if (keys.length > 0) await transaction.run(forgetUpstream, { keys, recordedAt: stamp.recordedAt });
    retracted.push(...unfounded);
  }
  return retracted;
}

function keyOfDataset({ dataset }: NodeRefInput): string {
  return datasetKey(dataset?.namespace ?? "", dataset?.name ?? "");
}
