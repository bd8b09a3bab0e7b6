import fc from "fast-check";
import { candidates, reproducibilityLost, verdict } from "../../support/oracle/deletion.js";
import { affected, rollbackTargets, severitiesAt } from "../../support/oracle/severity.js";
import { knownAt } from "../../support/oracle/world.js";
import { cases } from "../../support/world-questions.js";

/* The coverage of random worlds: many of them exercise each rule. */
test("every severity, verdict and reason occurs in many random worlds", () => {
  const seen = new Map<string, number>();
  const count = (what: string, isSo = true): void => {
    if (isSo) seen.set(what, (seen.get(what) ?? 0) + 1);
  };
  const now = Date.UTC(2026, 6, 1);
  for (const { world, questions } of fc.sample(cases({ minNodes: 20, maxNodes: 60 }, 1), { numRuns: 200, seed: 1 })) {
    const known = knownAt(world, now);
    for (const severity of new Set(severitiesAt(known, now).values())) count(severity);
    count(
      "a recall changes what a rollback would choose",
      rollbackTargets(known, now).join() !== rollbackTargets({ ...known, recalls: [] }, now).join(),
    );
    count(
      "some candidates, but not all",
      candidates(known, now).length > 0 &&
        candidates(known, now).length < known.nodes.filter(({ kind }) => kind === "DatasetSnapshot").length,
    );
    count(
      "a cycle",
      known.nodes.some(({ key }) =>
        known.edges.some(
          ({ from, to }) =>
            to === key && (from === key || affected(known, now, [key]).some((node) => node.key === from)),
        ),
      ),
    );
    for (const { roots, asOf } of questions) {
      count(verdict(known, now, roots));
      count("reproducibility lost", reproducibilityLost(known, roots).length > 0);
      count(
        "the past is another",
        asOf !== null &&
          JSON.stringify(affected(knownAt(world, asOf), asOf, roots)) !== JSON.stringify(affected(known, now, roots)),
      );
    }
  }
  const expected = [
    "SERVING_PRODUCTION",
    "SERVING_OTHER",
    "ROLLBACK_TARGET",
    "PENDING_RELEASE",
    "REGISTERED",
    "REPRODUCIBILITY",
    "NONE",
    "ALLOWED",
    "BLOCKED",
    "a recall changes what a rollback would choose",
    "some candidates, but not all",
    "a cycle",
    "reproducibility lost",
    "the past is another",
  ];
  expect(expected.filter((what) => (seen.get(what) ?? 0) < 6).map((what) => `${what}: ${seen.get(what) ?? 0}`)).toEqual(
    [],
  );
});
