import { z } from "zod";
import { digest, identifier, instant, line, prose } from "../../core/shared/fact-fields.js";

/** A reference to one commit, registered or not. */
export const codeCommitRef = z.strictObject({ repository: identifier, sha: identifier });

export type CodeCommitRef = z.output<typeof codeCommitRef>;

/** One commit as reported by a source. Omitted fields are unknown. */
export const codeCommitFact = codeCommitRef.extend({
  /** Whether the work tree had uncommitted changes. */
  dirty: z.boolean().nullish(),
  patchDigest: digest.nullish(),
  message: prose.nullish(),
  author: line.nullish(),
  committedAt: instant.nullish(),
  branch: line.nullish(),
  tag: line.nullish(),
});
export type CodeCommitFact = z.output<typeof codeCommitFact>;
