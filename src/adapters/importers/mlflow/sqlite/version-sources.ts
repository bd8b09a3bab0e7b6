import { namedRecords } from "../version-source.js";
import { textOf } from "./column-value.js";
import { loggedModelSql, runStageSql } from "./model-rows.js";
import type { Query, Row } from "./sqlite-file.js";
import type { SqliteSchema } from "./sqlite-schema.js";

/** The run and the logged model that a registered version names. Of a missing run, the row contains only the id. */
export interface SourceRows {
  readonly run: Row | null;
  readonly loggedModel: Row | null;
}

/** Finds the records that a registered version names by its run id, its source or its storage location. */
export function findSources(query: Query, schema: SqliteSchema, version: Row): SourceRows {
  const named = namedRecords(textOf(version.source), textOf(version.storage_location));
  const findRun = (runId: string | null): Row | null => (runId ? (query(runStageSql, [runId])[0] ?? null) : null);
  const runId = textOf(version.run_id) || named.runId;
  const hasModel = named.modelId !== null && schema.has("logged_models");
  return {
    run: runId ? (findRun(runId) ?? { run_uuid: runId, run_stage: null }) : findRun(named.possibleRunId),
    loggedModel: hasModel ? (query(loggedModelSql(schema), [named.modelId])[0] ?? null) : null,
  };
}
