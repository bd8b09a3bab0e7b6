import { bindStatement } from "./bound-statement.js";
import type { Graph } from "./graph.js";
import type { Statement } from "./statement.js";

/** Rows of one transaction of a migration. */
export const migrationBatchSize = 1_000;
export const migrationTimeoutMs = 120_000;

/** Runs a write statement of a migration, in a transaction of its own. No ledger entry: the recorded facts do not change. */
export async function writeInMigration<Params>(
  graph: Graph,
  statement: Statement<Params, unknown>,
  params: Params,
): Promise<void> {
  const session = graph.session("WRITE");
  try {
    const bound = bindStatement(statement, params);
    const options = { timeout: migrationTimeoutMs, metadata: { statement: statement.name } };
    await session.run(bound.text, bound.params, options);
  } finally {
    await session.close();
  }
}
