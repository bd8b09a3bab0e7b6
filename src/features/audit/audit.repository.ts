import { z } from "zod";
import { type Connection, lazyConnection, pageOf } from "../../core/api/connection.js";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import { type PageArgs, pageRequest, rowLimit } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { LedgerEntry } from "../../core/shared/hash-chain.js";
import { recordIdOf, recordKey, toGlobalId } from "../../core/shared/key.js";
import type { AuditEntry } from "./audit-entry.type.js";
import { type EntryFilter, countEntries, loadEntries, newestEntries, oldestEntries } from "./audit.statements.js";

/** The source from which the shared loader loads entries of the ledger. */
export const entrySource: NodeSource<ContainerNode> = {
  kind: "ledger-entry",
  load: async (graph, keys) => {
    const sequences = keys
      .map((key) => Number(recordIdOf("ledger-entry", key)))
      .filter((sequence) => Number.isSafeInteger(sequence));
    return (await graph.read(loadEntries, { sequences })).map(toAuditEntry);
  },
};

/** The ledger, newest first. */
export function listAuditEntries(graph: GraphReader, filter: EntryFilter, args: PageArgs): Connection<AuditEntry> {
  const page = pageRequest(args, z.number().int());
  const statement = page.isBackward ? oldestEntries : newestEntries;
  return lazyConnection(
    async () => {
      const rows = await graph.read(statement, { ...filter, position: page.position, limit: rowLimit(page) });
      return pageOf(rows, page, ({ sequence }) => sequence, toAuditEntry);
    },
    async () => (await graph.read(countEntries, { ...filter }))[0]?.count ?? 0,
  );
}

const storedDetail = z.record(z.string(), z.unknown());

function toAuditEntry(entry: LedgerEntry): AuditEntry {
  const key = recordKey("ledger-entry", String(entry.sequence));
  return {
    __typename: "AuditEntry",
    id: toGlobalId(key),
    key,
    ...entry,
    detail: storedDetail.parse(JSON.parse(entry.detail)),
  };
}
