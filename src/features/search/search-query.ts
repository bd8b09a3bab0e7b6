import { InvalidInputError } from "../../core/shared/errors.js";

/** More words than anyone types; the index refuses queries of a thousand. */
const maxWords = 30;

/**
 * The Lucene query for a text: every word must occur, or begin a word that does; a whole word counts more. Words are
 * split as the index splits names, so that nothing in them means anything to Lucene.
 * @throws InvalidInputError when the text has no word, or too many.
 */
export function toLuceneQuery(text: string): string {
  // Lower case, in which AND, OR and NOT are words like any other.
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
      `text is ${JSON.stringify(text.slice(0, 80))}, without a word to look for; give at least one letter or digit`,
    );
  if (words.length > maxWords) throw new InvalidInputError(`text has ${words.length} words; give at most ${maxWords}`);
  return words.map((word) => `+(${word}^2 ${word}*)`).join(" ");
}
