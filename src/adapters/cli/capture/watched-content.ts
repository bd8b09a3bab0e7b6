import { resolve } from "node:path";
import { AppError } from "../../../core/shared/errors.js";
import { digestPath, fingerprintOf } from "./digest/content-digest.js";
import type { DigestCache } from "./digest/digest-cache.js";
import { type Project, recordedPath } from "./project.js";
import type { RecordedContent } from "./recorded-content.js";

/** Reads the content of paths of one project. */
export interface ContentReader {
  readonly project: Project;
  readonly cache: DigestCache;
  /** How many bytes of a path have been read, of how many. */
  readonly onDigested: (path: string, doneBytes: number, totalBytes: number) => void;
  /** Says what the user should know; the run is recorded all the same. */
  readonly warn: (warning: string) => void;
}

/** A path, and what told that it was written when it was looked at. */
export interface WatchedPath {
  readonly path: string;
  readonly fingerprint: string | null;
}

/**
 * Digests a file or a folder.
 * @throws NotFoundError when there is nothing at the path.
 * @throws InvalidInputError when it cannot be read as a whole.
 */
export async function readContent(
  { project, cache, onDigested }: ContentReader,
  path: string,
): Promise<RecordedContent> {
  const content = await digestPath(resolve(project.folder, path), cache, (done, total) =>
    onDigested(path, done, total),
  );
  return { path: recordedPath(project, path), content };
}

/** Takes note of a path, to tell later whether it was written. */
export async function watchPath({ project }: Pick<ContentReader, "project">, path: string): Promise<WatchedPath> {
  return { path, fingerprint: await fingerprintOf(resolve(project.folder, path)) };
}

/** True where a path was written since; what else there is to say of it is a warning. */
export async function isWritten(
  reader: ContentReader,
  option: string,
  { path, fingerprint }: WatchedPath,
): Promise<boolean> {
  const now = await watchPath(reader, path);
  if (now.fingerprint !== null && now.fingerprint !== fingerprint) return true;
  reader.warn(
    now.fingerprint === null
      ? `${option} ${path} is not there, so that it is not recorded`
      : `${option} ${path} was not written by this command, so that it is not recorded`,
  );
  return false;
}

/** The content of what a command wrote; null where it wrote nothing there, or something that cannot be read. */
export async function readWritten(reader: ContentReader, watched: WatchedPath): Promise<RecordedContent | null> {
  if (!(await isWritten(reader, "--output", watched))) return null;
  return orWarning(reader, `--output ${watched.path} is not recorded`, readContent(reader, watched.path));
}

/** Warns of an input that is no longer what it was when the command started. */
export async function warnIfChanged(
  reader: ContentReader,
  { path, fingerprint }: WatchedPath,
  { content }: RecordedContent,
): Promise<void> {
  const now = await watchPath(reader, path);
  if (now.fingerprint === fingerprint) return;
  const after =
    now.fingerprint === null
      ? null
      : await orWarning(reader, `--input ${path} cannot be read again`, readContent(reader, path));
  if (after?.content.digest !== content.digest)
    reader.warn(
      `--input ${path} changed while the command ran. It is recorded as it was before, which may not be what the command read`,
    );
}

/** What comes of reading, or null with a warning that says why not: what has run is recorded, whatever its files are like. */
export async function orWarning<T>(
  { warn }: Pick<ContentReader, "warn">,
  what: string,
  reading: Promise<T>,
): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    warn(`${what}: ${error.message}`);
    return null;
  }
}
