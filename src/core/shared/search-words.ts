import { createHash } from "node:crypto";

/*
 * The full-text indexes separate words at white space only. Both the indexed text and the query consist of the tokens that
 * this file forms, so that they always agree:
 *
 *   word_    a word of any text        a prefix query for `word` finds words that start with it, for `word_` the whole word
 *   _word_   a word of a name          for `_word` and `_word_` likewise
 *   __hash   a name in full            whatever its length and its characters
 *   __kKind  the kind of the node
 *
 * Words contain no underscore and no syntax of a query.
 */

/** Longer words are compared by their beginning: the index cuts words of more than 255 characters. */
const maxIndexedWord = 200;
/** Sufficient for the parameters of any real run. Longer texts slow down every search. */
const maxIndexedText = 20_000;

const ascii = /^[\0-\x7f]*$/;
const marks = /\p{M}/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** A run of letters and digits, or one symbol such as an emoji. */
const words = /[\p{L}\p{N}\p{Co}]+|\p{So}/gu;
const lettersAndDigits = /[\p{L}\p{N}]+/gu;
const lettersOrDigits = /\p{L}+|\p{N}+/gu;

/** The texts by which search finds a node. */
export interface SearchedTexts {
  /** Label of the node. */
  readonly kind: string;
  /** Names in full: a text that is equal to one of them finds the node first. */
  readonly exact: readonly string[];
  /** Names, whose words rank above the words of other texts. They are also found by their runs of letters or digits. */
  readonly names: readonly string[];
  /** Versions and hashes, whose words rank as those of names. */
  readonly versions: readonly string[];
  readonly texts: readonly string[];
}

/** The text for the full-text index of nodes. Names come first, because long texts are cut. */
export function searchWordsOf({ kind, exact, names, versions, texts }: SearchedTexts): string {
  return joinTokens([
    kindToken(kind),
    ...exact.map(exactToken),
    ...[...names.flatMap(nameWordsOf), ...versions.flatMap(wordsOf)].flatMap((word) => [`_${word}_`, `${word}_`]),
    ...texts.flatMap(wordsOf).map((word) => `${word}_`),
  ]);
}

/** The text for a full-text index of prose, such as notes. */
export function searchWordsOfProse(text: string): string {
  return joinTokens(wordsOf(text).map((word) => `${word}_`));
}

/** The token of a name in full. Upper and lower case, normal forms and the amount of white space make no difference. */
export function exactToken(name: string): string {
  return `__${createHash("sha256").update(foldText(name)).digest("hex").slice(0, 16)}`;
}

/** The token of a kind of node, which no name has. */
export function kindToken(label: string): string {
  return `__k${label}`;
}

/**
 * The words of a text in their order, in lower case and without combining marks, so that neither the case nor the normal
 * form of a text matters. Each is cut to the length that is indexed.
 */
export function wordsOf(text: string): string[] {
  if (ascii.test(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(cut);
  const letters = (form: string): string => form.normalize("NFKD").replace(marks, "").replace(invisible, "");
  const folded = letters(foldCase(letters(text.toWellFormed()))).normalize("NFC");
  return (folded.match(words) ?? []).map(cut);
}

function foldText(text: string): string {
  const wellFormed = text.toWellFormed();
  const folded = ascii.test(wellFormed)
    ? wellFormed.toLowerCase()
    : foldCase(wellFormed.normalize("NFKD").replace(invisible, "")).normalize("NFKD");
  return folded.trim().replace(/\s+/g, " ") || wellFormed;
}

/** Upper case first: it writes ß as SS. The two small sigmas are one letter. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** The words of a name, and each run of letters or digits in it as written: `v2` is also found as `v` and as `2`. */
function nameWordsOf(name: string): string[] {
  const whole = wordsOf(name);
  const forms = ascii.test(name) ? whole : [...new Set([name, name.normalize("NFC"), name.normalize("NFD"), ...whole])];
  const runs = forms.flatMap((form) => [
    ...(form.match(lettersAndDigits) ?? []),
    ...(form.match(lettersOrDigits) ?? []),
  ]);
  return [...whole, ...runs.flatMap(wordsOf)];
}

function cut(word: string): string {
  return word.length <= maxIndexedWord ? word : word.slice(0, maxIndexedWord).replace(/[\ud800-\udbff]$/, "");
}

/** Distinct tokens up to the limit, without a part of a token at the end. */
function joinTokens(tokens: readonly string[]): string {
  const text = [...new Set(tokens)].join(" ");
  return text.length <= maxIndexedText ? text : text.slice(0, text.lastIndexOf(" ", maxIndexedText));
}
