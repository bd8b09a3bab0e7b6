import fc from "fast-check";
import { describeEnvironment } from "../../src/catalog/environment/environment-content.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import type { TestApp } from "./test-app.js";

/*
 * Random histories: facts and decisions, late, corrected, back-dated or reverted. Each step is sent to the API, which
 * may reject it; the history continues regardless.
 */

/** The namespace of a history, and the nodes to which later steps refer. */
export interface Scene {
  readonly app: TestApp;
  /** The namespace of all its nodes, and its principal. */
  readonly namespace: string;
  readonly releases: string[];
  readonly recalls: string[];
}

export interface Step {
  readonly title: string;
  run(scene: Scene): Promise<void>;
}

const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const few = fc.nat(2);
export const snapshotOf = (namespace: string, number: number) => ({ namespace, dataset: "d", version: String(number) });
export const versionOf = (namespace: string, number: number) => ({ namespace, model: "m", version: String(number) });
export const endpointOf = (namespace: string, number: number) => ({ namespace, name: `e${number}` });
const deploymentOf = (namespace: string, endpoint: number, version: number, from: number) => ({
  namespace,
  endpoint: `e${endpoint}`,
  modelVersion: versionOf(namespace, version),
  validFrom: day(from),
});

function facts(title: string, make: (namespace: string) => FactInput[]): Step {
  return {
    title,
    run: async ({ app, namespace }) => {
      const response = await app.sendFacts(make(namespace), { principal: namespace });
      if (response.status >= 500) throw new Error(`${title}: ${response.status} ${await response.text()}`);
    },
  };
}

/** Requests a decision. A refusal is an answer; a defect is not. */
async function decide<Data>({ app, namespace }: Scene, document: string, variables: object): Promise<Data | null> {
  const { data, errors } = await app.graphql<Data>(document, variables, { principal: namespace });
  const unexpected = errors?.filter(
    ({ extensions }) => !["NOT_FOUND", "BAD_USER_INPUT", "CONFLICT"].includes(String(extensions["code"])),
  );
  if (unexpected?.length) throw new Error(`${document}\n${JSON.stringify(variables)}\n${JSON.stringify(unexpected)}`);
  return errors ? null : data;
}

const runs = fc.tuple(few, few, fc.option(few), fc.option(few)).map(([number, used, made, tuned]) =>
  facts(`run ${number} used d@${used}, m@${tuned} and made d@${made}`, (namespace) => [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: String(number),
        status: "COMPLETED",
        inputs: [
          { role: "training", datasetSnapshot: snapshotOf(namespace, used) },
          ...(tuned === null ? [] : [{ role: "base", modelVersion: versionOf(namespace, tuned) }]),
        ],
        outputSnapshots: made === null ? [] : [snapshotOf(namespace, made)],
      },
    },
  ]),
);

const changes = fc
  .record({
    number: few,
    status: fc.constantFrom("RUNNING" as const, "FAILED" as const, "COMPLETED" as const),
    name: fc.constantFrom(null, "first", "second"),
    metric: fc.option(few),
    parent: fc.option(few),
  })
  .map(({ number, status, name, metric, parent }) =>
    facts(`run ${number} is ${status}, named ${name}, with metric ${metric}`, (namespace) => [
      {
        operation: "recordRun",
        input: {
          namespace,
          externalId: String(number),
          status,
          ...(name !== null && { name, experiment: `experiment-${name}` }),
          ...(metric !== null && { metrics: [{ name: "auc", value: metric, step: metric }] }),
          ...(parent !== null && parent !== number && { parent: { namespace, externalId: String(parent) } }),
          startedAt: day(number),
          ...(status !== "RUNNING" && { endedAt: day(number + 1) }),
        },
      },
    ]),
  );

const contents = few.map((number) =>
  facts(`the content of d@${number} and m@${number} is known`, (namespace) => [
    {
      operation: "registerDatasetSnapshot",
      input: { ...snapshotOf(namespace, number), uri: `s3://bucket/${number}`, sizeBytes: 10, rowCount: number },
    },
    {
      operation: "registerModelVersion",
      input: { ...versionOf(namespace, number), artifactUri: `s3://bucket/m${number}` },
    },
  ]),
);

const policies = fc.tuple(fc.nat(1), few, few).map(([endpoint, requiredApprovals, version]) =>
  facts(`e${endpoint} requires ${requiredApprovals} approvals, and m@${version} is from elsewhere`, (namespace) => [
    {
      operation: "defineEndpoint",
      input: {
        ...endpointOf(namespace, endpoint),
        stage: endpoint === 0 ? "PRODUCTION" : "STAGING",
        policy: { requiredApprovals },
      },
    },
    { operation: "registerModelVersion", input: { ...versionOf(namespace, version), origin: "EXTERNAL" } },
  ]),
);

const snapshots = fc
  .tuple(few, fc.option(few), fc.option(fc.record({ endpoint: fc.nat(1), version: few, from: fc.nat(3) })))
  .map(([number, from, emitter]) =>
    facts(`d@${number} was derived from d@${from}, emitted by ${JSON.stringify(emitter)}`, (namespace) => [
      {
        operation: "registerDatasetSnapshot",
        input: {
          ...snapshotOf(namespace, number),
          derivedFrom: from === null ? [] : [snapshotOf(namespace, from)],
          ...(emitter && { emittedBy: deploymentOf(namespace, emitter.endpoint, emitter.version, emitter.from) }),
        },
      },
    ]),
  );

const versions = fc.tuple(fc.nat(3), few, fc.option(few)).map(([number, run, from]) =>
  facts(`run ${run} made m@${number}, derived from m@${from}`, (namespace) => [
    {
      operation: "registerModelVersion",
      input: {
        ...versionOf(namespace, number),
        producedBy: { namespace, externalId: String(run) },
        derivedFrom: from === null ? [] : [versionOf(namespace, from)],
      },
    },
  ]),
);

const aliases = fc.option(few).map((version) =>
  facts(`champion is m@${version}`, (namespace) => [
    {
      operation: "setModelAlias",
      input: {
        namespace,
        model: "m",
        alias: "champion",
        version: version === null ? null : String(version),
        allowUnregistered: true,
      },
    },
  ]),
);

const deployments = fc
  .record({
    version: few,
    from: fc.nat(3),
    endpoint: fc.nat(1),
    to: fc.constantFrom(null, 5, 9),
    endReason: fc.constantFrom("RETIRED" as const, "ROLLED_BACK" as const),
    traffic: fc.constantFrom(null, 0, 30),
  })
  .map(({ version, from, endpoint, to, endReason, traffic }) =>
    facts(`m@${version} at e${endpoint} from ${from} to ${to} (${endReason}) with ${traffic} %`, (namespace) => [
      {
        operation: "recordDeployment",
        input: {
          ...deploymentOf(namespace, endpoint, version, from),
          stage: endpoint === 0 ? "PRODUCTION" : "STAGING",
          ...(to !== null && { validTo: day(to), endReason }),
          trafficPercent: traffic,
        },
      },
    ]),
  );

export const packageOf = (namespace: string): string => `x-${namespace}`;
const requirementsOf = (namespace: string, environment: number): string => `${packageOf(namespace)}==${environment}\n`;

/** Reports the content of an environment: the package in one version. */
export const tellEnvironment = (environment: number): Step =>
  facts(`environment ${environment} is told`, (namespace) => [
    { operation: "registerEnvironment", input: { requirements: requirementsOf(namespace, environment) } },
  ]);

/** A run used an environment whose content may not be reported yet. */
export const runIn = (run: number, environment: number): Step =>
  facts(`run ${run} ran in environment ${environment}`, (namespace) => [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: String(run),
        status: "COMPLETED",
        environment: { digest: describeEnvironment({ requirements: requirementsOf(namespace, environment) }).digest },
      },
    },
  ]);

const environments = fc
  .tuple(fc.nat(1), fc.option(few))
  .map(([environment, run]) => (run === null ? tellEnvironment(environment) : runIn(run, environment)));

const rollbacks = fc.nat(1).map((endpoint): Step => ({
  title: `roll e${endpoint} back`,
  run: async (scene) => {
    await decide(scene, "mutation($input: RollbackInput!) { rollback(input: $input) { status } }", {
      input: { endpoint: endpointOf(scene.namespace, endpoint), reason: "test" },
    });
  },
}));

const nodes = fc.oneof(
  few.map((number) => (namespace: string) => ({ datasetSnapshot: snapshotOf(namespace, number) })),
  few.map((number) => (namespace: string) => ({ modelVersion: versionOf(namespace, number) })),
  few.map((number) => (namespace: string) => ({ run: { namespace, externalId: String(number) } })),
  fc.nat(1).map((number) => (namespace: string) => ({ deployment: { namespace, endpoint: `e${number}` } })),
);

const tombstones = nodes.map((node): Step => ({
  title: `tombstone ${JSON.stringify(node("…"))}`,
  run: async (scene) => {
    const targets = [node(scene.namespace)];
    const planned = await decide<{ deletionPlan: { impactToken: string } }>(
      scene,
      "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken } }",
      { of: targets },
    );
    if (planned === null) return;
    await decide(scene, "mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", {
      input: { targets, impactToken: planned.deletionPlan.impactToken, reason: "test", override: true },
    });
  },
}));

const restores = nodes.map((node): Step => ({
  title: `restore ${JSON.stringify(node("…"))}`,
  run: async (scene) => {
    await decide(scene, "mutation($input: RestoreInput!) { restore(input: $input) { key } }", {
      input: { targets: [node(scene.namespace)], reason: "test" },
    });
  },
}));

const retract = (scene: Scene, input: object) =>
  decide(scene, "mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
    input: { ...input, reason: "test" },
  });

const retractions = fc.oneof(
  nodes.map((node): Step => ({
    title: `retract ${JSON.stringify(node("…"))}`,
    run: async (scene) => {
      await retract(scene, { nodes: [node(scene.namespace)] });
    },
  })),
  fc.tuple(few, few, fc.constantFrom("USED_BY", "PRODUCED")).map(([number, run, kind]): Step => ({
    title: `retract ${kind} of run ${run}, ${number}`,
    run: async (scene) => {
      const { namespace } = scene;
      const ends = [{ run: { namespace, externalId: String(run) } }];
      const other =
        kind === "PRODUCED"
          ? { modelVersion: versionOf(namespace, number) }
          : { datasetSnapshot: snapshotOf(namespace, number) };
      const [upstream, downstream] = kind === "PRODUCED" ? [...ends, other] : [other, ...ends];
      await retract(scene, { edges: [{ upstream, downstream, kind }] });
    },
  })),
);

const proposals = fc.tuple(few, fc.nat(1)).map(([version, endpoint]): Step => ({
  title: `propose m@${version} for e${endpoint}`,
  run: async (scene) => {
    const { namespace, releases } = scene;
    const answer = await decide<{ proposeRelease: { id: string } }>(
      scene,
      "mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
      { input: { endpoint: endpointOf(namespace, endpoint), modelVersion: versionOf(namespace, version) } },
    );
    if (answer) releases.push(answer.proposeRelease.id);
  },
}));

const releaseEnds = fc.constantFrom("withdraw", "deploy").map((what): Step => ({
  title: `${what} the last release`,
  run: async (scene) => {
    const release = scene.releases.at(-1);
    if (release === undefined) return;
    if (what === "withdraw")
      await decide(scene, "mutation($input: WithdrawReleaseInput!) { withdrawRelease(input: $input) { id } }", {
        input: { release },
      });
    else
      await decide(scene, "mutation($input: DeployReleaseInput!) { deployRelease(input: $input) { status } }", {
        input: { release, override: true, reason: "test" },
      });
  },
}));

const recallOf = (node: (namespace: string) => object): Step => ({
  title: `recall ${JSON.stringify(node("…"))}`,
  run: async (scene) => {
    const answer = await decide<{ openRecall: { id: string } }>(
      scene,
      "mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }",
      { input: { targets: [node(scene.namespace)], reason: "test" } },
    );
    if (answer) scene.recalls.push(answer.openRecall.id);
  },
});

/** Recalls every version of the package, including those of environments that are reported later. */
export const recallPackage = recallOf((namespace) => ({ package: { name: packageOf(namespace) } }));
const recallDataset = recallOf((namespace) => ({ dataset: { namespace, name: "d" } }));
const recalls = fc.oneof(nodes.map(recallOf), fc.constant(recallDataset), fc.constant(recallPackage));

const recallEnds = fc.constant<Step>({
  title: "close the last recall",
  run: async (scene) => {
    const recall = scene.recalls.at(-1);
    if (recall === undefined) return;
    const found = await decide<{ recall: { tasks: { resolvedAt: string | null; deployment: { id: string } }[] } }>(
      scene,
      "query($recall: ID!) { recall(id: $recall) { tasks { resolvedAt deployment { id } } } }",
      { recall },
    );
    for (const { deployment, resolvedAt } of found?.recall.tasks ?? []) {
      if (resolvedAt === null)
        await decide(scene, "mutation($input: ResolveRecallTaskInput!) { resolveRecallTask(input: $input) { id } }", {
          input: { recall, deployment: deployment.id, resolution: "test" },
        });
    }
    await decide(scene, "mutation($recall: ID!) { closeRecall(recall: $recall) { id } }", { recall });
  },
});

/** A snapshot, a run that used it, and three serving versions that the run produced: the input of later steps. */
export const beginning = facts("the beginning", (namespace) => [
  {
    operation: "recordRun",
    input: {
      namespace,
      externalId: "0",
      status: "COMPLETED",
      inputs: [{ role: "training", datasetSnapshot: snapshotOf(namespace, 0) }],
    },
  },
  ...[0, 1, 2].map((number): FactInput => ({
    operation: "registerModelVersion",
    input: { ...versionOf(namespace, number), producedBy: { namespace, externalId: "0" } },
  })),
  ...[0, 1].map((number): FactInput => ({
    operation: "recordDeployment",
    input: { ...deploymentOf(namespace, 0, number, number), stage: "PRODUCTION" },
  })),
]);

export const histories: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      runs,
      changes,
      contents,
      policies,
      restores,
      retractions,
      snapshots,
      versions,
      aliases,
      environments,
      rollbacks,
      proposals,
      releaseEnds,
      recalls,
      recallEnds,
      tombstones,
      { weight: 3, arbitrary: deployments },
    ),
    { minLength: 3, maxLength: 14 },
  )
  .map((steps) => Object.assign(steps, { [fc.toStringMethod]: () => steps.map(({ title }) => title).join("; ") }));
