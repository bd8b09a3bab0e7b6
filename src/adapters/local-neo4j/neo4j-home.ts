import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeAtomically } from "../../core/shared/write-atomically.js";
import { readIfPresent } from "./read-if-present.js";

/** The files of one local Neo4j, all inside the home folder. */
export interface Neo4jHome {
  readonly neo4j: string;
  readonly log: string;
  readonly store: string;
  /** Exists from before the store is made until its first start succeeded. */
  readonly unfinished: string;
  readonly java: string;
  readonly password: string;
  readonly connection: string;
}

const connectionRecord = z.object({ port: z.int().min(1).max(65_535), pid: z.int().optional() });

/** Creates the home folder, readable by its owner only, and names its files by their real path, so that each home has one spelling. */
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

/** The settings of a server on a port. Two starts at the same moment write the same file only with the same content. */
export const settingsFile = (home: Neo4jHome, boltPort: number): string => join(home.neo4j, `neo4j-${boltPort}.conf`);

/** The password of this home's Neo4j, made at random on the first call and kept in a file that only the owner can read. */
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

/** The port that the last start listened on, if one is recorded. */
export async function findRecordedPort(home: Neo4jHome): Promise<number | null> {
  return (await findRecordedConnection(home))?.port ?? null;
}

/** The port of the last server that got ready, and its process id, if they are recorded. */
export async function findRecordedConnection(home: Neo4jHome): Promise<z.output<typeof connectionRecord> | null> {
  const text = await readIfPresent(home.connection);
  if (text === null) return null;
  try {
    return connectionRecord.parse(JSON.parse(text));
  } catch {
    // Only a preference is lost; the next ready server writes the file anew.
    return null;
  }
}

/**
 * Makes sure that the store is either one that got ready before, or one that this start makes from nothing.
 * Neo4j killed while it makes its store may hang at the next start, so such a store is removed: nothing was ever
 * written to it. Says whether there was one.
 */
export async function prepareStore(home: Neo4jHome): Promise<boolean> {
  const isUnfinished = existsSync(home.unfinished);
  if (isUnfinished) await rm(home.store, { recursive: true, force: true });
  else if (existsSync(home.store)) return false;
  await writeFile(home.unfinished, "");
  return isUnfinished;
}

/** Notes that the server is ready and where, for people and for the next start's choice of port. */
export async function recordReady(home: Neo4jHome, port: number, pid: number): Promise<void> {
  await rm(home.unfinished, { force: true });
  const record = { uri: boltUri(port), port, pid, user: "neo4j", passwordFile: home.password, database: "neo4j" };
  await writeAtomically(home.connection, `${JSON.stringify(record, null, 2)}\n`);
}

/** The address of a server on this machine's loopback. */
export const boltUri = (port: number): string => `bolt://127.0.0.1:${port}`;
