/** Sufficient for the parameters of any real run. Longer texts slow down every search. */
const maxLength = 20_000;

/**
 * The text for full-text search. It contains names in full and split at punctuation, because the analyzer keeps
 * `train_2026` as one word and people search for its parts.
 */
export function searchTextOf(texts: Iterable<unknown>): string {
  const given = [...texts].filter((text): text is string => typeof text === "string" && text !== "");
  const parts = given.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 1);
  return [...new Set([...given, ...parts])].join(" ").slice(0, maxLength).toWellFormed();
}
