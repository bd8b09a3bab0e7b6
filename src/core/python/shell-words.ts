import { InvalidInputError } from "../shared/errors.js";

/**
 * Splits a text into words as a POSIX shell does: quotes group, a backslash takes the next character as it is.
 * @throws InvalidInputError when a quote is not closed or nothing follows a backslash.
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

/** Inside double quotes a backslash is special before a quote or a backslash only. */
function escaped(text: string, at: number, quote: string): string {
  if (at >= text.length) throw new InvalidInputError("nothing follows the \\ at the end");
  const character = text.charAt(at);
  return quote === "" || character === quote || character === "\\" ? character : `\\${character}`;
}
