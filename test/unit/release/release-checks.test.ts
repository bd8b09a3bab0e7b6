import "reflect-metadata";
import { releasePolicy } from "../../../src/catalog/deployment/release-policy.shape.js";
import { type CheckEvidence, allPassed, evaluateChecks } from "../../../src/features/release/release-checks.js";
import { effectivePolicy } from "../../../src/features/release/release-policy.js";
import type { Evidence } from "../../../src/features/reproduction/evidence.js";

const made: Evidence = {
  key: "model-version:acme/m@1",
  run: "run:acme/1",
  isRunStub: false,
  isRunTombstoned: false,
  hasCommand: true,
  commit: "commit:r@1",
  isDirty: false,
  hasPatch: false,
  isCommitTombstoned: false,
  environment: "environment:@sha256:1",
  isPinned: true,
  isEnvironmentTombstoned: false,
  tombstonedInputs: [],
  undigestedInputs: [],
};
const evidence = (more: Partial<CheckEvidence> = {}): CheckEvidence => ({
  approvals: 1,
  made,
  problems: null,
  metrics: new Map(),
  serving: [],
  ...more,
});
const outcomes = (policy: object, more: Partial<CheckEvidence> = {}) =>
  evaluateChecks(releasePolicy.parse(policy), evidence(more)).map(({ check, outcome }) => `${check} ${outcome}`);

test("production has the default policy of the contract, other stages have none, and a defined policy replaces both", () => {
  expect(effectivePolicy("PRODUCTION", null)).toEqual({
    requiredApprovals: 1,
    authorMayApprove: false,
    requirePinnedEnvironment: true,
    requireCleanCommit: true,
    requireReproducible: false,
    forbidRecalledUpstream: true,
    forbidTombstonedUpstream: true,
    metrics: [],
    noWorseThanServing: [],
  });
  expect(
    evaluateChecks(
      effectivePolicy("STAGING", null),
      evidence({ approvals: 0, made: { ...made, isPinned: null, isDirty: true } }),
    ),
  ).toEqual([]);
  expect(effectivePolicy("STAGING", JSON.stringify({ requiredApprovals: 3 }))).toMatchObject({
    requiredApprovals: 3,
    requirePinnedEnvironment: true,
  });
});

test("only checks of the policy are evaluated", () => {
  expect(outcomes({})).toEqual([
    "requiredApprovals PASSED",
    "requirePinnedEnvironment PASSED",
    "requireCleanCommit PASSED",
    "forbidRecalledUpstream PASSED",
    "forbidTombstonedUpstream PASSED",
  ]);
  expect(
    outcomes({
      requiredApprovals: 0,
      requirePinnedEnvironment: false,
      requireCleanCommit: false,
      forbidRecalledUpstream: false,
      forbidTombstonedUpstream: false,
      requireReproducible: true,
    }),
  ).toEqual(["requireReproducible PASSED"]);
});

test.each([
  ["an unpinned environment", { made: { ...made, isPinned: false } }, "requirePinnedEnvironment FAILED"],
  [
    "an unknown environment",
    { made: { ...made, isPinned: null, environment: null } },
    "requirePinnedEnvironment UNKNOWN",
  ],
  ["a dirty commit", { made: { ...made, isDirty: true } }, "requireCleanCommit FAILED"],
  [
    "a commit of which nobody said whether it was clean",
    { made: { ...made, isDirty: null } },
    "requireCleanCommit UNKNOWN",
  ],
  ["too few approvals", { approvals: 0 }, "requiredApprovals FAILED"],
  [
    "something recalled",
    { problems: { owner: "v", tombstonedCount: 0, tombstoned: [], recalledCount: 7, recalled: ["a", "b"] } },
    "forbidRecalledUpstream FAILED",
  ],
  [
    "something tombstoned",
    { problems: { owner: "v", tombstonedCount: 1, tombstoned: ["a"], recalledCount: 0, recalled: [] } },
    "forbidTombstonedUpstream FAILED",
  ],
])("%s does not pass, and the message states a remedy", (_what, more, expected) => {
  const checks = evaluateChecks(releasePolicy.parse({}), evidence(more)).filter(({ outcome }) => outcome !== "PASSED");
  expect(checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([expected]);
  expect(checks[0]?.message).toMatch(/; |register|report/);
  expect(allPassed(checks)).toBe(false);
});

const rule = (comparison: string, value: number) => ({
  requiredApprovals: 0,
  metrics: [{ name: "auc", comparison, value }],
});
const metricOutcome = (policy: object, more: Partial<CheckEvidence>) => outcomes(policy, more).at(-1)?.split(" ")[1];

test.each([
  ["LT", 0.5, "FAILED"],
  ["LTE", 0.5, "PASSED"],
  ["EQ", 0.5, "PASSED"],
  ["GTE", 0.5, "PASSED"],
  ["GT", 0.5, "FAILED"],
  ["GT", 0.4, "PASSED"],
  ["LT", 0.6, "PASSED"],
])("auc 0.5 %s %d: %s; a missing metric is UNKNOWN and NaN fails", (comparison, value, expected) => {
  expect(metricOutcome(rule(comparison, value), { metrics: new Map([["auc", 0.5]]) })).toBe(expected);
  expect(metricOutcome(rule(comparison, value), {})).toBe("UNKNOWN");
  expect(metricOutcome(rule(comparison, value), { metrics: new Map([["auc", NaN]]) })).toBe("FAILED");
});

test.each([
  [true, 0.8, [0.8], "PASSED"],
  [true, 0.78, [0.8], "FAILED"],
  [true, 0.795, [0.8], "PASSED"],
  [true, 0.9, [0.8, 0.95], "FAILED"],
  [false, 0.8, [0.8], "PASSED"],
  [false, 0.82, [0.8], "FAILED"],
  [false, 0.805, [0.8], "PASSED"],
  [true, 0.8, [], "PASSED"],
] as const)(
  "no worse (higher is better: %s): %d against %j, within 0.01: %s",
  (higherIsBetter, mine, theirs, expected) => {
    const policy = { noWorseThanServing: [{ name: "auc", higherIsBetter, tolerance: 0.01 }] };
    const serving = theirs.map((value, index) => ({
      modelVersionKey: `model-version:acme/m@${index}`,
      metrics: new Map([["auc", value]]),
    }));
    expect(metricOutcome(policy, { metrics: new Map([["auc", mine]]), serving })).toBe(expected);
    const unknown = [...serving, { modelVersionKey: "model-version:acme/m@x", metrics: new Map<string, number>() }];
    expect(metricOutcome(policy, { metrics: new Map([["auc", mine]]), serving: unknown })).toBe(
      expected === "FAILED" ? "FAILED" : "UNKNOWN",
    );
  },
);
