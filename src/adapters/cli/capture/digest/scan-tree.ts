import type { BigIntStats } from "node:fs";
import { readdir, readlink, stat } from "node:fs/promises";
import { InvalidInputError, NotFoundError } from "../../../../core/shared/errors.js";
import { describeFault, faultCode } from "../../../../core/shared/fault.js";
import { type FileStamp, stampOf } from "./file-stamp.js";

/** A file of a tree. Paths and names are bytes, since names need not be valid UTF-8. */
export interface TreeFile {
  readonly kind: "file";
  readonly path: Buffer;
  readonly stamp: FileStamp;
}

export interface TreeFolder {
  readonly kind: "folder";
  /** Ordered by the bytes of their names. */
  readonly entries: readonly TreeEntry[];
}

/** A broken link. Any other link counts as its target. */
export interface TreeLink {
  readonly kind: "link";
  readonly text: Buffer;
}

export type TreeNode = TreeFile | TreeFolder | TreeLink;
export interface TreeEntry {
  readonly name: Buffer;
  readonly node: TreeNode;
}

/** Version history and the CLI's own state: they change when they are read, and are not data. */
const ignoredNames: readonly string[] = [".git", ".lineage"];
/** Number of entries of one folder that are examined concurrently. */
const batchSize = 64;

/**
 * Lists a file, or a folder and everything in it, without reading any content.
 * @throws NotFoundError when the path does not exist.
 * @throws InvalidInputError when part of it cannot be read, is neither a file nor a folder, or is a link to a folder
 * above.
 */
export async function scanTree(path: string): Promise<TreeFile | TreeFolder> {
  const node = await scan(Buffer.from(path), []);
  if (node.kind === "link") throw new NotFoundError(`${path} is a broken link`);
  return node;
}

async function scan(path: Buffer, above: readonly string[]): Promise<TreeNode> {
  const stats = await statOf(path);
  if (!stats) return { kind: "link", text: await readLink(path) };
  if (stats.isFile()) return { kind: "file", path, stamp: stampOf(stats) };
  if (!stats.isDirectory())
    throw new InvalidInputError(`${path.toString()} is neither a file nor a folder and has no content to record`);
  const id = `${stats.dev}:${stats.ino}`;
  if (above.includes(id))
    throw new InvalidInputError(
      `${path.toString()} is a link to a folder that contains it; remove the link, or name the folders beside it one by one`,
    );
  return { kind: "folder", entries: await scanEntries(path, [...above, id]) };
}

async function scanEntries(folder: Buffer, above: readonly string[]): Promise<TreeEntry[]> {
  const names = (await readable(folder, readdir(folder, { encoding: "buffer" })))
    .filter((name) => !ignoredNames.includes(name.toString()))
    .sort((left, right) => Buffer.compare(left, right));
  const entries: TreeEntry[] = [];
  for (let from = 0; from < names.length; from += batchSize) {
    const batch = names
      .slice(from, from + batchSize)
      .map(async (name) => ({ name, node: await scan(Buffer.concat([folder, Buffer.from("/"), name]), above) }));
    entries.push(...(await Promise.all(batch)));
  }
  return entries;
}

/** Null for a broken or circular link. */
async function statOf(path: Buffer): Promise<BigIntStats | null> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (["ENOENT", "ELOOP"].includes(describeFault(error))) return null;
    throw unreadable(path, error);
  }
}

async function readLink(path: Buffer): Promise<Buffer> {
  try {
    return await readlink(path, { encoding: "buffer" });
  } catch (error) {
    throw faultCode(error) === "ENOENT"
      ? new NotFoundError(`${path.toString()} does not exist`)
      : unreadable(path, error);
  }
}

/**
 * Awaits a read and names the path in its error.
 * @throws InvalidInputError when the path cannot be read.
 */
export async function readable<T>(path: Buffer, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: Buffer, error: unknown): InvalidInputError {
  return new InvalidInputError(`cannot read ${path.toString()} (${describeFault(error)})`);
}
