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
  description: "How far a release is. From the last three nothing leads on.",
  valuesConfig: {
    PROPOSED: { description: "It waits for approvals." },
    APPROVED: { description: "As many people approved it as the endpoint's policy asks for." },
    REJECTED: { description: "Somebody rejected it." },
    DEPLOYED: { description: "It was deployed." },
    WITHDRAWN: { description: "It was taken back before it was deployed." },
  },
});

export const CheckOutcome = { PASSED: "PASSED", FAILED: "FAILED", UNKNOWN: "UNKNOWN" } as const;
export type CheckOutcome = keyof typeof CheckOutcome;

registerEnumType(CheckOutcome, {
  name: "CheckOutcome",
  description: "What a check of a release found. Only PASSED lets it pass.",
  valuesConfig: {
    PASSED: { description: "It is as the policy asks." },
    FAILED: { description: "It is not as the policy asks." },
    UNKNOWN: { description: "What would tell is not recorded, so that nobody knows." },
  },
});

export const DeployStatus = { DEPLOYED: "DEPLOYED", REFUSED: "REFUSED" } as const;
export type DeployStatus = keyof typeof DeployStatus;

registerEnumType(DeployStatus, {
  name: "DeployStatus",
  description: "What became of a request to deploy or to roll back.",
  valuesConfig: {
    DEPLOYED: { description: "It took effect: a deployment began." },
    REFUSED: { description: "Nothing changed; the answer says why, and what to do." },
  },
});
