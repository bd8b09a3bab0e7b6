import { type DeleterAccount, type RaceHistory, findViolations } from "../../fault/races/violations.js";

/** data (1) → run (2) → model (3) → deployment (4). */
const chain: RaceHistory = {
  target: "data",
  edges: [
    { upstream: "data", downstream: "run", sequence: 2 },
    { upstream: "run", downstream: "model", sequence: 3 },
    { upstream: "model", downstream: "deployment", sequence: 4 },
  ],
  deployments: [{ key: "deployment", sequence: 4, isReleased: false }],
  releases: [],
  tombstone: null,
  entries: [],
  flags: [],
};
const nobody: DeleterAccount[] = [
  { by: "one", acceptedPlan: null, gaveUp: false },
  { by: "other", acceptedPlan: null, gaveUp: false },
];

/** The chain with a tombstone by the first deleter, whose plan matched the ledger. */
function deleted(
  sequence: number,
  { hasOverride = false, ...changes }: Partial<RaceHistory> & { hasOverride?: boolean } = {},
): RaceHistory {
  return {
    ...chain,
    tombstone: { sequence, at: sequence * 10, by: "one", hasOverride },
    entries: [{ sequence, by: "one" }],
    ...changes,
  };
}
const oneDeleted = (...acceptedPlan: string[]): DeleterAccount[] => [
  { by: "one", acceptedPlan, gaveUp: false },
  { by: "other", acceptedPlan: null, gaveUp: false },
];
const kinds = (history: RaceHistory, deleters: readonly DeleterAccount[]) =>
  findViolations(history, deleters).map(({ kind }) => kind);

test("a round without a write has no violation", () => {
  expect(kinds(chain, nobody)).toEqual([]);
});

test.each([
  ["after the model, before its deployment", 3.5, ["run", "model"], []],
  ["after the deployment", 5, ["run", "model", "deployment"], ["UNSEEN_BLOCKER"]],
  ["after the deployment, by a plan without it", 5, ["run", "model"], ["UNSEEN_BLOCKER", "INCOMPLETE_PLAN"]],
  ["before everything, by a plan that knows what is not yet there", 1, ["run"], ["INCOMPLETE_PLAN"]],
])("a tombstone %s", (_, sequence, plan, expected) => {
  const unflagged = { flags: sequence < 2 ? [2] : [] };
  expect(kinds(deleted(sequence, unflagged), oneDeleted(...plan))).toEqual(expected);
});

test("a deployment that is connected only after the tombstone did not block it, regardless of its own time", () => {
  const late = { ...chain.edges[0], upstream: "data", downstream: "run", sequence: 9 };
  const history = deleted(5, { edges: [...chain.edges.slice(1), late], flags: [9] });
  expect(kinds(history, oneDeleted())).toEqual([]);
  expect(kinds({ ...history, flags: [] }, oneDeleted())).toEqual(["UNFLAGGED_USE"]);
});

test("an override may delete deployed data, but not with a plan that does not show the deployment", () => {
  const history = deleted(5, { hasOverride: true });
  expect(kinds(history, oneDeleted("run", "model", "deployment"))).toEqual([]);
  expect(kinds(history, oneDeleted("run", "model"))).toEqual(["INCOMPLETE_PLAN"]);
});

test.each([
  ["closed by then", 4.1, 45, []],
  ["pending", 4.1, null, ["UNSEEN_BLOCKER"]],
  ["closed later", 4.1, 55, ["UNSEEN_BLOCKER"]],
  ["proposed later", 6, null, []],
])("a tombstone and a release that was %s", (_, sequence, closedAt, expected) => {
  const history = deleted(5, {
    edges: chain.edges.slice(0, 2),
    deployments: [],
    releases: [{ id: "r", modelVersion: "model", sequence, closedAt }],
  });
  expect(kinds(history, oneDeleted("run", "model"))).toEqual(expected);
});

test("a release deployed downstream of a tombstone is a violation; a report of a deployment is not", () => {
  const plan = oneDeleted("run", "model");
  expect(kinds(deleted(3.5), plan)).toEqual([]);
  expect(kinds(deleted(3.5, { deployments: [{ key: "deployment", sequence: 4, isReleased: true }] }), plan)).toEqual([
    "RELEASED_ON_DELETED",
  ]);
});

test("a release is not on deleted data if the data's use was recorded after its deployment", () => {
  const use = { upstream: "data", downstream: "run", sequence: 8 };
  const history = deleted(1, {
    edges: [...chain.edges.slice(1), use],
    deployments: [{ key: "deployment", sequence: 4, isReleased: true }],
    flags: [8],
  });
  expect(kinds(history, oneDeleted())).toEqual([]);
});

test.each([
  [
    "both were told so",
    { acceptedPlan: ["run", "model"], gaveUp: false },
    { acceptedPlan: ["run", "model"], gaveUp: false },
    ["MADE_TWICE"],
  ],
  [
    "the other one was told so",
    { acceptedPlan: null, gaveUp: false },
    { acceptedPlan: [], gaveUp: false },
    ["MADE_BY_NOBODY"],
  ],
  [
    "nobody was told so",
    { acceptedPlan: null, gaveUp: false },
    { acceptedPlan: null, gaveUp: false },
    ["MADE_BY_NOBODY"],
  ],
  ["who did it never heard of it", { acceptedPlan: null, gaveUp: true }, { acceptedPlan: null, gaveUp: false }, []],
])("one tombstone, and %s", (_, one, other, expected) => {
  expect(
    kinds(deleted(3.5), [
      { by: "one", ...one },
      { by: "other", ...other },
    ]),
  ).toEqual(expected);
});

test("a tombstone was reported but does not exist", () => {
  expect(kinds(chain, oneDeleted("run"))).toEqual(["MADE_BY_NOBODY"]);
});

test.each([
  ["no entry", []],
  ["an entry of somebody else", [{ sequence: 3.5, by: "other" }]],
  [
    "two entries",
    [
      { sequence: 3.5, by: "one" },
      { sequence: 7, by: "other" },
    ],
  ],
])("a tombstone with %s", (_, entries) => {
  expect(kinds(deleted(3.5, { entries }), oneDeleted("run", "model"))).toEqual(["NOT_IN_LEDGER"]);
});

test("a cycle terminates", () => {
  const history = deleted(9, {
    edges: [...chain.edges, { upstream: "deployment", downstream: "data", sequence: 5 }],
    hasOverride: true,
  });
  expect(kinds(history, oneDeleted("run", "model", "deployment", "data"))).toEqual([]);
});
