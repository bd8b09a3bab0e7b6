import neo4j, { type Driver } from "neo4j-driver";
import { z } from "zod";
import { type LedgerEntry, firstBrokenEntry } from "../../../src/core/shared/hash-chain.js";
import { endpointKey } from "../../../src/core/shared/key.js";
import { testDatabase } from "../../support/test-app.js";
import type { Round } from "./round.js";
import type { RaceHistory } from "./violations.js";

/** The end of the ledger at some moment. */
export interface LedgerHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Reads the results of rounds without the code under test. */
export interface HistoryReader {
  head(): Promise<LedgerHead>;
  /** The actions of a principal after the head, in order. */
  actionsOf(principal: string, since: LedgerHead): Promise<string[]>;
  /** The histories of rounds that ran after the head, and the first entry since then that breaks the chain. */
  read(rounds: readonly Round[], since: LedgerHead): Promise<{ histories: RaceHistory[]; brokenEntry: number | null }>;
  close(): Promise<void>;
}

const headQuery = "MATCH (l:Ledger {id: 'main'}) RETURN l.sequence AS sequence, l.hash AS hash";
const entryQuery = `
  MATCH (e:LedgerEntry) WHERE e.sequence > $after
  RETURN e.sequence AS sequence, e.at AS at, e.by AS by, e.action AS action, e.targets AS targets, e.detail AS detail, e.previousHash AS previousHash, e.hash AS hash
  ORDER BY sequence`;
const tombstoneQuery = `
  MATCH (n:Lineage {key: $target}) WHERE n.tombstonedAt IS NOT NULL
  RETURN n.tombstoneSequence AS sequence, n.tombstonedAt AS at, n.tombstonedBy AS by, n.tombstoneOverride AS hasOverride`;
const edgeQuery = `
  UNWIND $keys AS key MATCH (:Lineage {key: key})-[r:USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED]->(m:Lineage)
  RETURN key AS upstream, m.key AS downstream, r.sequence AS sequence`;
const deploymentQuery = `
  UNWIND $keys AS key MATCH (:Lineage {key: key})-[:DEPLOYED_AS]->(d:Deployment)
  RETURN d.key AS key, d.sequence AS sequence, d.endpointKey = $releaseEndpoint AS isReleased`;
const releaseQuery = `
  UNWIND $keys AS key MATCH (:Lineage {key: key})<-[:PROPOSES]-(r:Release)
  RETURN r.id AS id, key AS modelVersion, r.sequence AS sequence, r.closedAt AS closedAt`;

const entryShape = z.object({
  sequence: z.number(),
  at: z.number(),
  by: z.string(),
  action: z.string(),
  targets: z.array(z.string()),
  detail: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
const tombstoneShape = z.object({ sequence: z.number(), at: z.number(), by: z.string(), hasOverride: z.boolean() });
const edgeShape = z.object({ upstream: z.string(), downstream: z.string(), sequence: z.number() });
const deploymentShape = z.object({ key: z.string(), sequence: z.number(), isReleased: z.boolean() });
const releaseShape = z.object({
  id: z.string(),
  modelVersion: z.string(),
  sequence: z.number(),
  closedAt: z.number().nullable(),
});
const detailShape = z.looseObject({ tombstoned: z.array(z.string()).optional() });

export function openHistoryReader(): HistoryReader {
  const { uri, user, password, database } = testDatabase();
  const driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password) : undefined, {
    disableLosslessIntegers: true,
  });
  const ask = createAsk(driver, database);
  const entriesAfter = (after: number) => ask(entryQuery, { after }, entryShape);
  return {
    head: async () =>
      z.tuple([z.object({ sequence: z.number(), hash: z.string() })]).parse(await ask(headQuery, {}, z.unknown()))[0],
    actionsOf: async (principal, { sequence }) =>
      (await entriesAfter(sequence)).filter(({ by }) => by === principal).map(({ action }) => action),
    read: async (rounds, since) => {
      const entries = await entriesAfter(since.sequence);
      const about = entriesByTarget(entries);
      const histories: RaceHistory[] = [];
      for (const round of rounds) histories.push(await readHistory(ask, round, about.get(round.target) ?? []));
      return { histories, brokenEntry: firstBrokenEntry(entries, since) };
    },
    close: () => driver.close(),
  };
}

type Ask = <Row>(query: string, params: object, shape: z.ZodType<Row>) => Promise<Row[]>;

function createAsk(driver: Driver, database: string): Ask {
  return async (query, params, shape) => {
    const { records } = await driver.executeQuery(query, params, { database, routing: "READ" });
    return shape.array().parse(records.map((record) => record.toObject()));
  };
}

/** An entry with the nodes that it tombstoned, or the tombstoned nodes that its facts refer to. */
interface EntryAbout {
  readonly sequence: number;
  readonly by: string;
  readonly isTombstone: boolean;
}

function entriesByTarget(entries: readonly LedgerEntry[]): Map<string, EntryAbout[]> {
  const about = new Map<string, EntryAbout[]>();
  for (const { sequence, by, action, detail } of entries) {
    const { tombstoned = [] } = detailShape.parse(JSON.parse(detail));
    for (const key of tombstoned)
      about.set(key, [...(about.get(key) ?? []), { sequence, by, isTombstone: action === "tombstone" }]);
  }
  return about;
}

async function readHistory(
  ask: Ask,
  { target, keys, endpoint }: Round,
  about: readonly EntryAbout[],
): Promise<RaceHistory> {
  const releaseEndpoint = endpointKey(endpoint.namespace, endpoint.name);
  const [tombstones, edges, deployments, releases] = await Promise.all([
    ask(tombstoneQuery, { target }, tombstoneShape),
    ask(edgeQuery, { keys }, edgeShape),
    ask(deploymentQuery, { keys, releaseEndpoint }, deploymentShape),
    ask(releaseQuery, { keys }, releaseShape),
  ]);
  return {
    target,
    edges,
    deployments,
    releases,
    tombstone: tombstones[0] ?? null,
    entries: about.filter(({ isTombstone }) => isTombstone).map(({ sequence, by }) => ({ sequence, by })),
    flags: about.filter(({ isTombstone }) => !isTombstone).map(({ sequence }) => sequence),
  };
}
