/** A phrase that no description, message or help text may contain, and what to write instead. */
interface BannedPhrase {
  readonly pattern: RegExp;
  readonly instead: string;
}

/**
 * The only list of them. A phrase belongs here only if it is wrong in every context, because tests search the schema's
 * descriptions, the CLI's help, the documents, and the string literals and comments of the sources for it.
 */
export const bannedPhrases: readonly BannedPhrase[] = [
  { pattern: /\btold\b/, instead: "reported, listed; for `told apart`: distinguished" },
  { pattern: /\b(is|are|be|was|were|been|being) said\b/, instead: "is reported, is stated" },
  { pattern: /\bsaid (of|to|again|twice)\b/, instead: "reported about, repeated" },
  { pattern: /\b(speaks?|spoke|speaking) of\b/, instead: "refers to" },
  { pattern: /\b(is|are|was|were) known with\b/, instead: "already recorded as, recorded with" },
  { pattern: /\b(puts?|putting) right\b/, instead: "fix, correct" },
  { pattern: /\b(stand|stands|stood|standing) in the way\b/, instead: "blocks, prevents" },
  { pattern: /\b(stand|stands|stood|standing) against\b/, instead: "blocks; the noun is blocker" },
  { pattern: /\blearnt\b/, instead: "recorded; of models: trained on" },
  { pattern: /\bwhat serve[sd]\b/, instead: "the current deployments, the deployments that served" },
  { pattern: /\bwhose knowledge\b/, instead: "as of" },
  { pattern: /\b(go|goes|going|went) without\b/, instead: "omits, has no" },
  { pattern: /\bgo(ne|ing|es)? back to\b/, instead: "roll back to, return to" },
  { pattern: /\bthere is nothing to\b/, instead: "name what is missing: no runs to compare" },
  { pattern: /\b(that|those) there are\b/, instead: "existing" },
  { pattern: /\bwhoever\b/, instead: "name the reader, or leave it out" },
  { pattern: /\bnobody knows\b/, instead: "unknown" },
  { pattern: /\bif you like\b/, instead: "optionally" },
  { pattern: /\bin force\b/, instead: "effective" },
  { pattern: /\bmade of\b/, instead: "inputs, components" },
  { pattern: /\bof one's own\b/, instead: "own" },
  { pattern: /\bof its own accord\b/, instead: "automatically" },
  { pattern: /\b(lie|lies)\b/, instead: "is, is in" },
  { pattern: /\bwholes\b/, instead: "watched scopes" },
  { pattern: /\banew\b/, instead: "again" },
  { pattern: /\bbr(eaks?|oke|oken) off\b/, instead: "was interrupted, stopped" },
  { pattern: /\b(null|none|nothing|undefined|empty) where\b/, instead: "null if" },
  { pattern: /\bwhere there (is|are) (no|none)\b/, instead: "if there is no" },
  { pattern: /\btells? of\b/, instead: "reports, records" },
  { pattern: /\bsays? (nothing )?of\b/, instead: "records, states about" },
  { pattern: /\bhow (a|an|the) \w+ stands\b/, instead: "the state of, the status of" },
  { pattern: /\btak(e|es|en|ing) (it|them|itself|us) for\b/, instead: "mistake for, treat as" },
  { pattern: /\bbecomes? of\b/, instead: "the result of" },
  { pattern: /\b(is|are) none of\b/, instead: "is not one of" },
  { pattern: /\b(is|are|was|were) there already\b/, instead: "already exists" },
  { pattern: /\bwith(out)? a word\b/, instead: "with a message, silently" },
  { pattern: /\bof our own\b/, instead: "local, own" },
  { pattern: /\bfor good\b/, instead: "permanently" },
];

/** The banned phrases in a text, each with what to write instead; empty if there are none. */
export function findBannedPhrases(text: string): readonly string[] {
  return bannedPhrases.flatMap(({ pattern, instead }) => {
    const [found] = new RegExp(pattern, "i").exec(text) ?? [];
    return found === undefined ? [] : [`"${found}": ${instead}`];
  });
}
