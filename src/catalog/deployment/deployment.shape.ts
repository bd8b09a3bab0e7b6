import { z } from "zod";
import { codeCommitRef } from "../code/code-commit.shape.js";
import { environmentRef } from "../environment/environment.shape.js";
import { modelVersionRef } from "../model/model.shape.js";
import { identifier, instant, line } from "../../core/shared/fact-fields.js";
import { releasePolicy } from "./release-policy.shape.js";

export const deploymentStages = ["PRODUCTION", "STAGING", "SHADOW", "DEVELOPMENT"] as const;
export const deploymentEndReasons = ["SUPERSEDED", "RETIRED", "ROLLED_BACK"] as const;

/** An endpoint. Its stage never changes; a policy replaces the previous one. */
export const endpointFact = z.strictObject({
  namespace: identifier,
  name: identifier,
  stage: z.enum(deploymentStages),
  policy: releasePolicy.nullish(),
});
export type EndpointFact = z.output<typeof endpointFact>;

/** An observed deployment: one model version that an endpoint serves from `validFrom` on. */
export const deploymentFact = z
  .strictObject({
    namespace: identifier,
    endpoint: identifier,
    stage: z.enum(deploymentStages),
    modelVersion: modelVersionRef,
    validFrom: instant,
    /** If omitted, the deployment serves until another one replaces it. */
    validTo: instant.nullish(),
    /** Reason for the end. Requires `validTo`; defaults to RETIRED. */
    endReason: z.enum(deploymentEndReasons).nullish(),
    trafficPercent: z.number().min(0).max(100).nullish(),
    by: line.nullish(),
    /** The commit and the environment of the serving code. */
    codeCommit: codeCommitRef.nullish(),
    environment: environmentRef.nullish(),
    /** When the source saw this end and this traffic. Defaults to the moment of receipt. */
    observedAt: instant.nullish(),
    idempotencyKey: identifier.nullish(),
  })
  .refine((given) => given.validTo == null || given.validTo > given.validFrom, {
    path: ["validTo"],
    error: "is not after validFrom",
  })
  .refine((given) => given.endReason == null || given.validTo != null, {
    path: ["endReason"],
    error: "requires validTo",
  });
export type DeploymentFact = z.output<typeof deploymentFact>;
