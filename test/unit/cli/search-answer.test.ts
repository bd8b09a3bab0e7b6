import { searchAnswer } from "../../../src/adapters/cli/node/search.command.js";

const node = { key: "run:acme/r1", kind: "RUN", label: "nightly", namespace: "acme" } as const;

test.each([
  [0, 'No matches for "churn"'],
  [1, '1 match for "churn"'],
  [1_234, '1,234 matches for "churn"'],
  // The server stops counting there.
  [10_000, 'At least 10,000 matches for "churn"'],
])("%d matches", (count, sentence) => {
  expect(searchAnswer("churn", [], count).headline).toEqual([sentence]);
});

test("a warning states that the list is truncated", () => {
  expect(searchAnswer("churn", [node], 2).warnings).toEqual(["Showing 1 of 2. Use --limit to show more, or --all."]);
  expect(searchAnswer("churn", [node], 1).warnings).toEqual([]);
});
