import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const texts = z.array(z.string());
const params = z.object({ keys: texts });

export const loadEnvironmentRows = defineStatement("environment/load-environments", {
  mode: "read",
  params,
  row: z.object({
    key: z.string(),
    recordedAt: z.number(),
    isStub: z.boolean(),
    digest: z.string(),
    imageUri: z.string().nullable(),
    imageDigest: z.string().nullable(),
    pythonVersion: z.string().nullable(),
    pinned: z.boolean(),
  }),
});

const contentRow = z.object({
  owner: z.string(),
  names: texts,
  versions: texts,
  specifiers: texts,
  markers: texts,
  urls: texts,
  requirements: z.string().nullable(),
  condaYaml: z.string().nullable(),
});
export type EnvironmentContentRow = Readonly<z.infer<typeof contentRow>>;

export const loadContentRows = defineStatement("environment/load-contents", { mode: "read", params, row: contentRow });
