import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { parseKey, snapshotKey } from "../../core/shared/key.js";
import { joinAliases, listOtherNames, saveOtherNames } from "./content.statements.js";

interface SequencedKey {
  readonly key: string;
  /** Ledger entry. */
  readonly sequence: number;
}

/** Rows of one statement. */
const maxRows = 2_000;

/** Joins snapshots with those under the other names of their datasets, and saves these names for search. */
export async function joinOtherNames(
  transaction: LedgerTransaction,
  snapshots: readonly SequencedKey[],
): Promise<void> {
  const { recordedAt } = transaction;
  for (let start = 0; start < snapshots.length; start += maxRows) {
    const rows = snapshots.slice(start, start + maxRows).map(({ key, sequence }) => ({ key, sequence }));
    const names = await transaction.run(listOtherNames, { rows });
    if (names.length === 0) continue;
    await transaction.run(joinAliases, { rows, recordedAt });
    await transaction.run(saveOtherNames, { rows: names.map((name) => otherNameRow({ ...name, recordedAt })) });
  }
}

/** The row that saves a snapshot's name under another name of its dataset. */
export function otherNameRow<Name extends { readonly key: string; readonly dataset: string }>(named: Name) {
  const { namespace = "", name = "" } = parseKey(named.dataset) ?? {};
  const { version = "" } = parseKey(named.key) ?? {};
  const otherKey = snapshotKey(namespace, name, version);
  const searchWords = nodeSearchWords("DatasetSnapshot", otherKey, { namespace, name, version }, []);
  return { ...named, name: otherKey, searchWords };
}
