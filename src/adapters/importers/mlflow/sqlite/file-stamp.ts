import { type BigIntStats, closeSync, openSync, readSync, statSync } from "node:fs";

/** Changes whenever the database or its write-ahead log is written to. */
export function fileStamp(path: string): string {
  return [path, `${path}-wal`].map((file) => describe(statOf(file))).join(" ");
}

/** True when a rollback journal shows that a write is under way, or was never ended. */
export function hasHotJournal(path: string): boolean {
  // A journal that is done with may stay behind: empty, or with its first bytes set to zero.
  return (firstBytes(`${path}-journal`, 1)?.[0] ?? 0) !== 0;
}

/** True when changes may stand in a write-ahead log that are not yet in the database file. */
export function hasWriteAheadLog(path: string): boolean {
  return (statOf(`${path}-wal`)?.size ?? 0n) > 0n;
}

/** The beginning of a file, or null where there is none. */
export function firstBytes(path: string, length: number): Buffer | null {
  if (!statOf(path)) return null;
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

function statOf(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function describe(stats: BigIntStats | undefined): string {
  return stats ? `${stats.ino}:${stats.size}:${stats.mtimeNs}` : "none";
}
