import { z } from "zod";
import { identifier, instant } from "../../core/shared/fact-fields.js";

/** Names one deployment, recorded or not, by what never changes of it. */
export const deploymentRef = z.strictObject({
  namespace: identifier,
  endpoint: identifier,
  /** By version: an alias may have moved since the deployment began. */
  modelVersion: z.strictObject({ namespace: identifier, model: identifier, version: identifier }),
  validFrom: instant,
});
export type DeploymentRef = z.output<typeof deploymentRef>;
