import fc from "fast-check";
import {
  type Review,
  countApprovals,
  isFinal,
  releaseEvents,
  releaseStates,
  stateAfter,
  withReview,
} from "../../../src/features/release/release-state.js";

test("from the three last states nothing leads on, and from the others every event leads where it says", () => {
  const table = releaseStates.map((state) => [state, releaseEvents.map((event) => stateAfter(state, event))]);
  const pending = ["PROPOSED", "APPROVED", "REJECTED", "DEPLOYED", "WITHDRAWN"];
  const none = [null, null, null, null, null];
  expect(table).toEqual([
    ["PROPOSED", pending],
    ["APPROVED", pending],
    ["REJECTED", none],
    ["DEPLOYED", none],
    ["WITHDRAWN", none],
  ]);
  expect(releaseStates.filter(isFinal)).toEqual(["REJECTED", "DEPLOYED", "WITHDRAWN"]);
});

const word = fc.record({ by: fc.constantFrom("ann", "bob", "cyd", "dan"), approved: fc.boolean() });

test("whatever is said in whatever order, a person counts once, by the last word, and the author only where the policy says so", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.boolean(), (words, authorMayApprove) => {
      let reviews: Review[] = [];
      words.forEach((said, at) => {
        reviews = withReview(reviews, { ...said, at, note: null });
      });
      const last = new Map(words.map(({ by, approved }) => [by, approved]));
      expect(reviews.map(({ by }) => by).sort()).toEqual([...last.keys()].sort());
      const expected = [...last].filter(([by, approved]) => approved && (authorMayApprove || by !== "ann")).length;
      expect(countApprovals(reviews, "ann", authorMayApprove)).toBe(expected);
    }),
  );
});
