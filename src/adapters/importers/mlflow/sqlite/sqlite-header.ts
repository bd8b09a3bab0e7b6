import { statSync } from "node:fs";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { firstBytes, hasWriteAheadLog } from "./file-stamp.js";

const headerBytes = 100;

/**
 * Looks at the first bytes of a database before SQLite does, whose messages would not tell what to do.
 * @throws InvalidInputError when the file is empty, cut off or no SQLite database.
 */
export function checkSqliteHeader(path: string): void {
  const header = firstBytes(path, headerBytes);
  if (!header || header.length === 0)
    throw refuse(
      path,
      "is empty. An MLflow server that has never started leaves such a file; give the store that it uses",
    );
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\u0000") {
    throw refuse(path, "is not a SQLite database. Give MLflow's mlflow.db, or the folder mlruns of a file store");
  }
  if (header.length < headerBytes || isCutOff(path, header)) {
    throw refuse(
      path,
      `is cut off: it ends after ${statSync(path).size} bytes, before its last page. Copy it again while nothing writes to it: sqlite3 ORIGINAL ".backup ${path}"`,
    );
  }
  if (header.readUInt32BE(56) > 1)
    throw refuse(
      path,
      "holds its text as UTF-16, which MLflow never writes. Convert it with sqlite3's .dump into a new database",
    );
}

/** Compares the size with the pages that the header counts, where the header says that its count can be trusted. */
function isCutOff(path: string, header: Buffer): boolean {
  const rawPageSize = header.readUInt16BE(16);
  const pageBytes = rawPageSize === 1 ? 65_536 : rawPageSize;
  const isCountTrusted = header.readUInt32BE(24) === header.readUInt32BE(92);
  return isCountTrusted && !hasWriteAheadLog(path) && statSync(path).size < header.readUInt32BE(28) * pageBytes;
}

function refuse(path: string, why: string): InvalidInputError {
  return new InvalidInputError(`${path} ${why}`, { path });
}
