import { z } from "zod";
import { digest, identifier, instant, line, prose } from "../../core/shared/fact-fields.js";

/** Names one commit, registered or not. */
export const codeCommitRef = z.strictObject({ repository: identifier, sha: identifier });

export type CodeCommitRef = z.output<typeof codeCommitRef>;

/** What a source says of one commit; left-out fields are unknown to it. */
export const codeCommitFact = codeCommitRef.extend({
  /** The work tree had changes that the commit does not hold. */
  dirty: z.boolean().nullish(),
  patchDigest: digest.nullish(),
  message: prose.nullish(),
  author: line.nullish(),
  committedAt: instant.nullish(),
  branch: line.nullish(),
  tag: line.nullish(),
});
export type CodeCommitFact = z.output<typeof codeCommitFact>;
