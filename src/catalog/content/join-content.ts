import type { Member, ReportedFlowKind } from "../../core/facts/draft.js";
import type { AfterSave, Saved } from "../../core/facts/write-drafts.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { datasetKey, parseKey } from "../../core/shared/key.js";
import { contentFields } from "./content-digest.js";
import {
  type Part,
  joinCopies,
  joinFilesToFolders,
  joinFoldersToFiles,
  joinFoldersToFolders,
  joinIdentical,
  joinMakers,
  listParts,
  saveMembers,
} from "./content.statements.js";
import { joinOtherNames, joinPartsOfOtherNames } from "./other-names.js";

/** The relationships by which a snapshot comes into being. Whatever made a folder made its members. */
const makingKinds: readonly ReportedFlowKind[] = ["PRODUCED", "DERIVED_INTO", "EMITTED"];
/** Rows of one statement, so that the memory of a transaction does not grow with the number of members. */
const maxRows = 2_000;

/**
 * Joins nodes with newly known content to the nodes with the same content: SAME_CONTENT in a namespace, COPIED_AS
 * between namespaces, PART_OF from a file or folder to the folders that contain it. The relationships of equal nodes form
 * a star, because pairs would grow with the square of their number.
 */
export const joinContent: AfterSave = async (transaction, saved) => {
  const { recordedAt } = transaction;
  const rows = contentsOf(saved);
  if (rows.length > 0) {
    await transaction.run(joinIdentical, { rows, recordedAt });
    await transaction.run(joinCopies, { rows, recordedAt });
  }
  const snapshots = saved.nodes.filter(({ key }) => parseKey(key)?.kind === "snapshot");
  const named = await joinOtherNames(transaction, snapshots);
  const folders = await saveFolders(transaction, saved);
  const parts = [
    ...(folders.length > 0
      ? await transaction.run(joinFilesToFolders, {
          folders: folders.map(({ key, sequence }) => ({ key, sequence })),
          recordedAt,
        })
      : []),
    ...(folders.length > 0 ? await transaction.run(joinFoldersToFolders, { folders, recordedAt }) : []),
    ...(rows.length > 0 ? await transaction.run(joinFoldersToFiles, { files: rows, recordedAt }) : []),
  ];
  const indirect = await joinPartsOfOtherNames(transaction, { folders: [...named, ...folders], files: rows, parts });
  await inheritMakers(transaction, [...parts, ...indirect, ...(await partsOfMade(transaction, saved))]);
};

/** Connects files to what made their folders, and, if these files are folders themselves, their files in turn. */
export async function inheritMakers(transaction: LedgerTransaction, parts: readonly Part[]): Promise<void> {
  for (let rest = parts; rest.length > 0;) {
    const connected = [];
    for (let start = 0; start < rest.length; start += maxRows)
      connected.push(
        ...(await transaction.run(joinMakers, {
          parts: rest.slice(start, start + maxRows),
          recordedAt: transaction.recordedAt,
        })),
      );
    rest = connected.length > 0 ? await transaction.run(listParts, { folders: connected }) : [];
  }
}

function contentsOf({ nodes }: Saved) {
  return nodes.flatMap(({ key, sequence, fields: { contentKey, contentDigest } }) =>
    typeof contentKey === "string" && typeof contentDigest === "string"
      ? [{ key, sequence, contentKey, contentDigest }]
      : [],
  );
}

/** Saves the members of new folders. Returns the folders, with the keys of the datasets in them. */
async function saveFolders(transaction: LedgerTransaction, { nodes }: Saved) {
  const folders = nodes.flatMap(({ key, sequence, members }) => (members ? [{ key, sequence, members }] : []));
  const rows = folders.flatMap(({ key, members }) =>
    members.map(({ path, digest, sizeBytes }) => {
      const { contentKey } = contentFields(parseKey(key)?.namespace, digest, sizeBytes);
      return { folder: key, path, digest, sizeBytes, contentKey: typeof contentKey === "string" ? contentKey : null };
    }),
  );
  for (let start = 0; start < rows.length; start += maxRows)
    await transaction.run(saveMembers, { rows: rows.slice(start, start + maxRows) });
  return folders.map(({ key, sequence, members }) => ({ key, sequence, subfolders: subfoldersOf(key, members) }));
}

/** The keys of the datasets with the names of the folders in a folder. */
function subfoldersOf(key: string, members: readonly Member[]): string[] {
  const { namespace = "", name = "" } = parseKey(key) ?? {};
  const paths = new Set<string>();
  for (const { path } of members)
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (paths.has(folder)) break;
      paths.add(folder);
    }
  return [...paths].map((path) => datasetKey(namespace, `${name}/${path}`));
}

/** The parts of folders that something newly made: it made the parts as well. */
async function partsOfMade(transaction: LedgerTransaction, { edges }: Saved): Promise<Part[]> {
  const made = edges.filter(({ kind }) => makingKinds.includes(kind));
  if (made.length === 0) return [];
  const rows = made.map(({ downstream, sequence }) => ({ key: downstream, sequence }));
  return transaction.run(listParts, { folders: rows });
}
