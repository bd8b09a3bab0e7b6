import { type BigIntStats, closeSync, openSync, readSync, statSync } from "node:fs";

/** A text that changes with every write to the database or its write-ahead log. */
export function fileStamp(path: string): string {
  return [path, `${path}-wal`].map((file) => describe(statOf(file))).join(" ");
}

/** When the database or its write-ahead log was last modified, in epoch milliseconds. */
export function modifiedAt(path: string): number {
  return Math.max(...[path, `${path}-wal`].map((file) => Number(statOf(file)?.mtimeMs ?? 0n)));
}

/** True if a rollback journal shows a write in progress, or an interrupted one. */
export function hasHotJournal(path: string): boolean {
  // A completed write may leave its journal: empty, or with its first bytes set to zero.
  return (firstBytes(`${path}-journal`, 1)?.[0] ?? 0) !== 0;
}

/** True if a write-ahead log may contain changes that are not yet in the database file. */
export function hasWriteAheadLog(path: string): boolean {
  return (statOf(`${path}-wal`)?.size ?? 0n) > 0n;
}

/** The first bytes of a file; null if it does not exist. */
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
