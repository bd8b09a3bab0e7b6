import { readFileSync } from "node:fs";

/** The text of a file; `null` when there is none. */
export function readIfPresent(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
