import { findBannedPhrases } from "../../support/banned-phrases.js";
import { readDocuments } from "../../support/markdown.js";

/** The graph model is exempt until its text is revised. */
const documents = readDocuments().filter(({ path }) => path !== "cypher/README.md");

test.each(documents)("$path uses none of the banned phrases", ({ text }) => {
  // Output that is quoted is the CLI's, which has tests of its own.
  const prose = text.replace(/^```[^]*?^```/gm, "");
  expect(findBannedPhrases(prose)).toEqual([]);
});
