import { randomUUID } from "node:crypto";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import { snapshotKey } from "../../src/core/shared/key.js";
import type { SchemaClient } from "./schema-client.js";

interface Plan {
  readonly verdict: string;
  readonly impactToken: string;
  readonly blockerCount: number;
  readonly blockers: readonly {
    readonly severity: string;
    readonly depth: number;
    readonly node: { readonly key: string };
  }[];
}

interface Payload {
  readonly status: string;
  readonly tombstoned: readonly { readonly key: string }[];
  readonly plan: Plan;
}

const planFields = "verdict impactToken blockerCount blockers { severity depth reason node { key kind } }";
const mutation = `mutation($input: TombstoneInput!) { tombstone(input: $input) { status tombstoned { key tombstone { by reason override } } plan { ${planFields} } } }`;

/**
 * Queries and facts of the tests of deletions. Each test has its own names: data `name`, a run on it, a model, and its
 * endpoint.
 */
export function deletionsOf(client: SchemaClient) {
  const { namespace } = client;
  const names = (): string => randomUUID();
  const snapshot = (name: string, version = "1") => ({ namespace, dataset: name, version });
  const version = (name: string) => ({ namespace, model: name, version: "1" });
  const of = (...given: ReturnType<typeof snapshot>[]) => given.map((datasetSnapshot) => ({ datasetSnapshot }));
  const keyOf = (name: string): string => snapshotKey(namespace, name, "1");

  const register = (name: string, rest: object = {}): FactInput => ({
    operation: "registerDatasetSnapshot",
    input: { ...snapshot(name), ...rest },
  });
  const train = (name: string, ...on: string[]): FactInput[] => [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: name,
        status: "COMPLETED",
        inputs: on.map((data) => ({ role: "training", datasetSnapshot: snapshot(data) })),
      },
    },
    { operation: "registerModelVersion", input: { ...version(name), producedBy: { namespace, externalId: name } } },
  ];
  const deploy = (name: string, stage: "PRODUCTION" | "STAGING" = "PRODUCTION"): FactInput => ({
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: `${name}-api`,
      stage,
      modelVersion: version(name),
      validFrom: "2026-05-02T10:00:00Z",
    },
  });
  /** Data, a model trained on it, and a deployment of that. */
  const chain = (name: string): FactInput[] => [register(name), ...train(name, name), deploy(name)];

  const plan = async (...targets: object[]): Promise<Plan> =>
    (
      await client.answer<{ deletionPlan: Plan }>(
        `query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { ${planFields} } }`,
        { of: targets },
      )
    ).deletionPlan;

  const tombstone = async (targets: object[], impactToken: string, rest: object = {}): Promise<Payload> =>
    (
      await client.answer<{ tombstone: Payload }>(mutation, {
        input: { targets, impactToken, reason: "retention is over", ...rest },
      })
    ).tombstone;
  const refusal = async (targets: object[], rest: object = {}): Promise<string | undefined> =>
    (await client.ask(mutation, { input: { targets, impactToken: "", reason: "retention is over", ...rest } }))
      .errors?.[0]?.message;
  const isTombstoned = async (key: string): Promise<boolean> =>
    (
      await client.answer<{ lineageNode: { tombstone: object | null } }>(
        "query($key: String!) { lineageNode(ref: { key: $key }) { tombstone { at } } }",
        { key },
      )
    ).lineageNode.tombstone !== null;
  const tombstonedStates = (...keys: string[]): Promise<boolean[]> => Promise.all(keys.map(isTombstoned));

  /** The ledger's entries about a key, newest last. */
  async function entriesAbout(key: string): Promise<{ action: string; detail: Record<string, unknown> }[]> {
    const found = [];
    for (let after = 0; ;) {
      const entries = await client.graph.read(listEntries, { after, limit: 5_000 });
      found.push(...entries.filter(({ targets }) => targets.includes(key)));
      const last = entries.at(-1);
      if (!last)
        return found.map(({ action, detail }) => ({ action, detail: JSON.parse(detail) as Record<string, unknown> }));
      after = last.sequence;
    }
  }
  return {
    namespace,
    names,
    snapshot,
    version,
    of,
    keyOf,
    register,
    train,
    deploy,
    chain,
    plan,
    tombstone,
    refusal,
    isTombstoned,
    tombstonedStates,
    entriesAbout,
  };
}
