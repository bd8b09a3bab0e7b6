/** Control characters, and characters that reorder or hide text. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text as one line without hidden characters: for comments, which end at the end of a line, and for terminals. */
export function oneLine(text: string): string {
  return text.replaceAll(unprintable, "\u{FFFD}");
}
