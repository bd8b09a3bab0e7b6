import type { Graph } from "../../core/graph/graph.js";
import { migrationBatchSize, migrationTimeoutMs, writeInMigration } from "../../core/graph/migration-write.js";
import type { MigrationWork } from "../../core/graph/migrations.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { derivePlaces } from "../content/derive-places.js";
import { datasetOf } from "./dataset.repository.js";
import { listDatasetRows, saveNameForms } from "./dataset.statements.js";
import { nameFormOf } from "./name-form.js";

/** The work of the migrations of names and places: the forms of names, and the places, that were recorded before. */
export const nameMigrationWork: MigrationWork = new Map([
  ["0007-dataset-names", deriveNameForms],
  ["0008-places", deriveNamesAndPlaces],
]);

async function deriveNamesAndPlaces(graph: Graph): Promise<void> {
  await deriveNameForms(graph);
  await derivePlaces(graph);
}

/** Derives the form of every dataset's name again. A batch that is repeated has no further effect. */
export async function deriveNameForms(graph: Graph): Promise<void> {
  const filter = { prefix: keyPrefix("dataset", null), nameContains: null, isBackward: false };
  let afterKey: string | null = null;
  do {
    const page = { ...filter, afterKey, limit: migrationBatchSize };
    const keys: string[] = (await graph.read(listDatasetRows, page, { timeoutMs: migrationTimeoutMs })).map(
      ({ key }) => key,
    );
    const rows = keys
      .map(datasetOf)
      .map(({ key, namespace, name }) => ({ key, nameForm: nameFormOf(namespace, name) }));
    if (rows.length > 0) await writeInMigration(graph, saveNameForms, { rows });
    afterKey = keys.at(-1) ?? null;
  } while (afterKey !== null);
}
