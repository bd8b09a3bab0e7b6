import type { BigIntStats } from "node:fs";
import { readdir, readlink, stat } from "node:fs/promises";
import { InvalidInputError, NotFoundError } from "../../../../core/shared/errors.js";
import { describeFault, faultCode } from "../fault.js";
import { type FileStamp, stampOf } from "./file-stamp.js";

/** A file of a tree. Paths and names are bytes, since not every name is valid UTF-8. */
export interface TreeFile {
  readonly kind: "file";
  readonly path: Buffer;
  readonly stamp: FileStamp;
}

export interface TreeFolder {
  readonly kind: "folder";
  /** By the bytes of their names. */
  readonly entries: readonly TreeEntry[];
}

/** A link that leads nowhere; any other counts as what it leads to. */
export interface TreeLink {
  readonly kind: "link";
  readonly text: Buffer;
}

export type TreeNode = TreeFile | TreeFolder | TreeLink;
export interface TreeEntry {
  readonly name: Buffer;
  readonly node: TreeNode;
}

/** Histories and our own state: they change by being looked at, and are no data. */
const ignoredNames: readonly string[] = [".git", ".lineage"];
/** Entries of one folder that are looked at together. */
const batchSize = 64;

/**
 * Looks at a file, or at a folder with all that is in it, without reading any content.
 * @throws NotFoundError when there is nothing at the path.
 * @throws InvalidInputError when part of it cannot be read, is neither file nor folder, or leads back into itself.
 */
export async function scanTree(path: string): Promise<TreeFile | TreeFolder> {
  const node = await scan(Buffer.from(path), []);
  if (node.kind === "link") throw new NotFoundError(`${path} is a link that leads nowhere`);
  return node;
}

async function scan(path: Buffer, above: readonly string[]): Promise<TreeNode> {
  const stats = await statOf(path);
  if (!stats) return { kind: "link", text: await readLink(path) };
  if (stats.isFile()) return { kind: "file", path, stamp: stampOf(stats) };
  if (!stats.isDirectory())
    throw new InvalidInputError(
      `${path.toString()} is neither a file nor a folder, so that it has no content to record`,
    );
  const id = `${stats.dev}:${stats.ino}`;
  if (above.includes(id))
    throw new InvalidInputError(
      `${path.toString()} is a link back to a folder that it is in; remove it, or name the folders beside it one by one`,
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

/** Null for a link that leads nowhere, or round in a circle of links. */
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
      ? new NotFoundError(`there is nothing at ${path.toString()}`)
      : unreadable(path, error);
  }
}

/**
 * Waits for what reads a path.
 * @throws InvalidInputError when it cannot be read, naming the path.
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
