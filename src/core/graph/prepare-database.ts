import { GraphUnavailableError } from "../shared/errors.js";
import type { Graph } from "./graph.js";
import { type Migration, type MigrationWork, loadMigrations, migrate } from "./migrations.js";

export interface PrepareOptions {
  /** Receives a line for each step that a person waits for. */
  readonly onProgress: (line: string) => void;
  /** Ends the wait for a database that does not respond. */
  readonly signal?: AbortSignal;
  /** Work of migrations that Cypher cannot express. */
  readonly migrationWork?: MigrationWork;
}

const waitForDatabaseMs = 60_000;

/**
 * Waits for the database and applies the migrations that it lacks; returns all migrations.
 * @throws GraphUnavailableError when the database does not respond in time.
 */
export async function prepareDatabase(
  graph: Graph,
  { onProgress, signal, migrationWork }: PrepareOptions,
): Promise<readonly Migration[]> {
  await waitForDatabase(graph, onProgress, signal);
  const migrations = await loadMigrations();
  const applied = await migrate(graph, migrations, migrationWork);
  onProgress(applied.length > 0 ? `Applied the migrations ${applied.join(", ")}` : "The database is up to date");
  return migrations;
}

async function waitForDatabase(graph: Graph, onProgress: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await graph.ping(5_000);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof GraphUnavailableError) || Date.now() - startedAt > waitForDatabaseMs) throw error;
      if (attempt === 1) onProgress(`Waiting for the database, up to ${waitForDatabaseMs / 1_000} s`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
