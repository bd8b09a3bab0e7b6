import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { deploymentEndReasons, deploymentStages } from "./deployment.shape.js";

export const DeploymentStage = graphqlEnum(deploymentStages, {
  name: "DeploymentStage",
  description: "Purpose of an endpoint.",
  values: {
    PRODUCTION: "The predictions are used in production.",
    STAGING: "Pre-production tests under realistic conditions.",
    SHADOW: "Receives production requests. The predictions are not used.",
    DEVELOPMENT: "Development and experiments.",
  },
});
export type DeploymentStage = keyof typeof DeploymentStage;

const endReasons = {
  SUPERSEDED: "Another deployment replaced it.",
  RETIRED: "It was ended without a replacement.",
  ROLLED_BACK: "It was rolled back to an earlier version.",
};

export const DeploymentEndReason = graphqlEnum(deploymentEndReasons, {
  name: "DeploymentEndReason",
  description: "Reason for the end of a deployment.",
  values: endReasons,
});
export type DeploymentEndReason = keyof typeof DeploymentEndReason;

export const DeploymentState = graphqlEnum(["ACTIVE", ...deploymentEndReasons], {
  name: "DeploymentState",
  description: "Whether a deployment is active, or the reason for its end.",
  values: { ACTIVE: "It serves, or is scheduled to start.", ...endReasons },
});
export type DeploymentState = keyof typeof DeploymentState;
