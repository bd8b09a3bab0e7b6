import { commitKind } from "../../catalog/code/code.draft.js";
import { snapshotKind } from "../../catalog/dataset/dataset.draft.js";
import { deploymentKind } from "../../catalog/deployment/deployment.draft.js";
import { environmentKind } from "../../catalog/environment/environment.draft.js";
import { modelVersionKind } from "../../catalog/model/model.draft.js";
import { runKind } from "../../catalog/run/run.draft.js";
import type { Fields, NodeKind } from "../../core/facts/draft.js";
import type { Graph } from "../../core/graph/graph.js";
import { migrationBatchSize, migrationTimeoutMs, writeInMigration } from "../../core/graph/migration-write.js";
import type { MigrationWork } from "../../core/graph/migrations.js";
import { parseKey } from "../../core/shared/key.js";
import { searchWordsOfProse } from "../../core/shared/search-words.js";
import { loadNodesAfter, loadNotesAfter, saveNoteSearchWords, saveSearchWords } from "./search.statements.js";

const kinds: ReadonlyMap<string, NodeKind> = new Map([
  ["snapshot", snapshotKind],
  ["commit", commitKind],
  ["environment", environmentKind],
  ["run", runKind],
  ["model-version", modelVersionKind],
  ["deployment", deploymentKind],
]);
const progressSize = 100_000;

/** The work of the migrations of search: the words of nodes and notes that were recorded before they had any. */
export function searchMigrationWork(onProgress: (line: string) => void): MigrationWork {
  return new Map([["0006-search", (graph: Graph) => deriveSearchWords(graph, onProgress)]]);
}

/** Derives the search words of every node and note again. A batch that is repeated has no further effect. */
export async function deriveSearchWords(graph: Graph, onProgress: (line: string) => void): Promise<void> {
  let [after, done] = ["", 0];
  for (;;) {
    const nodes = await graph.read(
      loadNodesAfter,
      { after, limit: migrationBatchSize },
      { timeoutMs: migrationTimeoutMs },
    );
    const last = nodes.at(-1);
    if (!last) break;
    await writeInMigration(graph, saveSearchWords, { rows: nodes.flatMap(({ key, fields }) => rowOf(key, fields)) });
    [after, done] = [last.key, done + nodes.length];
    if (done % progressSize === 0) onProgress(`Derived the search words of ${done.toLocaleString("en")} nodes`);
  }
  after = "";
  for (;;) {
    const notes = await graph.read(
      loadNotesAfter,
      { after, limit: migrationBatchSize },
      { timeoutMs: migrationTimeoutMs },
    );
    const last = notes.at(-1);
    if (!last) break;
    await writeInMigration(graph, saveNoteSearchWords, {
      rows: notes.map(({ id, text }) => ({ id, searchWords: searchWordsOfProse(text) })),
    });
    after = last.id;
  }
}

function rowOf(key: string, fields: Fields): { key: string; searchWords: string }[] {
  const searchWords = kinds.get(parseKey(key)?.kind ?? "")?.derive?.(fields, key).searchWords;
  return typeof searchWords === "string" ? [{ key, searchWords }] : [];
}
