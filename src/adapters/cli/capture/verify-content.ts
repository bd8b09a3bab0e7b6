import { AppError, NotFoundError } from "../../../core/shared/errors.js";
import { digestPath, type OnDigested } from "./digest/content-digest.js";
import type { DigestCache } from "./digest/digest-cache.js";
import { localPath, type Project } from "./project.js";

/** Whether the content found is the recorded content. */
export type Verdict = "OK" | "CHANGED" | "MISSING" | "NO DIGEST";

/** The recorded digest and path of a content. */
export interface RecordedDigest {
  readonly digest: string | null;
  /** In the form of recordedPath, or an address of another kind. */
  readonly path: string | null;
}

/** A verdict with an explanation. */
export interface Verification {
  readonly verdict: Verdict;
  readonly note: string;
}

/** Compares the content at a recorded path with the recorded digest. */
export async function verifyContent(
  project: Project,
  { digest, path }: RecordedDigest,
  cache: DigestCache,
  onDigested?: OnDigested,
): Promise<Verification> {
  if (digest === null) return { verdict: "NO DIGEST", note: "no digest was recorded" };
  if (!/^sha256:[0-9a-f]{64}$/i.test(digest))
    return { verdict: "NO DIGEST", note: `${digest} can only be verified by its source` };
  if (path === null) return { verdict: "MISSING", note: "no path was recorded; give one with --path" };
  const local = localPath(project, path);
  if (local === null) return { verdict: "MISSING", note: "not on this machine; give a local copy with --path" };
  try {
    const found = await digestPath(local, cache, onDigested);
    return found.digest === digest.toLowerCase()
      ? { verdict: "OK", note: "" }
      : { verdict: "CHANGED", note: `is ${found.digest}` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { verdict: "MISSING", note: error instanceof NotFoundError ? `${local} does not exist` : error.message };
  }
}
