import { readFileSync } from "node:fs";

/** The text of a file; `null` if it does not exist. */
export function readIfPresent(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
