import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { severities } from "./severity.js";

export const ImpactSeverity = graphqlEnum(severities, {
  name: "ImpactSeverity",
  description: "Severity of an impact, worst first. A model version has the worst severity of its own deployments.",
  values: {
    SERVING_PRODUCTION: "A deployment at a PRODUCTION endpoint that serves and receives traffic.",
    SERVING_OTHER: "A deployment that serves at another stage, or without traffic.",
    ROLLBACK_TARGET: "The deployment that a rollback of a serving endpoint would select.",
    PENDING_RELEASE: "A model version with a release in state PROPOSED or APPROVED.",
    REGISTERED: "A registered model version with none of the above.",
    REPRODUCIBILITY:
      "Any other node, such as a snapshot, a run or an ended deployment. It still works but could not be rebuilt.",
    NONE: "The node is tombstoned and has none of the above severities except REGISTERED and REPRODUCIBILITY. As the severity of an impact: nothing is affected.",
  },
});
export type ImpactSeverity = keyof typeof ImpactSeverity;
