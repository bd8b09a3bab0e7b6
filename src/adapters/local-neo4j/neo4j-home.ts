import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeAtomically } from "../../core/shared/write-atomically.js";
import { readIfPresent } from "./read-if-present.js";

/** The files of one local Neo4j, all in its home folder. */
export interface Neo4jHome {
  readonly neo4j: string;
  readonly log: string;
  readonly store: string;
  /** Exists from before the store is created until its first start has succeeded. */
  readonly unfinished: string;
  readonly java: string;
  readonly password: string;
  readonly connection: string;
}

const connectionRecord = z.object({ port: z.int().min(1).max(65_535), pid: z.int().optional() });

/** Creates the home folder, readable by its owner only. Its files are named by their real path, so each home has one name. */
export async function openHome(folder: string): Promise<Neo4jHome> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const home = await realpath(folder);
  const neo4j = join(home, "neo4j");
  await mkdir(join(neo4j, "logs"), { recursive: true, mode: 0o700 });
  return {
    neo4j,
    log: join(neo4j, "logs", "java.log"),
    store: join(neo4j, "data"),
    unfinished: join(neo4j, "first-start"),
    java: join(home, "java"),
    password: join(home, "neo4j-password"),
    connection: join(home, "neo4j.json"),
  };
}

/** The settings of a server on a port. Concurrent starts that write the same file write the same content. */
export const settingsFile = (home: Neo4jHome, boltPort: number): string => join(home.neo4j, `neo4j-${boltPort}.conf`);

/** The password of this home's Neo4j: random, created on the first call, kept in a file that only the owner can read. */
export async function readOrCreatePassword(home: Neo4jHome): Promise<string> {
  const known = (await readIfPresent(home.password))?.trim();
  if (known !== undefined && known.length >= 8) {
    await chmod(home.password, 0o600);
    return known;
  }
  const password = randomBytes(24).toString("base64url");
  await writeAtomically(home.password, `${password}\n`);
  return password;
}

/** The port of the last start, if one is recorded. */
export async function findRecordedPort(home: Neo4jHome): Promise<number | null> {
  return (await findRecordedConnection(home))?.port ?? null;
}

/** The port and process id of the last server that became ready, if they are recorded. */
export async function findRecordedConnection(home: Neo4jHome): Promise<z.output<typeof connectionRecord> | null> {
  const text = await readIfPresent(home.connection);
  if (text === null) return null;
  try {
    return connectionRecord.parse(JSON.parse(text));
  } catch {
    // Only a preference is lost; the next server that becomes ready rewrites the file.
    return null;
  }
}

/**
 * Ensures that the store either became ready before, or is created by this start. Neo4j that is killed while it
 * creates its store may hang at the next start. Such a store is removed, because no data was ever written to it.
 * Returns true if there was one.
 */
export async function prepareStore(home: Neo4jHome): Promise<boolean> {
  const isUnfinished = existsSync(home.unfinished);
  if (isUnfinished) await rm(home.store, { recursive: true, force: true });
  else if (existsSync(home.store)) return false;
  await writeFile(home.unfinished, "");
  return isUnfinished;
}

/** Records the address of a server that is ready, for people and for the next start's choice of port. */
export async function recordReady(home: Neo4jHome, port: number, pid: number): Promise<void> {
  await rm(home.unfinished, { force: true });
  const record = { uri: boltUri(port), port, pid, user: "neo4j", passwordFile: home.password, database: "neo4j" };
  await writeAtomically(home.connection, `${JSON.stringify(record, null, 2)}\n`);
}

/** The address of a server on this machine's loopback. */
export const boltUri = (port: number): string => `bolt://127.0.0.1:${port}`;
