import { z } from "zod";
import type { Question } from "../client/api-client.js";
import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";

const deployment = z.object({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  trafficPercent: z.number(),
});
const candidate = z.object({
  eligible: z.boolean(),
  reasons: z.array(z.string()),
  deployment,
  modelVersion: z.object({ key: z.string(), label: z.string() }),
});
type Candidate = z.output<typeof candidate>;
const plan = z.object({
  endpoint: z.object({ namespace: z.string(), name: z.string() }),
  serving: z.array(deployment),
  target: z
    .object({ deployment: z.object({ key: z.string() }), modelVersion: z.object({ label: z.string() }) })
    .nullable(),
  candidates: z.array(candidate),
});
export type Plan = z.output<typeof plan>;

const deploymentFields = "{ id key label validFrom validTo trafficPercent }";
const planFields = `{
  endpoint { namespace name } serving ${deploymentFields} target { deployment { key } modelVersion { label } }
  candidates { eligible reasons deployment ${deploymentFields} modelVersion { key label } }
}`;

export const rollbackPlanQuestion = {
  text: `query CliRollbackPlan($endpoint: EndpointRefInput!) { rollbackPlan(endpoint: $endpoint) ${planFields} }`,
  answer: z.object({ rollbackPlan: plan }),
} satisfies Question<unknown>;

export const rollbackMutation = {
  text: `mutation CliRollback($input: RollbackInput!) { rollback(input: $input) { status message deployment { key } plan ${planFields} } }`,
  answer: z.object({
    rollback: z.object({
      status: z.enum(["DEPLOYED", "REFUSED"]),
      message: z.string(),
      deployment: z.object({ key: z.string() }).nullable(),
      plan,
    }),
  }),
} satisfies Question<unknown>;

/** The plan of a rollback: its target, and why other candidates are not eligible. */
export function planAnswer(shown: Plan, to: Candidate | null): Answer<Candidate> {
  const { endpoint, serving, target, candidates } = shown;
  const back = to?.modelVersion.label ?? target?.modelVersion.label;
  return {
    headline: [
      back === undefined
        ? `${endpoint.name} cannot be rolled back: no candidate is eligible`
        : `A rollback returns ${endpoint.name} to ${back}`,
    ],
    columns,
    rows: candidates,
    summary: serving.map(
      ({ label, trafficPercent, validFrom }) =>
        `${back === undefined ? "current" : "ends"}: ${label}, ${trafficPercent}% of traffic since ${validFrom}`,
    ),
    warnings: [],
    json: shown,
  };
}

/** Finds a candidate by the key or ID of its deployment, or by its model version. Null if there is none. */
export function findCandidate({ candidates }: Plan, name: string): Candidate | null {
  const exact = candidates.find(({ deployment: { key, id } }) => key === name || id === name);
  return (
    exact ??
    candidates.find(
      ({ modelVersion, eligible }) => eligible && (modelVersion.label === name || modelVersion.key === name),
    ) ??
    null
  );
}

const columns: readonly Column<Candidate>[] = [
  { name: "version", value: ({ modelVersion }) => modelVersion.label },
  { name: "served from", value: ({ deployment: { validFrom } }) => validFrom },
  { name: "to", value: ({ deployment: { validTo } }) => validTo ?? "" },
  { name: "eligible", value: ({ eligible }) => (eligible ? "yes" : "no") },
  { name: "reasons", value: ({ reasons }) => reasons.join("; "), isText: true },
  { name: "deployment", value: ({ deployment: { key } }) => key, isDetail: true },
];
