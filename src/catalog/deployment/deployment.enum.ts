import { registerEnumType } from "type-graphql";

export const DeploymentStage = {
  PRODUCTION: "PRODUCTION",
  STAGING: "STAGING",
  SHADOW: "SHADOW",
  DEVELOPMENT: "DEVELOPMENT",
} as const;
export type DeploymentStage = keyof typeof DeploymentStage;

registerEnumType(DeploymentStage, {
  name: "DeploymentStage",
  description: "Purpose of an endpoint.",
  valuesConfig: {
    PRODUCTION: { description: "The predictions are used in production." },
    STAGING: { description: "Pre-production tests under realistic conditions." },
    SHADOW: { description: "Receives production requests. The predictions are not used." },
    DEVELOPMENT: { description: "Development and experiments." },
  },
});

export const DeploymentEndReason = {
  SUPERSEDED: "SUPERSEDED",
  RETIRED: "RETIRED",
  ROLLED_BACK: "ROLLED_BACK",
} as const;
export type DeploymentEndReason = keyof typeof DeploymentEndReason;

const endReasons = {
  SUPERSEDED: { description: "Another deployment replaced it." },
  RETIRED: { description: "It was ended without a replacement." },
  ROLLED_BACK: { description: "It was rolled back to an earlier version." },
};

registerEnumType(DeploymentEndReason, {
  name: "DeploymentEndReason",
  description: "Reason for the end of a deployment.",
  valuesConfig: endReasons,
});

export const DeploymentStatus = { ACTIVE: "ACTIVE", ...DeploymentEndReason } as const;
export type DeploymentStatus = keyof typeof DeploymentStatus;

registerEnumType(DeploymentStatus, {
  name: "DeploymentStatus",
  description: "Whether a deployment is active, or the reason for its end.",
  valuesConfig: { ACTIVE: { description: "It serves, or is scheduled to start." }, ...endReasons },
});
