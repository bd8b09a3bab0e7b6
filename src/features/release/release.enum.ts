import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { releaseStates } from "./release-state.js";

export const ReleaseState = graphqlEnum(releaseStates, {
  name: "ReleaseState",
  description: "State of a release. REJECTED, DEPLOYED and WITHDRAWN are final.",
  values: {
    PROPOSED: "The release needs further approvals.",
    APPROVED: "The release has the number of approvals that the endpoint's policy requires.",
    REJECTED: "A reviewer rejected the release.",
    DEPLOYED: "The release was deployed.",
    WITHDRAWN: "The release was withdrawn before it was deployed.",
  },
});
export type ReleaseState = keyof typeof ReleaseState;

export const CheckOutcome = graphqlEnum(["PASSED", "FAILED", "UNKNOWN"], {
  name: "CheckOutcome",
  description: "Result of a release check. Only PASSED allows the deployment.",
  values: {
    PASSED: "The release meets the rule of the policy.",
    FAILED: "The release violates the rule of the policy.",
    UNKNOWN: "The facts that the rule depends on are not recorded.",
  },
});
export type CheckOutcome = keyof typeof CheckOutcome;

export const DeployStatus = graphqlEnum(["DEPLOYED", "REFUSED"], {
  name: "DeployStatus",
  description: "Outcome of a request to deploy or to roll back.",
  values: {
    DEPLOYED: "A new deployment started.",
    REFUSED: "Nothing was deployed. The answer states the reason and what to do.",
  },
});
export type DeployStatus = keyof typeof DeployStatus;
