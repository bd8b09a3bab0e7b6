import { planRollback } from "../../../src/features/rollback/rollback-plan.js";
import type { EndpointDeployment } from "../../../src/features/rollback/rollback.statements.js";

const day = 86_400_000;

function deployment(name: string, facts: Partial<EndpointDeployment>): EndpointDeployment {
  return {
    key: `deployment:e@${name}`,
    modelVersionKey: `model-version:acme/fraud@${name}`,
    title: `fraud@${name}`,
    validFrom: 0,
    validTo: null,
    endReason: null,
    trafficPercent: 50,
    isStub: false,
    serves: true,
    isBeside: false,
    isEligible: false,
    rejectedAt: null,
    isTombstoned: false,
    isVersionTombstoned: false,
    ...facts,
  };
}

const context = { endpoint: "endpoint:e", recalled: new Map<string, string>() };

describe("a candidate that is not eligible has a reason", () => {
  test("a canary that will end as rolled back, of a version that was rolled back before", () => {
    const canary = deployment("2", { isBeside: true, rejectedAt: day, endReason: "ROLLED_BACK", validTo: 9 * day });
    const { candidates } = planRollback([deployment("3", { validFrom: 2 * day }), canary], context);
    expect(candidates).toEqual([
      expect.objectContaining({
        eligible: false,
        reasons: [
          "fraud@2 was rolled back at 1970-01-02T00:00:00.000Z and has not been deployed at the endpoint since",
        ],
      }),
    ]);
  });

  test("a deployment that was rolled back itself says so once", () => {
    const ended = deployment("2", { serves: false, rejectedAt: day, endReason: "ROLLED_BACK", validTo: day });
    const { candidates } = planRollback([deployment("3", { validFrom: 2 * day }), ended], context);
    expect(candidates.map(({ reasons }) => reasons)).toEqual([["was rolled back at 1970-01-02T00:00:00.000Z"]]);
  });
});
