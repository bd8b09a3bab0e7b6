import { isSamePerson } from "../../../src/core/shared/person.js";

test.each([
  ["jo@acme.example", " Jo@acme.example"],
  ["ADA@ACME.EXAMPLE ", "ada@acme.example"],
  ["Jose\u0301", "JOSÉ"],
  ["Straße", "STRASSE"],
  ["ΟΔΥΣΣΕΥΣ", "οδυσσευς"],
  ["İpek", "i\u0307pek"],
])("%p is the same person as %p", (left, right) => {
  expect(isSamePerson(left, right)).toBe(true);
});

test.each([
  ["jo@acme.example", "joe@acme.example"],
  ["jo smith", "josmith"],
  ["José", "Jose"],
])("%p is not %p", (left, right) => {
  expect(isSamePerson(left, right)).toBe(false);
});
