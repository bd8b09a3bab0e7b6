import { InvalidInputError } from "../../core/shared/errors.js";

/** More words than anyone types; the index rejects queries with a thousand. */
const maxWords = 30;

/**
 * The Lucene query for a text: every word must match a word or the beginning of one; a whole word scores higher. Words
 * are split as the index splits names, so that they contain no Lucene syntax.
 * @throws InvalidInputError when the text has no words or too many.
 */
export function toLuceneQuery(text: string): string {
  // In lower case, AND, OR and NOT are ordinary words.
  const words = [
    ...new Set(
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ""),
    ),
  ];
  if (words.length === 0)
    throw new InvalidInputError(
      `text is ${JSON.stringify(text.slice(0, 80))}, which contains no word; give at least one letter or digit`,
    );
  if (words.length > maxWords) throw new InvalidInputError(`text has ${words.length} words; give at most ${maxWords}`);
  return words.map((word) => `+(${word}^2 ${word}*)`).join(" ");
}
