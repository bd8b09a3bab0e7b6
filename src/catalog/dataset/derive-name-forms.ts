import type { Graph } from "../../core/graph/graph.js";
import { migrationBatchSize, migrationTimeoutMs, writeInMigration } from "../../core/graph/migration-write.js";
import type { MigrationWork } from "../../core/graph/migrations.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { listNamesOfDatasets, saveOtherNames } from "../content/content.statements.js";
import { derivePlaces } from "../content/derive-places.js";
import { otherNameRow } from "../content/other-names.js";
import { datasetOf } from "./dataset.repository.js";
import { listDatasetRows, saveNameForms } from "./dataset.statements.js";
import { nameFormOf } from "./name-form.js";

/** The work of the migrations of names and places: the forms of names, and the places, that were recorded before. */
export const nameMigrationWork: MigrationWork = new Map([
  ["0007-dataset-names", deriveNameForms],
  ["0008-places", deriveNamesAndPlaces],
  ["0009-other-names", deriveOtherNames],
]);

async function deriveNamesAndPlaces(graph: Graph): Promise<void> {
  await deriveNameForms(graph);
  await derivePlaces(graph);
}

/** Derives the form of every dataset's name again. A batch that is repeated has no further effect. */
export function deriveNameForms(graph: Graph): Promise<void> {
  return forEachBatch(graph, (keys) => {
    const rows = keys
      .map(datasetOf)
      .map(({ key, namespace, name }) => ({ key, nameForm: nameFormOf(namespace, name) }));
    return writeInMigration(graph, saveNameForms, { rows });
  });
}

/** Saves the names of snapshots under the other names of their datasets. A batch that is repeated has no further effect. */
function deriveOtherNames(graph: Graph): Promise<void> {
  return forEachBatch(graph, async (datasets) => {
    const names = await graph.read(listNamesOfDatasets, { datasets: [...datasets] }, { timeoutMs: migrationTimeoutMs });
    for (let start = 0; start < names.length; start += migrationBatchSize) {
      const rows = names.slice(start, start + migrationBatchSize).map(otherNameRow);
      await writeInMigration(graph, saveOtherNames, { rows });
    }
  });
}

/** Does something with the keys of all datasets, batch by batch. */
async function forEachBatch(graph: Graph, work: (keys: readonly string[]) => Promise<void>): Promise<void> {
  const filter = { prefix: keyPrefix("dataset", null), nameContains: null, isBackward: false };
  let afterKey: string | null = null;
  do {
    const page = { ...filter, afterKey, limit: migrationBatchSize };
    const keys: string[] = (await graph.read(listDatasetRows, page, { timeoutMs: migrationTimeoutMs })).map(
      ({ key }) => key,
    );
    if (keys.length > 0) await work(keys);
    afterKey = keys.at(-1) ?? null;
  } while (afterKey !== null);
}
