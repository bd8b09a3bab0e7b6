import type { Graph } from "../../core/graph/graph.js";
import { migrationBatchSize, migrationTimeoutMs, writeInMigration } from "../../core/graph/migration-write.js";
import { loadAddressesAfter, savePlaces } from "./content.statements.js";
import { placeOf } from "./place.js";

/** Derives the place of every node with an address again. A batch that is repeated has no further effect. */
export async function derivePlaces(graph: Graph): Promise<void> {
  let after: string | undefined = "";
  while (after !== undefined) {
    const page = { after, limit: migrationBatchSize };
    const nodes: readonly { key: string; address: string }[] = await graph.read(loadAddressesAfter, page, {
      timeoutMs: migrationTimeoutMs,
    });
    const rows = nodes.map(({ key, address }) => ({ key, place: placeOf(address) }));
    if (rows.length > 0) await writeInMigration(graph, savePlaces, { rows });
    after = nodes.at(-1)?.key;
  }
}
