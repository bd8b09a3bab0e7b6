import { z } from "zod";
import { digest, identifier, instant, line, size } from "../../core/shared/fact-fields.js";
import { runRef } from "../run/run-ref.shape.js";

/** Names one version of a model, by its version or by an alias that it holds. */
export const modelVersionRef = z
  .strictObject({
    namespace: identifier,
    model: identifier,
    version: identifier.nullish(),
    alias: identifier.nullish(),
  })
  .refine((ref) => (ref.version == null) !== (ref.alias == null), "needs exactly one of version and alias");
export type ModelVersionRef = z.output<typeof modelVersionRef>;

/** What a source says of one model version; left-out fields are unknown to it. */
export const modelVersionFact = z.strictObject({
  namespace: identifier,
  model: identifier,
  version: identifier,
  producedBy: runRef.nullish(),
  artifactUri: line.nullish(),
  artifactDigest: digest.nullish(),
  artifactSizeBytes: size.nullish(),
  /** Upstream versions where no run is known: fine-tuned, quantised, copied. */
  derivedFrom: z.array(modelVersionRef).max(1_000).nullish(),
  createdAt: instant.nullish(),
});
export type ModelVersionFact = z.output<typeof modelVersionFact>;

/** A movable name for a version; no version removes it. */
export const modelAliasFact = z.strictObject({
  namespace: identifier,
  model: identifier,
  alias: identifier,
  version: identifier.nullish(),
});
export type ModelAliasFact = z.output<typeof modelAliasFact>;
