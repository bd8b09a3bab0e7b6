import fc from "fast-check";

const firstSurrogate = 0xd800;
const surrogates = 0x800;

/**
 * Any character of Unicode, as the unit of `fc.string`. The unit `binary` has the same values, but makes a table of all
 * 1.1 million of them in each suite.
 */
export const anyCharacter = fc.nat({ max: 0x10ffff - surrogates }).map(characterOf, indexOf);

function characterOf(index: number): string {
  return String.fromCodePoint(index < firstSurrogate ? index : index + surrogates);
}

function indexOf(character: unknown): number {
  if (typeof character !== "string" || [...character].length !== 1 || !character.isWellFormed())
    throw new TypeError("not one character");
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint < firstSurrogate ? codePoint : codePoint - surrogates;
}
