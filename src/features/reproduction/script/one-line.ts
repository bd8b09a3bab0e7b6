/** Control characters, and characters that show text in another order or not at all. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text as one line that shows all there is of it: for comments, which end at a line's end, and for terminals. */
export function oneLine(text: string): string {
  return text.replaceAll(unprintable, "\u{FFFD}");
}
