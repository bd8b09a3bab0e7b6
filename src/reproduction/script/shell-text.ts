/** Control characters, and characters that show text in another order or not at all. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A word of a shell script that stands for exactly this text, whatever it holds: between single quotes nothing has a
 * meaning but the quote itself. The text must not hold NUL characters, which no shell has.
 */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The text as one line that shows all there is of it: for comments, which end at a line's end, and for terminals. */
export function oneLine(text: string): string {
  return text.replaceAll(unprintable, "\u{FFFD}");
}
