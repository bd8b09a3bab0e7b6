import { readFile } from "node:fs/promises";
import { z } from "zod";
import { writeAtomically } from "../../../../core/shared/write-atomically.js";
import type { FileStamp } from "./file-stamp.js";

const format = "lineage-digests/1";
const entry = z.tuple([z.string(), z.string(), z.string().regex(/^[0-9a-f]{64}$/)]);

/** The digest of a file at the time of a stamp. */
interface KnownDigest {
  readonly stamp: string;
  readonly hex: string;
}

/** Maximum number of entries; the cache file is then about 50 MB. */
const maxEntries = 200_000;
/**
 * Some file systems store times with a resolution of two seconds; a second write within it does not change the stamp.
 */
const settledMs = 2_000;

/**
 * Caches digests of files that have not changed since they were read. The cache file is replaced atomically: concurrent
 * processes read either the old or the new file. If two processes save at the same time, the entries of one may be
 * lost; those files are then read again.
 */
export class DigestCache {
  readonly #file: string;
  readonly #now: () => number;
  readonly #known: Map<string, KnownDigest>;
  readonly #added = new Map<string, KnownDigest>();

  private constructor(file: string, known: Map<string, KnownDigest>, now: () => number) {
    this.#file = file;
    this.#known = known;
    this.#now = now;
  }

  /** Reads a cache file. A missing file or one of another format counts as empty. */
  static async open(file: string, now: () => number = Date.now): Promise<DigestCache> {
    return new DigestCache(file, await readEntries(file), now);
  }

  /** The cached digest of a file, if its stamp is the one that it was read with. */
  find(path: Buffer, { id }: FileStamp): string | null {
    const name = nameOf(path);
    const known = this.#known.get(name);
    return known?.stamp === id ? known.hex : null;
  }

  /** Adds the digest of a file that was read from `readFromMs` on, unless it was written immediately before. */
  add(path: Buffer, { id, changedAtMs }: FileStamp, hex: string, readFromMs: number): void {
    if (changedAtMs + settledMs > readFromMs) return;
    const known = { stamp: id, hex };
    this.#known.set(nameOf(path), known);
    this.#added.set(nameOf(path), known);
  }

  /** The current time, by the clock that stamps are compared with. */
  now(): number {
    return this.#now();
  }

  /** Merges the added entries into the cache file, which other processes may have changed. Keeps the newest entries. */
  async save(): Promise<void> {
    if (this.#added.size === 0) return;
    const merged = await readEntries(this.#file);
    for (const [name, known] of this.#added) {
      merged.delete(name);
      merged.set(name, known);
    }
    const lines = [...merged].slice(-maxEntries).map(([name, { stamp, hex }]) => JSON.stringify([name, stamp, hex]));
    await writeAtomically(this.#file, [format, ...lines, ""].join("\n"));
    this.#added.clear();
  }
}

async function readEntries(file: string): Promise<Map<string, KnownDigest>> {
  const [first, ...lines] = (await readFile(file, "utf8").catch(() => "")).split("\n");
  if (first !== format) return new Map();
  return new Map(lines.flatMap(readEntry));
}

/** An unreadable line is skipped; its file is then read again. */
function readEntry(line: string): [string, KnownDigest][] {
  try {
    const [name, stamp, hex] = entry.parse(JSON.parse(line));
    return [[name, { stamp, hex }]];
  } catch {
    return [];
  }
}

/** Maps each byte to one character, since names need not be valid UTF-8. */
function nameOf(path: Buffer): string {
  return path.toString("latin1");
}
