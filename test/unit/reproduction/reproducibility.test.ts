import { reproducibilityOf } from "../../../src/features/reproduction/reproducibility.js";
import { type Evidence, withTombstones } from "../../../src/features/reproduction/evidence.js";

const known: Evidence = {
  key: "model-version:acme/m@1",
  run: "run:acme/1",
  isRunStub: false,
  isRunTombstoned: false,
  hasCommand: true,
  commit: "commit:repository@c",
  isDirty: false,
  hasPatch: false,
  isCommitTombstoned: false,
  environment: "environment:@e",
  isPinned: true,
  isEnvironmentTombstoned: false,
  tombstonedInputs: [],
  undigestedInputs: [],
};

test.each<[string, Partial<Evidence>, string]>([
  ["everything known", {}, "REPRODUCIBLE"],
  ["changes that were kept as a patch", { isDirty: true, hasPatch: true }, "REPRODUCIBLE"],
  ["changes that were not kept", { isDirty: true }, "LOST DIRTY_COMMIT commit:repository@c"],
  ["nobody said whether there were changes", { isDirty: null }, "DEGRADED UNKNOWN_COMMIT commit:repository@c"],
  ["no commit", { commit: null, isDirty: null }, "LOST NO_COMMIT run:acme/1"],
  [
    "a deleted commit, dirty besides",
    { isCommitTombstoned: true, isDirty: true },
    "LOST NO_COMMIT commit:repository@c",
  ],
  ["no environment", { environment: null, isPinned: null }, "LOST NO_ENVIRONMENT run:acme/1"],
  ["a deleted environment", { isEnvironmentTombstoned: true }, "LOST NO_ENVIRONMENT environment:@e"],
  ["an environment that nobody described", { isPinned: null }, "DEGRADED UNKNOWN_ENVIRONMENT environment:@e"],
  ["a package that is not pinned", { isPinned: false }, "DEGRADED UNPINNED_ENVIRONMENT environment:@e"],
  ["no command", { hasCommand: false }, "DEGRADED NO_COMMAND run:acme/1"],
  [
    "an input without digest",
    { undigestedInputs: ["snapshot:b", "snapshot:a"] },
    "DEGRADED NO_DIGEST snapshot:a, NO_DIGEST snapshot:b",
  ],
  ["a deleted input", { tombstonedInputs: ["snapshot:a"] }, "LOST TOMBSTONED_INPUT snapshot:a"],
  [
    "no run, whatever else is not known",
    { run: null, commit: null, environment: null, hasCommand: false },
    "LOST NO_RUN null",
  ],
  [
    "a run that nobody reported",
    { isRunStub: true, commit: null, environment: null, hasCommand: false },
    "LOST NO_RUN run:acme/1",
  ],
  ["a deleted run", { isRunTombstoned: true }, "LOST NO_RUN run:acme/1"],
  [
    "several problems, worst first",
    { isPinned: false, undigestedInputs: ["snapshot:a"], tombstonedInputs: ["snapshot:a"], hasCommand: false },
    "LOST TOMBSTONED_INPUT snapshot:a, UNPINNED_ENVIRONMENT environment:@e, NO_COMMAND run:acme/1, NO_DIGEST snapshot:a",
  ],
])("%s", (_, change, expected) => {
  const { verdict, findings } = reproducibilityOf({ ...known, ...change });
  expect(`${verdict} ${findings.map(({ code, node }) => `${code} ${node}`).join(", ")}`.trim()).toBe(expected);
  for (const { message } of findings) expect(message).toMatch(/^\S.{20,}[^.]$/);
});

test.each([
  ["the run", "run:acme/1", "NO_RUN"],
  ["the commit", "commit:repository@c", "NO_COMMIT"],
  ["the environment", "environment:@e", "NO_ENVIRONMENT"],
])("after the deletion of %s it is LOST", (_, target, code) => {
  const { verdict, findings } = reproducibilityOf(withTombstones(known, new Set([target]), null));
  expect([verdict, findings.map((finding) => finding.code)]).toEqual(["LOST", [code]]);
});

test("an unrelated deletion has no effect, and a deleted input affects everything downstream", () => {
  expect(withTombstones(known, new Set(["run:acme/2"]), null)).toEqual(known);
  expect(reproducibilityOf(withTombstones(known, new Set(["snapshot:a"]), "snapshot:a")).verdict).toBe("LOST");
});
