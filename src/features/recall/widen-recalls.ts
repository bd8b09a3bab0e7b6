import { matchesSpecifier } from "../../core/python/specifier.js";
import type { Fields } from "../../core/facts/draft.js";
import type { AfterSave } from "../../core/facts/write-drafts.js";
import { type Watches, loadWatches, widenRecallRows } from "./recall.statements.js";

/** Adds new snapshots of watched datasets, and new environments that install watched packages, to the open recalls. */
export const widenRecalls: AfterSave = async (transaction, { nodes }) => {
  const candidates = nodes.filter(({ fields }) => fields.datasetKey != null || fields.packageNames != null);
  if (candidates.length === 0) return;
  const watched = await transaction.run(loadWatches, {});
  const rows = watched.flatMap(({ id, ...watches }) =>
    candidates.filter(({ fields }) => isWatched(fields, watches)).map(({ key }) => ({ id, key })),
  );
  if (rows.length > 0) await transaction.run(widenRecallRows, { rows, recordedAt: transaction.recordedAt });
};

function isWatched({ datasetKey, packageNames, packageVersions }: Fields, watches: Watches): boolean {
  if (typeof datasetKey === "string" && watches.datasetKeys.includes(datasetKey)) return true;
  const [names, versions] = [textsOf(packageNames), textsOf(packageVersions)];
  return names.some((name, index) =>
    watches.packageNames.some(
      (watched, place) => watched === name && matches(versions[index] ?? "", watches.packageSpecifiers[place] ?? ""),
    ),
  );
}

/** Matches as package references do: an unknown version matches only the empty specifier. */
function matches(version: string, specifier: string): boolean {
  return specifier === "" || (version !== "" && matchesSpecifier(version, specifier));
}

function textsOf(value: Fields[string]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
