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

test("the three final states have no transitions, and in the others every event leads to its documented state", () => {
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

test("reviews under several spellings of a name are those of one person, also if each was stored", () => {
  const by = (name: string, approved: boolean, at: number): Review => ({ by: name, approved, at, note: null });
  const ada = [by("ada@x.org", true, 1), by("ADA@x.org", true, 2), by(" Ada@X.org ", true, 3)];
  expect(ada.reduce(withReview, [])).toEqual([ada[2]]);
  expect(countApprovals(ada, "jo@x.org", false)).toBe(1);
  expect(countApprovals([...ada, by("ada@X.ORG", false, 4)], "jo@x.org", false)).toBe(0);
  expect(countApprovals(ada, "Ada@x.org", false)).toBe(0);
  expect(countApprovals(ada, "Ada@x.org", true)).toBe(1);
});

const word = fc.record({ by: fc.constantFrom("ann", "bob", "cyd", "dan"), approved: fc.boolean() });

test("regardless of the order of reviews, each person's latest review counts once, and the author's only if the policy allows it", () => {
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
