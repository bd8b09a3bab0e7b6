import { z } from "zod";
import { digest, line } from "../../core/shared/fact-fields.js";

/** A reference to one environment, registered or not. */
export const environmentRef = z.strictObject({ digest });

export type EnvironmentRef = z.output<typeof environmentRef>;

/** An environment as reported by a source: a requirements file or a conda file, an image, or one of the two with an image. */
export const environmentFact = z
  .strictObject({
    requirements: z.string().max(2_000_000).nullish(),
    condaYaml: z.string().max(2_000_000).nullish(),
    imageUri: line.nullish(),
    imageDigest: digest.nullish(),
    pythonVersion: line.nullish(),
  })
  .refine(
    (input) => input.requirements == null || input.condaYaml == null,
    "sets both requirements and condaYaml; set one of them",
  )
  .refine(
    (input) => input.requirements != null || input.condaYaml != null || input.imageUri != null,
    "sets none of requirements, condaYaml and imageUri",
  )
  .refine((input) => input.imageDigest == null || input.imageUri != null, "sets imageDigest without imageUri");
export type EnvironmentFact = z.output<typeof environmentFact>;
