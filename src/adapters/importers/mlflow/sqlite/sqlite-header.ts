import { statSync } from "node:fs";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { firstBytes, hasWriteAheadLog } from "./file-stamp.js";

const headerBytes = 100;

/**
 * Checks the first bytes of a database before SQLite does, because SQLite's messages name no remedy.
 * @throws InvalidInputError when the file is empty, truncated or not a SQLite database.
 */
export function checkSqliteHeader(path: string): void {
  const header = firstBytes(path, headerBytes);
  if (!header || header.length === 0)
    throw refuse(path, "is empty. An MLflow server that never started leaves such a file; give the store that it uses");
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\u0000") {
    throw refuse(path, "is not a SQLite database. Give MLflow's mlflow.db, or the folder mlruns of a file store");
  }
  if (header.length < headerBytes || isCutOff(path, header)) {
    throw refuse(
      path,
      `is truncated: it ends after ${statSync(path).size} bytes, before its last page. Copy it again while nothing writes to it: sqlite3 ORIGINAL ".backup ${path}"`,
    );
  }
  if (header.readUInt32BE(56) > 1)
    throw refuse(
      path,
      "contains text in UTF-16, which MLflow never writes. Convert it with sqlite3's .dump into a new database",
    );
}

/** Compares the size with the header's page count, if the header marks the count as valid. */
function isCutOff(path: string, header: Buffer): boolean {
  const rawPageSize = header.readUInt16BE(16);
  const pageBytes = rawPageSize === 1 ? 65_536 : rawPageSize;
  const isCountTrusted = header.readUInt32BE(24) === header.readUInt32BE(92);
  return isCountTrusted && !hasWriteAheadLog(path) && statSync(path).size < header.readUInt32BE(28) * pageBytes;
}

function refuse(path: string, why: string): InvalidInputError {
  return new InvalidInputError(`${path} ${why}`, { path });
}
