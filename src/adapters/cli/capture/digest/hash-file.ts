import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { type FileStamp, stampOf } from "./file-stamp.js";
import { readable } from "./scan-tree.js";

const chunkBytes = 1024 * 1024;

/**
 * Computes the SHA-256 of a file's content, in hex, using constant memory.
 * @throws InvalidInputError when the file cannot be read, or when its stamp is no longer the one it was found with.
 */
export async function hashFile(path: Buffer, found: FileStamp, onBytes: (count: number) => void): Promise<string> {
  const file = await readable(path, open(path, "r"));
  try {
    const hex = await readable(path, hashContent(file, onBytes));
    const { id } = stampOf(await file.stat({ bigint: true }));
    if (id !== found.id)
      throw new InvalidInputError(
        `${path.toString()} changed while it was being read; try again when no other process writes to it`,
      );
    return hex;
  } finally {
    await file.close();
  }
}

async function hashContent(file: FileHandle, onBytes: (count: number) => void): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) return hash.digest("hex");
    hash.update(buffer.subarray(0, bytesRead));
    onBytes(bytesRead);
  }
}
