import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { ApiClient, TimedAnswer } from "./api-client.js";
import type { Random } from "./random.js";
import type { Round } from "./round.js";
import type { DeleterAccount } from "./violations.js";

/** One request of a race, as its sender observed it. */
export interface RaceRequest {
  readonly action: string;
  readonly outcome: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** The input of an actor: its API client and random numbers. */
export interface Actor {
  readonly client: ApiClient;
  readonly random: Random;
  /** Keeps the requests for the report. */
  readonly requests: RaceRequest[];
}

const gaveUpCodes = ["DEADLINE_EXCEEDED", "GRAPH_UNAVAILABLE", "NO_ANSWER"];

/** True if the caller does not know the result. */
export function gaveUp({ outcome }: RaceRequest): boolean {
  return gaveUpCodes.includes(outcome);
}

/** About the duration of a request, so that any of them may be the first. */
const longestPauseMs = 40;
const maxAttempts = 3;

const pause = ({ random }: Actor): Promise<void> => sleep(random.below(longestPauseMs));

function note<Data>(
  { requests }: Actor,
  action: string,
  { startedAt, endedAt, problem, data }: TimedAnswer<Data>,
  outcomeOf: (data: Data) => string,
): void {
  requests.push({ action, startedAt, endedAt, outcome: problem ?? (data === null ? "NO_DATA" : outcomeOf(data)) });
}

const planFields = "verdict impactToken impact { affected(first: 100) { edges { node { node { key } } } } }";
const planQuery = `query Plan($of: [NodeRefInput!]!) { deletionPlan(of: $of) { ${planFields} } }`;
const tombstoneMutation = `mutation Tombstone($input: TombstoneInput!) { tombstone(input: $input) { status plan { ${planFields} } tombstoned { key } } }`;

const planShape = z.object({
  verdict: z.string(),
  impactToken: z.string(),
  impact: z.object({
    affected: z.object({ edges: z.array(z.object({ node: z.object({ node: z.object({ key: z.string() }) }) })) }),
  }),
});
const planAnswer = z.object({ deletionPlan: planShape });
const tombstoneAnswer = z.object({
  tombstone: z.object({ status: z.string(), plan: planShape, tombstoned: z.array(z.object({ key: z.string() })) }),
});

function affectedKeys({ impact }: z.output<typeof planShape>): string[] {
  return impact.affected.edges.map(({ node }) => node.node.key);
}

/** Requests a plan and deletes with it, whatever its verdict; if it is stale, with the current one. */
export async function deleteTarget(actor: Actor, { targetRef }: Round, override: boolean): Promise<DeleterAccount> {
  const { client } = actor;
  const account = { by: client.principal, acceptedPlan: null, gaveUp: false };
  await pause(actor);
  const planned = await client.graphql(planQuery, { of: [{ datasetSnapshot: targetRef }] }, planAnswer);
  note(actor, "deletionPlan", planned, ({ deletionPlan }) => deletionPlan.verdict);
  let plan = planned.data?.deletionPlan;
  for (let attempt = 1; plan && attempt <= maxAttempts; attempt += 1) {
    await pause(actor);
    const input = {
      targets: [{ datasetSnapshot: targetRef }],
      impactToken: plan.impactToken,
      reason: "races",
      override,
    };
    const answer = await client.graphql(tombstoneMutation, { input }, tombstoneAnswer);
    note(actor, "tombstone", answer, ({ tombstone: { status, tombstoned } }) =>
      status === "TOMBSTONED" && tombstoned.length === 0 ? "TOMBSTONED BEFORE" : status,
    );
    if (!answer.data) return { ...account, gaveUp: gaveUpCodes.includes(answer.problem ?? "") };
    const { status, tombstoned, plan: fresh } = answer.data.tombstone;
    if (status === "TOMBSTONED" && tombstoned.length > 0) return { ...account, acceptedPlan: affectedKeys(plan) };
    if (status !== "STALE_IMPACT") return account;
    plan = fresh;
  }
  return account;
}

/** Reports a run on the data, its model and the model's deployment. */
export async function report(actor: Actor, { report: facts, plan }: Round): Promise<void> {
  for (const batch of plan.reportsAtOnce ? [facts] : facts.map((fact) => [fact])) {
    await pause(actor);
    note(actor, "report", await actor.client.sendFacts(batch), () => "RECORDED");
  }
}

/** Reports that a run, whose model serves, has used the data. */
export async function addEdge(actor: Actor, { use }: Round): Promise<void> {
  await pause(actor);
  await pause(actor);
  note(actor, "add edge", await actor.client.sendFacts([use]), ([outcome]) =>
    outcome?.tombstoned === undefined ? "RECORDED" : "RECORDED AND FLAGGED",
  );
}

const proposal = z.object({ proposeRelease: z.object({ id: z.string() }) });
const deployment = z.object({ deployRelease: z.object({ status: z.string() }) });

/** Proposes a release of a model that was trained on the data, and deploys it; the endpoint requires no approval. */
export async function release(actor: Actor, { endpoint, candidate }: Round): Promise<void> {
  await pause(actor);
  const proposed = await actor.client.graphql(
    "mutation Propose($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
    { input: { endpoint, modelVersion: candidate } },
    proposal,
  );
  note(actor, "propose release", proposed, () => "PROPOSED");
  if (!proposed.data) return;
  await pause(actor);
  const deployed = await actor.client.graphql(
    "mutation Deploy($input: DeployReleaseInput!) { deployRelease(input: $input) { status } }",
    { input: { release: proposed.data.proposeRelease.id } },
    deployment,
  );
  note(actor, "deploy release", deployed, ({ deployRelease }) => deployRelease.status);
}
