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
  description:
    "How bad it is that a node is affected. Worst first; a model version takes the worst of its own deployments.",
  valuesConfig: {
    SERVING_PRODUCTION: { description: "A deployment at a PRODUCTION endpoint that serves and gets traffic." },
    SERVING_OTHER: { description: "A deployment that serves elsewhere, or gets no traffic." },
    ROLLBACK_TARGET: { description: "The deployment that a rollback of an endpoint that serves would go back to." },
    PENDING_RELEASE: { description: "A model version with a release proposed or approved." },
    REGISTERED: { description: "Any other model version." },
    REPRODUCIBILITY: {
      description: "Any other snapshot, run or ended deployment: it still works, it could no longer be rebuilt.",
    },
    NONE: { description: "Already tombstoned; of an impact, that nothing is affected." },
  },
});
