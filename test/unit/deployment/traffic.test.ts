import fc from "fast-check";
import { type DeclaredDeployment, settleTraffic } from "../../../src/catalog/deployment/traffic.js";

const deployment = (
  key: string,
  validFrom: number,
  traffic = 100,
  validTo: number | null = null,
  endReason: string | null = null,
): DeclaredDeployment => ({
  key,
  validFrom,
  declaredValidTo: validTo,
  declaredEndReason: endReason,
  declaredTraffic: traffic,
});

const settled = (...declared: DeclaredDeployment[]) =>
  Object.fromEntries(settleTraffic(declared).map(({ key, ...rest }) => [key, rest]));

test("a later deployment with all traffic supersedes the earlier one when it begins", () => {
  expect(settled(deployment("a", 10), deployment("b", 20))).toEqual({
    a: { validTo: 20, endReason: "SUPERSEDED", trafficPercent: 100 },
    b: { validTo: null, endReason: null, trafficPercent: 100 },
  });
});

test("a canary leaves the remaining traffic to the older deployment, and returns its share when it ends", () => {
  expect(settled(deployment("a", 10), deployment("canary", 20, 10))).toMatchObject({
    a: { validTo: null, trafficPercent: 90 },
    canary: { validTo: null, trafficPercent: 10 },
  });
  expect(settled(deployment("a", 10), deployment("canary", 20, 10, 30, "ROLLED_BACK"))).toMatchObject({
    a: { validTo: null, trafficPercent: 100 },
    canary: { validTo: 30, endReason: "ROLLED_BACK", trafficPercent: 10 },
  });
});

test("a deployment declared without traffic is not superseded, and one that ended before is unchanged", () => {
  expect(settled(deployment("shadow", 10, 0), deployment("old", 10, 100, 15), deployment("b", 20))).toMatchObject({
    shadow: { validTo: null, trafficPercent: 0 },
    old: { validTo: 15, endReason: "RETIRED" },
    b: { validTo: null },
  });
});

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
    list.map(({ key, validFrom, length, traffic }) =>
      deployment(key, validFrom, traffic, length === null ? null : validFrom + length),
    ),
  );

test("the result does not depend on the order of reports", () => {
  fc.assert(
    fc.property(declarations, (declared) => {
      expect(settled(...declared.toReversed())).toEqual(settled(...declared));
    }),
  );
});

test("current deployments share at most all traffic, and none serves longer or with more traffic than declared", () => {
  fc.assert(
    fc.property(declarations, (declared) => {
      const byKey = settled(...declared);
      const open = Object.values(byKey).filter(({ validTo }) => validTo === null);
      expect(open.reduce((sum, { trafficPercent }) => sum + trafficPercent, 0)).toBeLessThanOrEqual(100);
      for (const { key, declaredTraffic, declaredValidTo } of declared) {
        expect(byKey[key]?.trafficPercent).toBeLessThanOrEqual(declaredTraffic);
        expect(byKey[key]?.validTo ?? Infinity).toBeLessThanOrEqual(declaredValidTo ?? Infinity);
      }
    }),
  );
});
