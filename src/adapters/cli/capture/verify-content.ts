import { AppError, NotFoundError } from "../../../core/shared/errors.js";
import { digestPath, type OnDigested } from "./digest/content-digest.js";
import type { DigestCache } from "./digest/digest-cache.js";
import { localPath, type Project } from "./project.js";

/** Whether what lies here is what was recorded. */
export type Verdict = "OK" | "CHANGED" | "MISSING" | "NO DIGEST";

/** What was recorded of a content. */
export interface RecordedDigest {
  readonly digest: string | null;
  /** As recordedPath gave it, or an address of another kind. */
  readonly path: string | null;
}

/** A verdict with what there is to say of it. */
export interface Verification {
  readonly verdict: Verdict;
  readonly note: string;
}

/** Compares what lies at a recorded path with the digest that was recorded. */
export async function verifyContent(
  project: Project,
  { digest, path }: RecordedDigest,
  cache: DigestCache,
  onDigested?: OnDigested,
): Promise<Verification> {
  if (digest === null) return { verdict: "NO DIGEST", note: "nothing was recorded to compare with" };
  if (!/^sha256:[0-9a-f]{64}$/i.test(digest))
    return { verdict: "NO DIGEST", note: `${digest} is of a kind that only its source can compare` };
  if (path === null) return { verdict: "MISSING", note: "no path was recorded; name one with --path" };
  const local = localPath(project, path);
  if (local === null) return { verdict: "MISSING", note: "not on this machine; name a local copy with --path" };
  try {
    const found = await digestPath(local, cache, onDigested);
    return found.digest === digest.toLowerCase()
      ? { verdict: "OK", note: "" }
      : { verdict: "CHANGED", note: `is ${found.digest}` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { verdict: "MISSING", note: error instanceof NotFoundError ? `nothing is at ${local}` : error.message };
  }
}
