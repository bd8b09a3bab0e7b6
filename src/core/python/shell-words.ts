import { InvalidInputError } from "../shared/errors.js";

/**
 * Splits a text into words as a POSIX shell does: quotes group, and a backslash escapes the next character.
 * @throws InvalidInputError when a quote is not closed or a backslash is the last character.
 */
export function splitShellWords(text: string): string[] {
  const words: string[] = [];
  let word: string[] | null = null;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) quote = "";
    else if (quote === "" && /\s/.test(character)) {
      if (word) words.push(word.join(""));
      word = null;
      continue;
    } else if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (character === "\\" && quote !== "'") (word ??= []).push(escaped(text, ++at, quote));
    else (word ??= []).push(character);
    word ??= [];
  }
  if (quote !== "") throw new InvalidInputError(`a ${quote} is not closed`);
  if (word) words.push(word.join(""));
  return words;
}

/** Inside double quotes, a backslash is special only before a quote or a backslash. */
function escaped(text: string, at: number, quote: string): string {
  if (at >= text.length) throw new InvalidInputError("the \\ at the end escapes no character");
  const character = text.charAt(at);
  return quote === "" || character === quote || character === "\\" ? character : `\\${character}`;
}
