import { z } from "zod";
import { digest, line } from "../../core/shared/fact-fields.js";

/** Names one environment, registered or not. */
export const environmentRef = z.strictObject({ digest });

export type EnvironmentRef = z.output<typeof environmentRef>;

/** What code ran in: the text of a requirements file or a conda file, an image, or an image beside one of the two. */
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
    "gives both requirements and condaYaml; give one of them",
  )
  .refine(
    (input) => input.requirements != null || input.condaYaml != null || input.imageUri != null,
    "gives none of requirements, condaYaml and imageUri",
  )
  .refine((input) => input.imageDigest == null || input.imageUri != null, "gives imageDigest without imageUri");
export type EnvironmentFact = z.output<typeof environmentFact>;
