import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { parseKey, snapshotKey } from "../../core/shared/key.js";
import {
  type IdentifiedRow,
  type Part,
  joinAliases,
  joinFilesOfOtherNames,
  joinFoldersOfOtherNames,
  joinFoldersWithinNames,
  joinPartsOfNames,
  listOtherNames,
  saveOtherNames,
} from "./content.statements.js";

interface SequencedKey {
  readonly key: string;
  /** Ledger entry. */
  readonly sequence: number;
}

/** Rows of one statement. */
const maxRows = 2_000;
/** Folders of one statement: each may have many files. */
const maxFolders = 100;

/**
 * Joins snapshots with those under the other names of their datasets, and saves these names for search. Returns the
 * snapshots that have other names.
 */
export async function joinOtherNames(
  transaction: LedgerTransaction,
  snapshots: readonly SequencedKey[],
): Promise<SequencedKey[]> {
  const { recordedAt } = transaction;
  const named = new Map<string, SequencedKey>();
  for (let start = 0; start < snapshots.length; start += maxRows) {
    const rows = snapshots.slice(start, start + maxRows).map(({ key, sequence }) => ({ key, sequence }));
    const names = await transaction.run(listOtherNames, { rows });
    if (names.length === 0) continue;
    await transaction.run(joinAliases, { rows, recordedAt });
    await transaction.run(saveOtherNames, { rows: names.map((name) => otherNameRow({ ...name, recordedAt })) });
    for (const { key, sequence } of names) named.set(key, { key, sequence });
  }
  return [...named.values()];
}

/** What may contain files, or be one, because of the other names of a folder. */
interface NamedParts {
  readonly folders: readonly SequencedKey[];
  /** Nodes with newly known content. Defaults to none. */
  readonly files?: readonly IdentifiedRow[];
  /** Newly joined files. Their folders contain them under every name. Defaults to none. */
  readonly parts?: readonly Part[];
}

/**
 * Joins folders with the files that are recorded in the namespaces of their other names, with the folders inside these
 * names, and with the files of the same folders under these names. Returns what was joined.
 */
export async function joinPartsOfOtherNames(
  transaction: LedgerTransaction,
  { folders, files = [], parts = [] }: NamedParts,
): Promise<Part[]> {
  const { recordedAt } = transaction;
  const joined: Part[] = [];
  for (const batch of batchesOf(folders, maxFolders)) {
    joined.push(...(await transaction.run(joinFilesOfOtherNames, { folders: batch, recordedAt })));
    joined.push(...(await transaction.run(joinFoldersWithinNames, { folders: batch, recordedAt })));
  }
  if (files.length > 0)
    joined.push(...(await transaction.run(joinFoldersOfOtherNames, { files: [...files], recordedAt })));
  const containing = [...parts, ...joined].map(({ folder, sequence }) => ({ key: folder, sequence }));
  for (const batch of batchesOf([...folders, ...containing], maxFolders))
    joined.push(...(await transaction.run(joinPartsOfNames, { folders: batch, recordedAt })));
  return joined;
}

/** The distinct keys in batches. */
function batchesOf(rows: readonly SequencedKey[], size: number): SequencedKey[][] {
  const distinct = [...new Map(rows.map(({ key, sequence }) => [key, { key, sequence }])).values()];
  const batches: SequencedKey[][] = [];
  for (let start = 0; start < distinct.length; start += size) batches.push(distinct.slice(start, start + size));
  return batches;
}

/** The row that saves a snapshot's name under another name of its dataset. */
export function otherNameRow<Name extends { readonly key: string; readonly dataset: string }>(named: Name) {
  const { namespace = "", name = "" } = parseKey(named.dataset) ?? {};
  const { version = "" } = parseKey(named.key) ?? {};
  const otherKey = snapshotKey(namespace, name, version);
  const searchWords = nodeSearchWords("DatasetSnapshot", otherKey, { namespace, name, version }, []);
  return { ...named, name: otherKey, searchWords };
}
