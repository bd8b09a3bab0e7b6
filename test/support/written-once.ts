import neo4j from "neo4j-driver";
import type { Database } from "../../src/core/graph/graph.js";
import { Graph } from "../../src/core/graph/graph.js";
import { firstBrokenEntry } from "../../src/core/shared/hash-chain.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import type { Acknowledged } from "./keyed-writers.js";

/** The acknowledged writes compared with the database. All lists contain keys. */
export interface Verdict {
  /** Acknowledged and missing. */
  readonly lost: readonly string[];
  /** Written and never acknowledged. */
  readonly unexpected: readonly string[];
  /** Written more than once, or acknowledged as known at the first time. */
  readonly twice: readonly string[];
  /** The sequence of the first entry that breaks the chain. */
  readonly brokenEntry: number | null;
}

/** The required result in all cases. */
export const everythingOnce: Verdict = { lost: [], unexpected: [], twice: [], brokenEntry: null };

/** Reads the writes of a namespace from the database, not through the API. */
export async function judgeWrites(
  database: Database,
  namespace: string,
  acknowledged: readonly Acknowledged[],
): Promise<Verdict> {
  const { snapshots, notes, entries } = await readWritten(database, namespace);
  const found = { snapshot: countEach(snapshots), note: countEach(notes) };
  const entered = countEach(entries);
  const wanted = new Set(acknowledged.map(({ key }) => key));
  return {
    lost: acknowledged.filter(({ key, kind }) => !found[kind].has(key) || !entered.has(key)).map(({ key }) => key),
    unexpected: [...found.snapshot.keys(), ...found.note.keys(), ...entered.keys()].filter((key) => !wanted.has(key)),
    twice: [
      ...[found.snapshot, found.note, entered].flatMap((counts) =>
        [...counts].filter(([, count]) => count > 1).map(([key]) => key),
      ),
      ...acknowledged.filter(({ status = "NEW" }) => status !== "NEW").map(({ key }) => key),
    ],
    brokenEntry: await findBrokenEntry(database),
  };
}

async function readWritten({ uri, user, password, database }: Database, namespace: string) {
  const driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password) : undefined, {
    disableLosslessIntegers: true,
  });
  const ask = async (text: string): Promise<string[]> =>
    (await driver.executeQuery(text, { namespace }, { database })).records.map((record) => String(record.get("key")));
  try {
    return {
      snapshots: await ask(
        "MATCH (s:DatasetSnapshot)-[:VERSION_OF]->(d:Dataset {namespace: $namespace, name: 'd'}) RETURN s.version AS key",
      ),
      notes: await ask("MATCH (n:Note) WHERE n.text STARTS WITH $namespace RETURN n.text AS key"),
      entries: (await ask("MATCH (e:LedgerEntry) WHERE e.by STARTS WITH $namespace RETURN e.requestKey AS key"))
        .map(clientKey)
        .filter((key) => key !== "about"),
    };
  } finally {
    await driver.close();
  }
}

/** The client's key: the ledger's key also contains the principal. */
function clientKey(requestKey: string): string {
  const [, key] = JSON.parse(requestKey.replace(/^client:/, "")) as [string, string];
  return key;
}

function countEach(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

async function findBrokenEntry(database: Database): Promise<number | null> {
  const graph = new Graph(database);
  try {
    return firstBrokenEntry(await graph.read(listEntries, { after: 0, limit: 1_000_000 }));
  } finally {
    await graph.close();
  }
}
