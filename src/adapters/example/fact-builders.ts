import { createHash } from "node:crypto";
import type { FactInput } from "../ingest/fact.js";

type InputOf<Operation extends FactInput["operation"]> = Extract<FactInput, { operation: Operation }>["input"];
type RunInput = InputOf<"recordRun">;
type MetricInput = NonNullable<RunInput["metrics"]>[number];

/** Owns the example's runs, models and endpoints. */
export const acme = "acme";

/** A digest of a name, because the example's data does not exist as bytes. */
export const digestOfName = (name: string): string => `sha256:${createHash("sha256").update(name).digest("hex")}`;

/** A snapshot with a digest. */
export const snapshot = (input: InputOf<"registerDatasetSnapshot">): FactInput => ({
  operation: "registerDatasetSnapshot",
  input: { digest: digestOfName(`${input.namespace}/${input.dataset}@${input.version}`), ...input },
});

/** A run of the example's company. */
export const run = (input: Omit<RunInput, "namespace">): FactInput => ({
  operation: "recordRun",
  input: { namespace: acme, ...input },
});

/** A model version of the example's company, with an artefact. */
export const modelVersion = (input: Omit<InputOf<"registerModelVersion">, "namespace">): FactInput => ({
  operation: "registerModelVersion",
  input: {
    namespace: acme,
    artifactUri: `s3://acme-models/${input.model}/${input.version}/model.skops`,
    artifactDigest: digestOfName(`${input.model}@${input.version}`),
    ...input,
  },
});

/** An alias of a version of one of the example's models. */
export const alias = (model: string, name: string, version: string): FactInput => ({
  operation: "setModelAlias",
  input: { namespace: acme, model, alias: name, version },
});

/** A reference to a run of the example's company. */
export const runNamed = (externalId: string) => ({ namespace: acme, externalId });

/** A reference to a version of one of the example's models. */
export const versionNamed = (model: string, version: string) => ({ namespace: acme, model, version });

/** Parameters as runs report them, with their values as text. */
export const parametersOf = (values: Readonly<Record<string, string | number>>): NonNullable<RunInput["parameters"]> =>
  Object.entries(values).map(([name, value]) => ({ name, value: String(value) }));

/** Metrics that were measured at the same time and, if known, on the same data. */
export const metricsOf = (
  values: Readonly<Record<string, number>>,
  measured: Pick<MetricInput, "step" | "at" | "dataset">,
): MetricInput[] => Object.entries(values).map(([name, value]) => ({ name, value, ...measured }));
