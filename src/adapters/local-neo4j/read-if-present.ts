import { readFile } from "node:fs/promises";
import { faultCode } from "../../core/shared/fault.js";

/** The text of a file; null if it does not exist. */
export async function readIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (faultCode(error) === "ENOENT") return null;
    throw error;
  }
}
