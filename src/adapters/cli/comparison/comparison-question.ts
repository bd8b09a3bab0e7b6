import { z } from "zod";
import type { Question } from "../client/api-client.js";

const changeKind = z.enum(["ADDED", "REMOVED", "CHANGED"]);
const named = z.object({ key: z.string(), label: z.string() });
const inputShape = { change: changeKind, role: z.string(), left: named.nullable(), right: named.nullable() };
const value = z.object({
  change: changeKind,
  name: z.string(),
  left: z.string().nullable(),
  right: z.string().nullable(),
});
const metric = z.object({
  change: changeKind,
  name: z.string(),
  left: z.number().nullable(),
  right: z.number().nullable(),
  difference: z.number().nullable(),
});
const commit = z.object({ sha: z.string(), dirty: z.boolean() });

const comparison = z.object({
  left: named,
  right: named,
  data: z.array(z.object({ ...inputShape, dataset: z.object({ name: z.string() }) })),
  models: z.array(z.object({ ...inputShape, model: z.object({ name: z.string() }) })),
  code: z.object({
    same: z.boolean(),
    left: commit.nullable(),
    right: commit.nullable(),
    compareUrl: z.string().nullable(),
  }),
  packages: z.array(value),
  parameters: z.array(value),
  metrics: z.array(metric),
  notCompared: z.array(z.string()),
});
export type Comparison = z.output<typeof comparison>;
export type ChangeKind = z.output<typeof changeKind>;

const fields = `
  left { key label } right { key label }
  data { change role dataset { name } left { key label } right { key label } }
  models { change role model { name } left { key label } right { key label } }
  code { same left { sha dirty } right { sha dirty } compareUrl }
  packages { change name left right }
  parameters { change name left right }
  metrics { change name left right difference }
  notCompared`;

export const modelComparisonQuestion = {
  text: `query CliModelComparison($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) { comparison: modelComparison(left: $left, right: $right) { ${fields} } }`,
  answer: z.object({ comparison }),
} satisfies Question<unknown>;

export const runComparisonQuestion = {
  text: `query CliRunComparison($left: RunRefInput!, $right: RunRefInput!) { comparison: runComparison(left: $left, right: $right) { ${fields} } }`,
  answer: z.object({ comparison }),
} satisfies Question<unknown>;

const candidate = z.object({ trafficPercent: z.number(), modelVersion: named });
const serving = z.object({
  endpoint: z.object({ namespace: z.string(), name: z.string() }),
  leftAt: z.string(),
  rightAt: z.string(),
  left: z.array(candidate),
  right: z.array(candidate),
  comparison: comparison.nullable(),
});
export type ServingComparison = z.output<typeof serving>;

export const servingComparisonQuestion = {
  text: `query CliServingComparison($endpoint: EndpointRefInput!, $left: DateTime!, $right: DateTime!) {
    servingComparison(endpoint: $endpoint, left: $left, right: $right) {
      endpoint { namespace name } leftAt rightAt
      left { trafficPercent modelVersion { key label } } right { trafficPercent modelVersion { key label } }
      comparison { ${fields} }
    }
  }`,
  answer: z.object({ servingComparison: serving }),
} satisfies Question<unknown>;
