import { findBannedPhrases } from "../../support/banned-phrases.js";
import { readDocuments } from "../../support/markdown.js";

test.each(readDocuments())("$path uses none of the banned phrases", ({ text }) => {
  // Quoted output is the CLI's, which has its own tests.
  const prose = text.replace(/^```[^]*?^```/gm, "");
  expect(findBannedPhrases(prose)).toEqual([]);
});
