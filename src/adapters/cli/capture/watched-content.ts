import { resolve } from "node:path";
import { maxMembers } from "../../../catalog/dataset/dataset-snapshot.shape.js";
import { AppError } from "../../../core/shared/errors.js";
import { digestPath, fingerprintOf } from "./digest/content-digest.js";
import type { DigestCache } from "./digest/digest-cache.js";
import { type Project, recordedPath } from "./project.js";
import type { RecordedContent } from "./recorded-content.js";

/** Reads the content of paths in one project. */
export interface ContentReader {
  readonly project: Project;
  readonly cache: DigestCache;
  /** Reports how many bytes of a path have been read, and the total. */
  readonly onDigested: (path: string, doneBytes: number, totalBytes: number) => void;
  /** Warns the user. The run is still recorded. */
  readonly warn: (warning: string) => void;
}

/** A path and its fingerprint, which changes when the path is written. */
export interface WatchedPath {
  readonly path: string;
  readonly fingerprint: string | null;
}

/**
 * Digests a file or a folder.
 * @throws NotFoundError when the path does not exist.
 * @throws InvalidInputError when any part of it cannot be read.
 */
export async function readContent(
  { project, cache, onDigested, warn }: ContentReader,
  path: string,
): Promise<RecordedContent> {
  const content = await digestPath(resolve(project.folder, path), cache, (done, total) =>
    onDigested(path, done, total),
  );
  if (content.kind === "folder" && content.members === null)
    warn(
      `${path} has ${content.fileCount} files, which are recorded as one folder without their names, because more than ${maxMembers} files or unreadable names cannot be recorded. Questions about the folder are PARTIAL`,
    );
  return { path: recordedPath(project, path), content };
}

/** Takes the fingerprint of a path, to detect later whether it was written. */
export async function watchPath({ project }: Pick<ContentReader, "project">, path: string): Promise<WatchedPath> {
  return { path, fingerprint: await fingerprintOf(resolve(project.folder, path)) };
}

/** Whether a path was written since. If not, warns with the reason. */
export async function isWritten(
  reader: ContentReader,
  option: string,
  { path, fingerprint }: WatchedPath,
): Promise<boolean> {
  const now = await watchPath(reader, path);
  if (now.fingerprint !== null && now.fingerprint !== fingerprint) return true;
  reader.warn(
    now.fingerprint === null
      ? `${option} ${path} does not exist and is not recorded`
      : `${option} ${path} was not written by this command and is not recorded`,
  );
  return false;
}

/** The content that a command wrote to a path; null if it wrote nothing there or the content cannot be read. */
export async function readWritten(reader: ContentReader, watched: WatchedPath): Promise<RecordedContent | null> {
  if (!(await isWritten(reader, "--output", watched))) return null;
  return orWarning(reader, `--output ${watched.path} is not recorded`, readContent(reader, watched.path));
}

/** Warns if an input has changed since the command started. */
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
      `--input ${path} changed while the command ran. Its content from before the start is recorded, which may differ from what the command read`,
    );
}

/** The result of a read, or null with a warning: the run is recorded even if some of its files cannot be read. */
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
