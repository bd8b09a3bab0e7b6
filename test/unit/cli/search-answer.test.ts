import { searchAnswer } from "../../../src/adapters/cli/node/search.command.js";

const node = { key: "run:acme/r1", kind: "RUN", label: "nightly", namespace: "acme" } as const;

test.each([
  [0, 'Nothing is found for "churn"'],
  [1, '1 thing is found for "churn"'],
  [1_234, '1,234 things are found for "churn"'],
  // The server counts no further.
  [10_000, '10,000 things or more are found for "churn"'],
])("%d matches", (count, sentence) => {
  expect(searchAnswer("churn", [], count).headline).toEqual([sentence]);
});

test("that not all is shown is said", () => {
  expect(searchAnswer("churn", [node], 2).warnings).toEqual([
    "1 of 2 are shown. Show all with --all, or more with --limit.",
  ]);
  expect(searchAnswer("churn", [node], 1).warnings).toEqual([]);
});
