/** Long enough for the parameters of any real run; a longer text would slow every search. */
const maxLength = 20_000;

/**
 * The text that full-text search looks through. Names are given whole and split at punctuation, since the analyser keeps
 * `train_2026` as one word and people look for its parts.
 */
export function searchTextOf(texts: Iterable<unknown>): string {
  const given = [...texts].filter((text): text is string => typeof text === "string" && text !== "");
  const parts = given.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 1);
  return [...new Set([...given, ...parts])].join(" ").slice(0, maxLength).toWellFormed();
}
