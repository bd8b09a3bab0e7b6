import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import type { Session, Transaction } from "neo4j-driver";
import { answeredWithin, endedLateMs } from "./answer-deadline.js";
import { isLockTimeout, toAppError } from "./graph-error.js";
import type { Graph } from "./graph.js";
import { withRetry } from "./retry.js";

/** One numbered file of `cypher/migrations`. */
export interface Migration {
  readonly id: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** Thrown when the database and the migration files differ. The server must not start on such a database. */
export class MigrationError extends Error {}

/**
 * Work of migrations that Cypher cannot express, by the id of the migration. It runs before the last statement of the
 * migration, and again if the process ends before the migration is complete.
 */
export type MigrationWork = ReadonlyMap<string, (graph: Graph) => Promise<void>>;

const migrationsFolder = new URL("../../../cypher/migrations/", import.meta.url);
const lockTimeoutMs = 120_000;
/** How long a process may migrate while it holds the lock: deriving text for ten million nodes takes less. */
const holdTimeoutMs = 3_600_000;
const checkTimeoutMs = 5_000;

/** Reads the migration files in order. */
export async function loadMigrations(folder: URL = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".cypher")).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, folder), "utf8");
      const statements = text
        .split(/^;$/m)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== "");
      return {
        id: file.replace(/\.cypher$/, ""),
        checksum: createHash("sha256").update(text).digest("hex"),
        statements,
      };
    }),
  );
}

/**
 * Migrates the database, one process at a time. Returns the ids of the migrations that it applied.
 * @throws MigrationError when an applied migration was changed, its file is missing, or a migration had no effect.
 */
export async function migrate(
  graph: Graph,
  migrations: readonly Migration[],
  work: MigrationWork = new Map(),
): Promise<string[]> {
  // The lock requires these constraints, so they are created without it. Processes that start at the same time may collide here.
  await withRetry(() =>
    run(graph, "CREATE CONSTRAINT migration_lock_id IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.id IS UNIQUE"),
  );
  await withRetry(() =>
    run(graph, "CREATE CONSTRAINT migration_id IF NOT EXISTS FOR (n:Migration) REQUIRE n.id IS UNIQUE"),
  );
  return withRetry(() =>
    underLock(graph, async () => {
      const pending = pendingMigrations(migrations, await appliedMigrations(graph));
      for (const migration of pending) await apply(graph, migration, work.get(migration.id));
      return pending.map(({ id }) => id);
    }),
  );
}

/**
 * Returns whether exactly these migrations are applied.
 * @throws GraphUnavailableError when the database does not respond.
 */
export async function isMigrated(graph: Graph, migrations: readonly Migration[]): Promise<boolean> {
  try {
    const applied = await appliedMigrations(graph, checkTimeoutMs);
    return applied.size === migrations.length && migrations.every(({ id, checksum }) => applied.get(id) === checksum);
  } catch (error) {
    throw toAppError(error);
  }
}

/** Determines the migrations to apply. */
export function pendingMigrations(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.id, migration]));
  for (const [id, checksum] of applied) {
    const file = known.get(id);
    if (!file)
      throw new MigrationError(
        `the database has the migration ${id}, which this version of lineage does not have; start a newer version, or use another database`,
      );
    if (file.checksum !== checksum)
      throw new MigrationError(
        `the migration ${id} was changed after it was applied to this database; restore the file and make the change in a new migration`,
      );
  }
  const pending = migrations.filter(({ id }) => !applied.has(id));
  const [first] = pending;
  const late = first && [...applied.keys()].find((id) => id > first.id);
  if (late)
    throw new MigrationError(
      `the migration ${first.id} is missing from this database, which already has the later ${late}`,
    );
  return pending;
}

async function appliedMigrations(graph: Graph, timeoutMs = lockTimeoutMs): Promise<Map<string, string>> {
  const records = await run(
    graph,
    "MATCH (m:Migration) RETURN m.id AS id, m.checksum AS checksum ORDER BY m.id",
    {},
    timeoutMs,
  );
  return new Map(records.map((record) => [String(record.id), String(record.checksum)]));
}

async function apply(
  graph: Graph,
  { id, checksum, statements }: Migration,
  work?: (graph: Graph) => Promise<void>,
): Promise<void> {
  for (const statement of statements.slice(0, -1)) await run(graph, statement);
  await work?.(graph);
  const [verified] = await run(graph, statements.at(-1) ?? "RETURN false AS took");
  if (verified?.took !== true)
    throw new MigrationError(`the migration ${id} ran, but its last statement does not find its result`);
  await run(graph, "CREATE (:Migration {id: $id, checksum: $checksum, appliedAt: timestamp()})", { id, checksum });
}

/** Holds a write lock in an open transaction. A second process waits; if this one is killed, the database releases the lock. */
async function underLock<T>(graph: Graph, work: () => Promise<T>): Promise<T> {
  const session = graph.session("WRITE");
  try {
    const lock = await takeLock(session);
    const result = await work();
    await lock.commit();
    return result;
  } finally {
    await session.close();
  }
}

/** The database waits a few seconds for a lock. Another process may migrate for longer. */
async function takeLock(session: Session): Promise<Transaction> {
  const startedAt = performance.now();
  for (;;) {
    const lock = await session.beginTransaction({ timeout: holdTimeoutMs, metadata: { statement: "migrations/lock" } });
    try {
      await lock.run("MERGE (l:MigrationLock {id: 'main'}) SET l.takenAt = timestamp()");
      return lock;
    } catch (error) {
      await lock.close();
      if (!isLockTimeout(error) || performance.now() - startedAt > holdTimeoutMs) throw error;
    }
  }
}

async function run(
  graph: Graph,
  statement: string,
  params: Record<string, unknown> = {},
  timeoutMs = lockTimeoutMs,
): Promise<Record<string, unknown>[]> {
  const session: Session = graph.session("WRITE");
  try {
    const result = await answeredWithin(timeoutMs + endedLateMs, async () =>
      session.run(statement, params, { metadata: { statement: "migrations" }, timeout: timeoutMs }),
    );
    return result.records.map((record) => record.toObject() as Record<string, unknown>);
  } finally {
    // Not awaited, because it never ends if the database no longer responds.
    void session.close().catch(() => undefined);
  }
}
