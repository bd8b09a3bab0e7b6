import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/** Lines of at most so many columns, broken between words; a word that is longer than a line is broken as well. */
export function wrapWords(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true }).split("\n");
}
