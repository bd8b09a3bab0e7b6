import { registerEnumType } from "type-graphql";
import type { ImpactSeverity as Severity } from "./severity.js";

export const ImpactSeverity = {
  SERVING_PRODUCTION: "SERVING_PRODUCTION",
  SERVING_OTHER: "SERVING_OTHER",
  ROLLBACK_TARGET: "ROLLBACK_TARGET",
  PENDING_RELEASE: "PENDING_RELEASE",
  REGISTERED: "REGISTERED",
  REPRODUCIBILITY: "REPRODUCIBILITY",
  NONE: "NONE",
} as const satisfies { readonly [Name in Severity]: Name };
export type ImpactSeverity = Severity;

registerEnumType(ImpactSeverity, {
  name: "ImpactSeverity",
  description: "Severity of an impact, worst first. A model version has the worst severity of its own deployments.",
  valuesConfig: {
    SERVING_PRODUCTION: { description: "A deployment at a PRODUCTION endpoint that serves and receives traffic." },
    SERVING_OTHER: { description: "A deployment that serves at another stage, or without traffic." },
    ROLLBACK_TARGET: { description: "The deployment that a rollback of a serving endpoint would select." },
    PENDING_RELEASE: { description: "A model version with a release in state PROPOSED or APPROVED." },
    REGISTERED: { description: "A registered model version with none of the above." },
    REPRODUCIBILITY: {
      description:
        "Any other node, such as a snapshot, a run or an ended deployment. It still works but could not be rebuilt.",
    },
    NONE: { description: "The node is already tombstoned. As the severity of an impact: nothing is affected." },
  },
});
