import type { DigestCache } from "./digest-cache.js";
import { type FolderMember, membersOf } from "./folder-members.js";
import { filesOf, foldTree } from "./fold-tree.js";
import { hashFile } from "./hash-file.js";
import { scanTree, type TreeFile, type TreeFolder } from "./scan-tree.js";

/** Digest and size of the content of a file or a folder. */
export interface ContentDigest {
  /** `sha256:` and hex digits. See fold-tree.ts for the digest of a folder. */
  readonly digest: string;
  readonly kind: "file" | "folder";
  readonly sizeBytes: number;
  readonly fileCount: number;
  /** Number of files that were not read because they have not changed since the last digest. */
  readonly unchangedCount: number;
  /** When its newest file was last modified, in milliseconds since the epoch. Null for a folder without files. */
  readonly modifiedAtMs: number | null;
  /** The files of a folder, unless they are too many or have names that cannot be recorded. Null for a file. */
  readonly members: readonly FolderMember[] | null;
}

/** Reports the progress of digesting one path. */
export type OnDigested = (doneBytes: number, totalBytes: number) => void;

/** Maximum number of files read concurrently. A higher number does not make one disk faster. */
const maxReading = 8;

/**
 * Digests the content of a file or a folder. Files whose digest is cached are not read.
 * @throws NotFoundError when the path does not exist.
 * @throws InvalidInputError when part of it cannot be read, is neither a file nor a folder, or changes while it is
 * read.
 */
export async function digestPath(
  path: string,
  cache: DigestCache,
  onDigested: OnDigested = () => undefined,
): Promise<ContentDigest> {
  const tree = await scanTree(path);
  const files = filesOf(tree);
  const total = sumOf(files);
  let done = 0;
  const digests = new Map<TreeFile, string>();
  let unchangedCount = 0;
  const add = (count: number): void => onDigested((done += count), total);
  await forEachAtOnce(files, async (file) => {
    const known = cache.find(file.path, file.stamp);
    if (known !== null) {
      unchangedCount += 1;
      add(file.stamp.sizeBytes);
    }
    digests.set(file, known ?? (await read(file, cache, add)));
  });
  const hex = foldTree(tree, (file) => digests.get(file) ?? "");
  return {
    digest: `sha256:${hex}`,
    kind: tree.kind,
    sizeBytes: total,
    fileCount: files.length,
    unchangedCount,
    modifiedAtMs: newestOf(files),
    members: tree.kind === "folder" ? membersOf(tree, (file) => digests.get(file) ?? "") : null,
  };
}

/**
 * A value that changes whenever something at the path is written. Reads no content. Null if the path does not exist.
 */
export async function fingerprintOf(path: string): Promise<string | null> {
  const tree: TreeFile | TreeFolder | null = await scanTree(path).catch(() => null);
  return tree && foldTree(tree, ({ stamp }) => stamp.id);
}

async function read({ path, stamp }: TreeFile, cache: DigestCache, onBytes: (count: number) => void): Promise<string> {
  const readFromMs = cache.now();
  const hex = await hashFile(path, stamp, onBytes);
  cache.add(path, stamp, hex, readFromMs);
  return hex;
}

async function forEachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: maxReading }, worker));
}

function sumOf(files: readonly TreeFile[]): number {
  return files.reduce((sum, { stamp }) => sum + stamp.sizeBytes, 0);
}

function newestOf(files: readonly TreeFile[]): number | null {
  return files.reduce<number | null>((newest, { stamp }) => Math.max(newest ?? -Infinity, stamp.modifiedAtMs), null);
}
