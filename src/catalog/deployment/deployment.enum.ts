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
  description: "What an endpoint is for.",
  valuesConfig: {
    PRODUCTION: { description: "Its answers are used." },
    STAGING: { description: "A rehearsal for production." },
    SHADOW: { description: "It gets production's requests, and its answers are not used." },
    DEVELOPMENT: { description: "For trying things out." },
  },
});

export const DeploymentEndReason = {
  SUPERSEDED: "SUPERSEDED",
  RETIRED: "RETIRED",
  ROLLED_BACK: "ROLLED_BACK",
} as const;
export type DeploymentEndReason = keyof typeof DeploymentEndReason;

const endReasons = {
  SUPERSEDED: { description: "Another deployment took its place." },
  RETIRED: { description: "It was ended, and nothing took its place." },
  ROLLED_BACK: { description: "It was taken back, for an earlier version." },
};

registerEnumType(DeploymentEndReason, {
  name: "DeploymentEndReason",
  description: "Why a deployment ended.",
  valuesConfig: endReasons,
});

export const DeploymentStatus = { ACTIVE: "ACTIVE", ...DeploymentEndReason } as const;
export type DeploymentStatus = keyof typeof DeploymentStatus;

registerEnumType(DeploymentStatus, {
  name: "DeploymentStatus",
  description: "Whether a deployment serves, and if not, why it ended.",
  valuesConfig: { ACTIVE: { description: "It serves, or is to begin." }, ...endReasons },
});
