import fc from "fast-check";
import { type DeclaredDeployment, settleTraffic, sharesAt } from "../../../src/catalog/deployment/traffic.js";

const declarations = fc
  .uniqueArray(
    fc.record({
      key: fc.string({ minLength: 1, maxLength: 3 }),
      validFrom: fc.integer({ min: 0, max: 30 }),
      length: fc.option(fc.integer({ min: 1, max: 20 })),
      traffic: fc.constantFrom(0, 5, 10, 50, 100),
    }),
    { selector: ({ key }) => key, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ key, validFrom, length, traffic }): DeclaredDeployment => ({
      key,
      validFrom,
      declaredValidTo: length === null ? null : validFrom + length,
      declaredEndReason: null,
      declaredTraffic: traffic,
    })),
  );

/**
 * The traffic shares at each moment, computed one minute at a time from the beginning: the newest deployment takes its
 * declared share, the older ones share the rest, and one without remaining traffic is superseded permanently.
 */
function simulate(declared: readonly DeclaredDeployment[], until: number): Map<string, number> {
  const lost = new Set<string>();
  let shares = new Map<string, number>();
  for (let moment = 0; moment <= until; moment += 1) {
    const there = declared.filter(
      ({ key, validFrom, declaredValidTo }) =>
        validFrom <= moment && (declaredValidTo ?? Infinity) > moment && !lost.has(key),
    );
    const newestFirst = there.toSorted(
      (left, right) => right.validFrom - left.validFrom || (left.key > right.key ? -1 : 1),
    );
    let rest = 100;
    shares = new Map();
    for (const { key, declaredTraffic } of newestFirst) {
      if (declaredTraffic > 0 && rest === 0) lost.add(key);
      else shares.set(key, Math.min(declaredTraffic, rest));
      rest -= shares.get(key) ?? 0;
    }
  }
  return shares;
}

test("the shares at any moment equal those of a simulation, and never add up to more than 100%", () => {
  fc.assert(
    fc.property(declarations, fc.integer({ min: 0, max: 60 }), (declared, at) => {
      const shares = sharesAt(declared, at);
      expect(new Map(shares.map(({ key, trafficPercent }) => [key, trafficPercent]))).toEqual(simulate(declared, at));
      expect(shares.reduce((sum, { trafficPercent }) => sum + trafficPercent, 0)).toBeLessThanOrEqual(100);
    }),
    { numRuns: 500 },
  );
});

test("a deployment that serves at the end has no end, and later declarations change no earlier share", () => {
  fc.assert(
    fc.property(declarations, fc.integer({ min: 0, max: 30 }), (declared, at) => {
      expect(
        sharesAt(declared, 1_000)
          .map(({ key }) => key)
          .sort(),
      ).toEqual(
        settleTraffic(declared)
          .filter(({ validTo }) => validTo === null)
          .map(({ key }) => key)
          .sort(),
      );
      expect(
        sharesAt(
          declared.filter(({ validFrom }) => validFrom <= at),
          at,
        ),
      ).toEqual(sharesAt(declared, at));
    }),
  );
});
