import { registerEnumType } from "type-graphql";
import type { ReleaseState as State } from "./release-state.js";

export const ReleaseState = {
  PROPOSED: "PROPOSED",
  APPROVED: "APPROVED",
  REJECTED: "REJECTED",
  DEPLOYED: "DEPLOYED",
  WITHDRAWN: "WITHDRAWN",
} as const satisfies { readonly [Name in State]: Name };
export type ReleaseState = State;

registerEnumType(ReleaseState, {
  name: "ReleaseState",
  description: "State of a release. REJECTED, DEPLOYED and WITHDRAWN are final.",
  valuesConfig: {
    PROPOSED: { description: "The release needs further approvals." },
    APPROVED: { description: "The release has the number of approvals that the endpoint's policy requires." },
    REJECTED: { description: "A reviewer rejected the release." },
    DEPLOYED: { description: "The release was deployed." },
    WITHDRAWN: { description: "The release was withdrawn before it was deployed." },
  },
});

export const CheckOutcome = { PASSED: "PASSED", FAILED: "FAILED", UNKNOWN: "UNKNOWN" } as const;
export type CheckOutcome = keyof typeof CheckOutcome;

registerEnumType(CheckOutcome, {
  name: "CheckOutcome",
  description: "Result of a release check. Only PASSED allows the deployment.",
  valuesConfig: {
    PASSED: { description: "The release meets the rule of the policy." },
    FAILED: { description: "The release violates the rule of the policy." },
    UNKNOWN: { description: "The facts that the rule depends on are not recorded." },
  },
});

export const DeployStatus = { DEPLOYED: "DEPLOYED", REFUSED: "REFUSED" } as const;
export type DeployStatus = keyof typeof DeployStatus;

registerEnumType(DeployStatus, {
  name: "DeployStatus",
  description: "Outcome of a request to deploy or to roll back.",
  valuesConfig: {
    DEPLOYED: { description: "A new deployment started." },
    REFUSED: { description: "Nothing was deployed. The answer states the reason and what to do." },
  },
});
