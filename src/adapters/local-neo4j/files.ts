import { readFile, rename, writeFile } from "node:fs/promises";

/** Writes a file so that a kill at any moment leaves the old content or the new, never a part. */
export async function writeAtomically(file: string, text: string, mode = 0o644): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode });
  await rename(draft, file);
}

/** The text of a file; `null` when there is none. */
export async function readIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  }
}
