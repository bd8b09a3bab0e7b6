import { findBannedPhrases } from "../../support/banned-phrases.js";
import { readDocuments } from "../../support/markdown.js";

test.each(readDocuments())("$path uses none of the banned phrases", ({ text }) => {
  // Output that is quoted is the CLI's, which has tests of its own.
  const prose = text.replace(/^```[^]*?^```/gm, "");
  expect(findBannedPhrases(prose)).toEqual([]);
});
