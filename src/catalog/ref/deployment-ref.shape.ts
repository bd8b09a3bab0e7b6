import { z } from "zod";
import { identifier, instant } from "../../core/shared/fact-fields.js";

/** A reference to one deployment, recorded or not, by its identifying fields. */
export const deploymentRef = z.strictObject({
  namespace: identifier,
  endpoint: identifier,
  /** By version, because an alias may have moved since the deployment started. */
  modelVersion: z.strictObject({ namespace: identifier, model: identifier, version: identifier }),
  validFrom: instant,
});
export type DeploymentRef = z.output<typeof deploymentRef>;
