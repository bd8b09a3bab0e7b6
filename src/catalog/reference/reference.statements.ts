import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const texts = z.array(z.string());
const asOf = z.number().nullable();

export const findExisting = defineStatement("reference/find-existing", {
  mode: "read",
  params: z.object({ keys: texts }),
  row: z.object({ key: z.string() }),
});

const retractedRow = z.object({
  key: z.string(),
  at: z.number(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  sequence: z.number().nullable(),
});
/** A node that was retracted, and the decision. */
export type RetractedRow = Readonly<z.infer<typeof retractedRow>>;

export const findRetracted = defineStatement("reference/find-retracted", {
  mode: "read",
  params: z.object({ keys: texts, asOf }),
  row: retractedRow,
});

const ownedKey = z.object({ owner: z.string(), key: z.string() });

export const findSnapshots = defineStatement("reference/find-snapshots", {
  mode: "read",
  params: z.object({ datasetKeys: texts, asOf }),
  row: ownedKey,
});

const installedRow = ownedKey.extend({ version: z.string().nullable(), specifier: z.string().nullable() });
export type InstalledRow = Readonly<z.infer<typeof installedRow>>;

export const findInstalled = defineStatement("reference/find-installed", {
  mode: "read",
  params: z.object({ names: texts, asOf }),
  row: installedRow,
});

export const findServing = defineStatement("reference/find-serving", {
  mode: "read",
  params: z.object({ endpointKeys: texts, asOf, at: z.number() }),
  row: ownedKey.extend({ trafficPercent: z.number() }),
});

const looseName = z.object({
  namespace: z.string().nullable(),
  name: z.string(),
  version: z.string().nullable(),
  title: z.string().nullable(),
});
export type LooseName = Readonly<z.infer<typeof looseName>>;

export const findNamed = defineStatement("reference/find-named", {
  mode: "read",
  params: z.object({
    names: z.array(looseName),
    hashes: texts,
    digests: texts,
    contents: texts,
    titleQueries: texts,
    titles: texts,
    labels: texts.nullable(),
    at: z.number(),
    minHashLength: z.number(),
    limit: z.number(),
  }),
  row: z.object({ key: z.string(), title: z.string().nullable(), recordedAt: z.number(), isStub: z.boolean() }),
});
