import fc from "fast-check";
import { exactToken, searchWordsOf, searchWordsOfProse, wordsOf } from "../../../src/core/shared/search-words.js";
import { anyCharacter } from "../../support/any-character.js";

const tokensOf = (...names: string[]): string[] =>
  searchWordsOf({ kind: "Run", exact: names, names, versions: [], texts: [] }).split(" ");
const nameWords = (name: string): string[] => tokensOf(name).flatMap((token) => /^_([^_].*)_$/.exec(token)?.[1] ?? []);

test.each([
  ["churner 1.2.3", ["churner", "1", "2", "3"]],
  ["7_2::PAYMENT", ["7", "2", "payment"]],
  ["s3://lake/a-b.c", ["s3", "lake", "a", "b", "c", "s", "3"]],
  ["model_v2_3", ["model", "v2", "3", "v", "2"]],
])("the name %s is found by each of its parts", (name, words) => {
  expect(nameWords(name)).toEqual(words);
});

test.each(["नमस्ते", "ข้อมูล", "münchen", "İstanbul", "한국어", "Straße", "ΣΊΣΥΦΟΣ", "ﬁle", "می‌خواهم"])(
  "%s is the same word in every normal form and case",
  (name) => {
    for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const)
      for (const text of [name.normalize(form), name.normalize(form).toUpperCase(), ` ${name.normalize(form)} `]) {
        expect(wordsOf(text)).toEqual(wordsOf(name));
        if (form === "NFC" || form === "NFD") expect(exactToken(text)).toBe(exactToken(name));
      }
    expect(wordsOf(name)).toHaveLength(1);
  },
);

test("every run of letters or digits of a name, as written in any normal form, is one of its words or begins one", () => {
  const unit = fc.oneof(
    fc.constantFrom(
      "_",
      ".",
      "-",
      "/",
      ":",
      " ",
      "a",
      "B",
      "7",
      "ß",
      "é",
      "e\u0301",
      "\u0307",
      "ท",
      "้",
      "é",
      "🚀",
      "½",
    ),
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 40 }), (units) => {
      const name = units.join("").toWellFormed();
      const found = nameWords(name);
      const runs = [name, name.normalize("NFC"), name.normalize("NFD")].flatMap((form) => [
        ...(form.match(/[\p{L}\p{N}]+/gu) ?? []),
        ...(form.match(/\p{L}+|\p{N}+/gu) ?? []),
      ]);
      for (const run of runs)
        for (const word of wordsOf(run)) expect([run, word, found.includes(word)]).toEqual([run, word, true]);
      for (const word of wordsOf(name)) expect(found).toContain(word);
    }),
  );
});

test("tokens contain no syntax of Lucene, and texts of any length fit", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
      for (const token of searchWordsOfProse(text).split(" ").filter(Boolean))
        expect(token).toMatch(/^[\p{L}\p{N}\p{So}\p{Co}]{1,200}_$/u);
    }),
  );
  const long = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(" ");
  const words = searchWordsOfProse(long);
  expect(words.length).toBeLessThanOrEqual(20_000);
  expect(words).toMatch(/word\d+_$/);
  expect(wordsOf("a".repeat(999))).toEqual(["a".repeat(200)]);
});

test("names in full differ by every character but case, normal form and white space", () => {
  expect(exactToken("a_b")).not.toBe(exactToken("a-b"));
  expect(exactToken("---")).not.toBe(exactToken("--"));
  expect(exactToken(" Thin  File\n")).toBe(exactToken("thin file"));
  expect(exactToken("नमस्ते")).not.toBe(exactToken("नमसत"));
});
