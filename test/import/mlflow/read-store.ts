import { describeEnvironment } from "../../../src/catalog/environment/environment-content.js";
import type { ImportItem } from "../../../src/adapters/importers/mlflow/map-store.js";
import type { MlflowImportOptions } from "../../../src/adapters/importers/mlflow/import-options.js";
import { openMlflowStore } from "../../../src/adapters/importers/mlflow/open-mlflow-store.js";
import type { StoreProblem } from "../../../src/adapters/importers/mlflow/mlflow-store.js";
import type { FactInput } from "../../../src/adapters/ingest/fact.js";
import { FactGraph } from "./fact-graph.js";

export const fixtures = new URL("../../fixtures/mlflow/", import.meta.url).pathname;

export interface ReadStore {
  readonly facts: FactInput[];
  readonly problems: StoreProblem[];
  readonly graph: FactGraph;
  readonly skipped: { deletedRuns: number; deletedLoggedModels: number; deletedModelVersions: number };
  readonly recordsRead: number;
  readonly recordsCounted: number;
}

/** Reads a whole store. Only for small ones. */
export async function readStore(path: string, options?: MlflowImportOptions): Promise<ReadStore> {
  const store = await openMlflowStore(path, options);
  try {
    const items: ImportItem[] = [];
    for await (const item of store.facts()) items.push(item);
    const facts = items.flatMap((item) => ("fact" in item ? [item.fact] : []));
    const {
      recordsRead,
      deletedRunsSkipped: deletedRuns,
      deletedLoggedModelsSkipped: deletedLoggedModels,
      deletedModelVersionsSkipped: deletedModelVersions,
    } = store.progress;
    return {
      facts,
      problems: items.flatMap((item) => ("problem" in item ? [item.problem] : [])),
      graph: new FactGraph(facts, (input) => describeEnvironment(input).digest),
      skipped: { deletedRuns, deletedLoggedModels, deletedModelVersions },
      recordsRead,
      recordsCounted: Object.values(store.counts).reduce((total, count) => total + count, 0),
    };
  } finally {
    store.close();
  }
}
