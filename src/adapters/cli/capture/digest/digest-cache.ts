import { readFile } from "node:fs/promises";
import { z } from "zod";
import { writeAtomically } from "../write-atomically.js";
import type { FileStamp } from "./file-stamp.js";

const format = "lineage-digests/1";
const entry = z.tuple([z.string(), z.string(), z.string().regex(/^[0-9a-f]{64}$/)]);

/** The digest that a file had when it bore a stamp. */
interface KnownDigest {
  readonly stamp: string;
  readonly hex: string;
}

/** About 50 MB of file. */
const maxEntries = 200_000;
/** File systems keep times as coarsely as two seconds: a file written as recently may be written again without showing it. */
const settledMs = 2_000;

/**
 * Digests of files that have not changed since. The cache file is replaced as a whole, so that processes that use it at once read an
 * old or a new one, never half of one; what one of them adds may be lost to another, and is then read again.
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

  /** Reads a cache file; one that is not there, or not of this format, is empty. */
  static async open(file: string, now: () => number = Date.now): Promise<DigestCache> {
    return new DigestCache(file, await readEntries(file), now);
  }

  /** The digest of a file, where it bears the stamp that it was read with. */
  find(path: Buffer, { id }: FileStamp): string | null {
    const name = nameOf(path);
    const known = this.#known.get(name);
    return known?.stamp === id ? known.hex : null;
  }

  /** Keeps the digest of a file that was read from `readFromMs` on, unless it was written only just before. */
  add(path: Buffer, { id, changedAtMs }: FileStamp, hex: string, readFromMs: number): void {
    if (changedAtMs + settledMs > readFromMs) return;
    const known = { stamp: id, hex };
    this.#known.set(nameOf(path), known);
    this.#added.set(nameOf(path), known);
  }

  /** The present, by the clock that stamps are compared with. */
  now(): number {
    return this.#now();
  }

  /** Writes what was added beside what others have written since. Of too many entries the newest stay. */
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

/** A line that cannot be read costs one file's reading, no more. */
function readEntry(line: string): [string, KnownDigest][] {
  try {
    const [name, stamp, hex] = entry.parse(JSON.parse(line));
    return [[name, { stamp, hex }]];
  } catch {
    return [];
  }
}

/** Bytes as characters, one each: names need not be UTF-8. */
function nameOf(path: Buffer): string {
  return path.toString("latin1");
}
