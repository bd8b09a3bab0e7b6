import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { matchRequirement } from "../../catalog/environment/match-requirement.js";
import type { Fields } from "../../core/facts/draft.js";
import type { AfterSave } from "../../core/facts/write-drafts.js";
import { type Watches, loadWatches, widenRecallRows } from "./recall.statements.js";

/** A node that open recalls may watch. */
interface Candidate {
  readonly key: string;
  readonly fields: Fields;
}

/** Adds new snapshots of watched datasets, and new environments that install watched packages, to the open recalls. */
export const widenRecalls: AfterSave = (transaction, { nodes }) => widenRecallsTo(transaction, nodes);

/** Adds the nodes that open recalls watch to these recalls. */
export async function widenRecallsTo(transaction: LedgerTransaction, nodes: readonly Candidate[]): Promise<void> {
  const candidates = nodes.filter(({ fields }) => fields.datasetKey != null || fields.packageNames != null);
  if (candidates.length === 0) return;
  const watched = await transaction.run(loadWatches, {});
  const rows = watched.flatMap(({ id, ...watches }) =>
    candidates.filter(({ fields }) => isWatched(fields, watches)).map(({ key }) => ({ id, key })),
  );
  if (rows.length > 0) await transaction.run(widenRecallRows, { rows, recordedAt: transaction.recordedAt });
}

function isWatched(
  { datasetKey, packageNames, packageVersions, packageSpecifiers }: Fields,
  watches: Watches,
): boolean {
  if (typeof datasetKey === "string" && watches.datasetKeys.includes(datasetKey)) return true;
  const [names, versions, specifiers] = [packageNames, packageVersions, packageSpecifiers].map(textsOf);
  return (names ?? []).some((name, index) => {
    const required = { version: versions?.[index] || null, specifier: specifiers?.[index] ?? null };
    return watches.packageNames.some(
      (watched, place) =>
        watched === name && matchRequirement(required, watches.packageSpecifiers[place] ?? "") !== "NO",
    );
  });
}

function textsOf(value: Fields[string]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
