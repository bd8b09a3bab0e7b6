import { z } from "zod";
import { versionMetric } from "../measure/metric.shape.js";
import { digest, identifier, instant, line, size } from "../../core/shared/fact-fields.js";
import { runRef } from "../ref/run-ref.shape.js";

/** A reference to one version of a model, by version or by alias. */
export const modelVersionRef = z
  .strictObject({
    namespace: identifier,
    model: identifier,
    version: identifier.nullish(),
    alias: identifier.nullish(),
  })
  .refine((ref) => (ref.version == null) !== (ref.alias == null), "requires exactly one of version and alias");
export type ModelVersionRef = z.output<typeof modelVersionRef>;

/** EXTERNAL: the version came from outside, such as a downloaded foundation model, and no upstream is expected in the graph. */
export const modelOrigins = ["RECORDED", "EXTERNAL"] as const;

/** One model version as reported by a source. Omitted fields are unknown. */
export const modelVersionFact = z.strictObject({
  namespace: identifier,
  model: identifier,
  version: identifier,
  producedBy: runRef.nullish(),
  artifactUri: line.nullish(),
  artifactDigest: digest.nullish(),
  artifactSizeBytes: size.nullish(),
  /** Upstream versions, if the run is unknown: the base of a fine-tuned, quantized or copied version. */
  derivedFrom: z.array(modelVersionRef).max(1_000).nullish(),
  createdAt: instant.nullish(),
  origin: z.enum(modelOrigins).nullish(),
  /** Measured on the version itself, if a run made or measured several. */
  metrics: z.array(versionMetric).max(5_000).nullish(),
});
export type ModelVersionFact = z.output<typeof modelVersionFact>;

/** An alias and its version. Without a version, the alias is removed. */
export const modelAliasFact = z.strictObject({
  namespace: identifier,
  model: identifier,
  alias: identifier,
  version: identifier.nullish(),
  /** When the source saw the alias in this state. Defaults to the moment of receipt. */
  observedAt: instant.nullish(),
  /** For feeds that report aliases before versions. */
  allowUnregistered: z.boolean().nullish(),
});
export type ModelAliasFact = z.output<typeof modelAliasFact>;
