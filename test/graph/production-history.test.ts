import fc from "fast-check";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { check, propertyTimeout } from "../support/properties.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
const namespace = uniqueNamespace();
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const versions = ["1", "2", "3"] as const;
const people = ["ann", "bob", "cyd"] as const;
const traffics = [5, 10, 50, 100] as const;

type Step =
  | { readonly do: "propose"; readonly by: string; readonly version: string; readonly traffic: number }
  | { readonly do: "review"; readonly by: string; readonly approve: boolean; readonly which: number }
  | { readonly do: "deploy" | "withdraw"; readonly which: number }
  | { readonly do: "rollback" }
  | {
      readonly do: "correct";
      readonly which: number;
      readonly traffic: number;
      readonly ends: "a moment after it began" | "now" | null;
    }
  | { readonly do: "recall" | "resolve" | "close"; readonly which: number };

const which = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("propose" as const),
      by: fc.constantFrom(...people),
      version: fc.constantFrom(...versions),
      traffic: fc.constantFrom(...traffics),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("review" as const),
      by: fc.constantFrom(...people),
      approve: fc.constantFrom(true, true, true, false),
      which,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("deploy" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("rollback" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("correct" as const),
      which,
      traffic: fc.constantFrom(...traffics),
      ends: fc.constantFrom("a moment after it began" as const, "now" as const, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("recall" as const), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("resolve" as const, "close" as const), which }) },
);

/** The expected state of a release. */
interface OnPaper {
  readonly id: string;
  readonly by: string;
  readonly version: string;
  readonly words: Map<string, boolean>;
  state: string;
}
/** The expected state of a recall of a version; `open` until it is closed. */
interface RecallOnPaper {
  readonly id: string;
  readonly version: string;
  readonly openedAt: number;
  readonly resolved: Set<string>;
  open: boolean;
}
interface Task {
  readonly deployment: { readonly key: string };
  readonly resolvedAt: string | null;
}
interface Served {
  readonly key: string;
  readonly validFrom: string;
  readonly modelVersion: { readonly version: string };
}
interface Answer {
  readonly knownAt: string;
  readonly candidates: readonly { readonly trafficPercent: number; readonly deployment: { readonly key: string } }[];
}

/** An endpoint with its operations, its answers and its expected state. */
class World {
  readonly releases: OnPaper[] = [];
  readonly recalls: RecallOnPaper[] = [];
  readonly deployed: Served[] = [];
  readonly answered: { readonly at: string; readonly knownAt: string; readonly answer: Answer["candidates"] }[] = [];
  readonly endpoint: { readonly namespace: string; readonly name: string };

  /** Each endpoint has its own model, because a recall reaches every endpoint. */
  constructor(readonly model: string) {
    this.endpoint = { namespace, name: `${model}-api` };
  }

  async run(one: Step): Promise<void> {
    switch (one.do) {
      case "propose":
        return this.#propose(one);
      case "review":
        return this.#move("reviewRelease", one.which, { approve: one.approve }, one.by, (release) => {
          if (one.approve && one.by === release.by) return null;
          release.words.set(one.by, one.approve);
          return !one.approve ? "REJECTED" : "APPROVED";
        });
      case "withdraw":
        return this.#move("withdrawRelease", one.which, {}, "ann", () => "WITHDRAWN");
      case "deploy":
        return this.#deploy(one.which);
      case "rollback":
        return this.#rollback();
      case "correct":
        return this.#correct(one);
      case "recall":
        return this.#recall(one.which);
      case "resolve":
        return this.#resolve(one.which);
      case "close":
        return this.#close(one.which);
    }
  }

  async #propose({ by, version, traffic }: Extract<Step, { do: "propose" }>): Promise<void> {
    const input = {
      endpoint: this.endpoint,
      modelVersion: { namespace, model: this.model, version },
      trafficPercent: traffic,
    };
    const { proposeRelease } = await app.ask<{ proposeRelease: { id: string; state: string } }>(
      "mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id state } }",
      { input },
      { principal: by },
    );
    expect(proposeRelease.state).toBe("PROPOSED");
    this.releases.push({ id: proposeRelease.id, by, version, words: new Map(), state: "PROPOSED" });
  }

  /** Takes a step of a release, which takes effect while the release is pending and is refused afterwards. */
  async #move(
    mutation: string,
    index: number,
    more: object,
    principal: string,
    expected: (release: OnPaper) => string | null,
  ): Promise<void> {
    const release = this.releases[index % this.releases.length];
    if (!release) return;
    const { data, errors } = await app.graphql<Record<string, { state: string }>>(
      `mutation($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { state } }`,
      { input: { release: release.id, ...more } },
      { principal },
    );
    const next = ["PROPOSED", "APPROVED"].includes(release.state) ? expected(release) : null;
    expect(errors?.[0]?.extensions.code ?? null).toBe(
      next === null ? (["PROPOSED", "APPROVED"].includes(release.state) ? "FORBIDDEN" : "CONFLICT") : null,
    );
    if (next === null) return;
    release.state = next;
    expect(data[mutation]?.state).toBe(next);
  }

  async #deploy(index: number): Promise<void> {
    const release = this.releases[index % this.releases.length];
    if (!release) return;
    const { data, errors } = await app.graphql<{ deployRelease: { status: string; deployment: Served | null } }>(
      "mutation($input: DeployReleaseInput!) { deployRelease(input: $input) { status deployment { key validFrom modelVersion { version } } } }",
      { input: { release: release.id } },
    );
    if (!["PROPOSED", "APPROVED"].includes(release.state)) return expect(errors?.[0]?.extensions.code).toBe("CONFLICT");
    expect(data.deployRelease.status).toBe(
      release.state === "APPROVED" && !this.#isRecalled(release.version) ? "DEPLOYED" : "REFUSED",
    );
    if (!data.deployRelease.deployment) return;
    release.state = "DEPLOYED";
    this.deployed.push(data.deployRelease.deployment);
  }

  /** Without a gap: deployments serve until it, and from then on only the restored version. */
  async #rollback(): Promise<void> {
    const { rollback } = await app.ask<{
      rollback: {
        status: string;
        deployment: Served | null;
        plan: { serving: { key: string }[]; target: { modelVersion: { version: string } } | null };
      };
    }>(
      "mutation($input: RollbackInput!) { rollback(input: $input) { status deployment { key validFrom modelVersion { version } } plan { serving { key } target { modelVersion { version } } } } }",
      { input: { endpoint: this.endpoint, reason: "random" } },
    );
    expect(rollback.status).toBe(rollback.plan.target ? "DEPLOYED" : "REFUSED");
    if (!rollback.deployment) return;
    this.deployed.push(rollback.deployment);
    expect(rollback.deployment.modelVersion.version).toBe(rollback.plan.target?.modelVersion.version);
    expect(this.#isRecalled(rollback.deployment.modelVersion.version)).toBe(false);
    const began = Date.parse(rollback.deployment.validFrom);
    expect((await this.#ask(new Date(began - 1).toISOString())).candidates.length).toBeGreaterThan(0);
    expect((await this.#ask(rollback.deployment.validFrom)).candidates).toMatchObject([
      { trafficPercent: 100, deployment: { key: rollback.deployment.key } },
    ]);
  }

  #isRecalled(version: string): boolean {
    return this.recalls.some((recall) => recall.open && recall.version === version);
  }

  /** Of a deployment of the endpoint, if it has any. */
  async #recall(index: number): Promise<void> {
    const version = this.deployed[index % this.deployed.length]?.modelVersion.version ?? "1";
    const input = { targets: [{ modelVersion: { namespace, model: this.model, version } }], reason: "random" };
    const { openRecall } = await app.ask<{ openRecall: { id: string; openedAt: string } }>(
      "mutation($input: OpenRecallInput!) { openRecall(input: $input) { id openedAt } }",
      { input },
    );
    this.recalls.push({
      id: openRecall.id,
      version,
      openedAt: Date.parse(openRecall.openedAt),
      resolved: new Set(),
      open: true,
    });
  }

  /** Resolves the first open task, if there is one. */
  async #resolve(index: number): Promise<void> {
    const recall = this.recalls[index % this.recalls.length];
    const task = recall && (await this.#tasksOf(recall)).find(({ resolvedAt }) => resolvedAt === null);
    if (!recall?.open || !task) return;
    const input = { recall: recall.id, deployment: task.deployment.key, resolution: "random" };
    await app.ask("mutation($input: ResolveRecallTaskInput!) { resolveRecallTask(input: $input) { id } }", { input });
    recall.resolved.add(task.deployment.key);
  }

  /** Takes effect if every task is resolved. */
  async #close(index: number): Promise<void> {
    const recall = this.recalls[index % this.recalls.length];
    if (!recall) return;
    const isDone = (await this.#tasksOf(recall)).every(({ resolvedAt }) => resolvedAt !== null);
    const { errors } = await app.graphql("mutation($id: ID!) { closeRecall(recall: $id) { id } }", { id: recall.id });
    expect(errors?.[0]?.extensions.code ?? null).toBe(recall.open && isDone ? null : "CONFLICT");
    if (!errors) recall.open = false;
  }

  async #tasksOf({ id }: RecallOnPaper): Promise<readonly Task[]> {
    return (
      await app.ask<{ recall: { tasks: Task[] } }>(
        "query($id: ID!) { recall(id: $id) { tasks { deployment { key } resolvedAt } } }",
        { id },
      )
    ).recall.tasks;
  }

  /** The tasks of an open recall: the deployments that served since it was opened, by the endpoint's history, and the resolved ones. */
  async #lookAtRecalls(): Promise<void> {
    const { endpoint } = await app.ask<{
      endpoint: { history: { edges: { node: Served & { validTo: string | null } }[] } };
    }>(
      "query($namespace: String!, $name: String!) { endpoint(namespace: $namespace, name: $name) { history(first: 100) { edges { node { key validFrom validTo modelVersion { version } } } } } }",
      this.endpoint,
    );
    const history = endpoint.history.edges.map(({ node }) => node);
    for (const recall of this.recalls.filter(({ open }) => open)) {
      const served = history.filter(
        ({ modelVersion, validFrom, validTo }) =>
          modelVersion.version === recall.version &&
          (validTo === null || (Date.parse(validTo) > recall.openedAt && Date.parse(validTo) > Date.parse(validFrom))),
      );
      const tasks = await this.#tasksOf(recall);
      expect(tasks.map(({ deployment }) => deployment.key).sort()).toEqual(
        [...new Set([...served.map(({ key }) => key), ...recall.resolved])].sort(),
      );
      expect(
        new Set(tasks.filter(({ resolvedAt }) => resolvedAt !== null).map(({ deployment }) => deployment.key)),
      ).toEqual(recall.resolved);
    }
  }

  /** A later report corrects a deployment's share or end. */
  async #correct({ which: index, traffic, ends }: Extract<Step, { do: "correct" }>): Promise<void> {
    const one = this.deployed[index % this.deployed.length];
    if (!one) return;
    const validTo =
      ends === null ? null : new Date(ends === "now" ? Date.now() : Date.parse(one.validFrom) + 5).toISOString();
    const fact: FactInput = {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: this.endpoint.name,
        stage: "PRODUCTION",
        modelVersion: { namespace, model: this.model, version: one.modelVersion.version },
        validFrom: one.validFrom,
        trafficPercent: traffic,
        validTo,
      },
    };
    const { outcomes } = (await (await app.sendFacts([fact])).json()) as { outcomes: { status: string }[] };
    expect(outcomes[0]?.status).toMatch(/CHANGED/);
  }

  async #ask(at: string, knownAt: string | null = null): Promise<Answer> {
    const { servedAt } = await app.ask<{ servedAt: Answer }>(
      "query($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime) { servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt) { knownAt candidates { trafficPercent deployment { key } } } }",
      { endpoint: this.endpoint, at, knownAt },
    );
    return servedAt;
  }

  /** Queries the moments around every deployment, and keeps the answers as of now. */
  async look(): Promise<void> {
    await this.#lookAtRecalls();
    const moments = this.deployed
      .slice(-2)
      .flatMap(({ validFrom }) => [0, 3, 10_000].map((later) => new Date(Date.parse(validFrom) + later).toISOString()));
    for (const at of moments) {
      const now = await this.#ask(at);
      expect(now.candidates.reduce((sum, { trafficPercent }) => sum + trafficPercent, 0)).toBeLessThanOrEqual(100);
      // All later writes are recorded at that moment or later.
      const knownAt = new Date(Date.parse(now.knownAt) - 1).toISOString();
      this.answered.push({ at, knownAt, answer: (await this.#ask(at, knownAt)).candidates });
    }
  }

  async askAgain(): Promise<void> {
    for (const { at, knownAt, answer } of this.answered)
      expect((await this.#ask(at, knownAt)).candidates).toEqual(answer);
  }
}

test(
  "in random histories of releases, rollbacks, corrections and recalls, states follow the steps, at most 100% of the traffic is served, no rollback leaves a gap, no recalled version is deployed, and no earlier answer changes",
  async () => {
    let count = 0;
    const policy = { requiredApprovals: 1, requirePinnedEnvironment: false, requireCleanCommit: false };
    await check(
      "production histories",
      12,
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 32 }), async (steps) => {
        const world = new World(`random-${(count += 1)}`);
        await app.sendFacts(
          versions.map((version): FactInput => ({
            operation: "registerModelVersion",
            input: { namespace, model: world.model, version },
          })),
        );
        await app.sendFacts([
          { operation: "defineEndpoint", input: { ...world.endpoint, stage: "PRODUCTION", policy } },
        ]);
        for (const one of steps) {
          await world.run(one);
          if (["deploy", "rollback", "correct", "recall", "resolve"].includes(one.do)) await world.look();
        }
        await world.askAgain();
      }),
    );
  },
  propertyTimeout,
);
