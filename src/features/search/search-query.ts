import { InvalidInputError } from "../../core/shared/errors.js";
import { exactToken, kindToken, wordsOf } from "../../core/shared/search-words.js";

/** More words than anyone types. A name with more words is found only in full. */
const maxWords = 30;
/** Characters of a word. Names have at most as many. */
const maxWordLength = 1_000;
const longWord = new RegExp(`[\\p{L}\\p{N}\\p{M}]{${maxWordLength + 1},}`, "u");

/** The Lucene queries for a text. */
export interface SearchQuery {
  readonly nodes: string;
  readonly notes: string;
  /** Why the text can only be the name of a node in full, for the message if it is none; null if it can be more. */
  readonly refusal: string | null;
}

/**
 * Reads a text that a person searches for. Every word must match the beginning of a word. Prefix queries have constant
 * scores, so a score depends on the match alone: a word scores 1, or 2 in a name, and 3 or 8 if it matches as a whole; a
 * node with the text as its name in full scores more than any words.
 * @throws InvalidInputError when a word is longer than any name.
 */
export function readSearchText(text: string, kinds: readonly string[] | null): SearchQuery {
  const longest = longWord.exec(text)?.[0];
  if (longest !== undefined)
    throw new InvalidInputError(
      `text contains a word of ${longest.length.toLocaleString("en")} characters; give words of at most ${maxWordLength.toLocaleString("en")}`,
    );
  const words = [...new Set(wordsOf(text))];
  const refusal = refuse(text, words);
  const exact = `${exactToken(text)}*^1024`;
  const all = words.map((word) => `+(${word}* _${word}* ${word}_*^2 _${word}_*^4)`).join(" ");
  const matches = refusal === null ? `((${all}) ${exact})` : exact;
  const kind = kinds && `+(${kinds.map((label) => `${kindToken(label)}*`).join(" ")}) `;
  return { nodes: `${kind ?? ""}+${matches}`, notes: refusal === null ? all : exact, refusal };
}

function refuse(text: string, words: readonly string[]): string | null {
  if (words.length === 0)
    return `text is ${JSON.stringify(text.slice(0, 80))}, which contains no word; give at least one letter or digit`;
  return words.length > maxWords ? `text has ${words.length} words; give at most ${maxWords}` : null;
}
