import fc from "fast-check";
import type { FactInput } from "../../src/ingest/fact.js";
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
  | { readonly do: "correct"; readonly which: number; readonly traffic: number; readonly ends: boolean };

const which = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("propose" as const), by: fc.constantFrom(...people), version: fc.constantFrom(...versions), traffic: fc.constantFrom(...traffics) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("review" as const), by: fc.constantFrom(...people), approve: fc.constantFrom(true, true, true, false), which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("deploy" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("rollback" as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("correct" as const), which, traffic: fc.constantFrom(...traffics), ends: fc.boolean() }) },
);

/** A release as a person keeps track of it on paper. */
interface OnPaper {
  readonly id: string;
  readonly by: string;
  readonly words: Map<string, boolean>;
  state: string;
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

/** One endpoint with what was done there, what was answered, and what should be so. */
class World {
  readonly releases: OnPaper[] = [];
  readonly deployed: Served[] = [];
  readonly answered: { readonly at: string; readonly knownAt: string; readonly answer: Answer["candidates"] }[] = [];
  readonly endpoint: { readonly namespace: string; readonly name: string };

  constructor(name: string) {
    this.endpoint = { namespace, name };
  }

  async run(one: Step): Promise<void> {
    switch (one.do) {
      case "propose": return this.#propose(one);
      case "review": return this.#move("reviewRelease", one.which, { approve: one.approve }, one.by, (release) => {
        if (one.approve && one.by === release.by) return null;
        release.words.set(one.by, one.approve);
        return !one.approve ? "REJECTED" : "APPROVED";
      });
      case "withdraw": return this.#move("withdrawRelease", one.which, {}, "ann", () => "WITHDRAWN");
      case "deploy": return this.#deploy(one.which);
      case "rollback": return this.#rollback();
      case "correct": return this.#correct(one);
    }
  }

  async #propose({ by, version, traffic }: Extract<Step, { do: "propose" }>): Promise<void> {
    const input = { endpoint: this.endpoint, modelVersion: { namespace, model: "m", version }, trafficPercent: traffic };
    const { proposeRelease } = await app.ask<{ proposeRelease: { id: string; state: string } }>("mutation($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id state } }", { input }, { principal: by });
    expect(proposeRelease.state).toBe("PROPOSED");
    this.releases.push({ id: proposeRelease.id, by, words: new Map(), state: "PROPOSED" });
  }

  /** Does a step of a release, which takes effect while it is pending and is refused afterwards. */
  async #move(mutation: string, index: number, more: object, principal: string, expected: (release: OnPaper) => string | null): Promise<void> {
    const release = this.releases[index % this.releases.length];
    if (!release) return;
    const { data, errors } = await app.graphql<Record<string, { state: string }>>(
      `mutation($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { state } }`, { input: { release: release.id, ...more } }, { principal });
    const next = ["PROPOSED", "APPROVED"].includes(release.state) ? expected(release) : null;
    expect(errors?.[0]?.extensions.code ?? null).toBe(next === null ? (["PROPOSED", "APPROVED"].includes(release.state) ? "FORBIDDEN" : "CONFLICT") : null);
    if (next === null) return;
    release.state = next;
    expect(data[mutation]?.state).toBe(next);
  }

  async #deploy(index: number): Promise<void> {
    const release = this.releases[index % this.releases.length];
    if (!release) return;
    const { data, errors } = await app.graphql<{ deployRelease: { status: string; deployment: Served | null } }>(
      "mutation($input: DeployReleaseInput!) { deployRelease(input: $input) { status deployment { key validFrom modelVersion { version } } } }", { input: { release: release.id } });
    if (!["PROPOSED", "APPROVED"].includes(release.state)) return expect(errors?.[0]?.extensions.code).toBe("CONFLICT");
    expect(data.deployRelease.status).toBe(release.state === "APPROVED" ? "DEPLOYED" : "REFUSED");
    if (!data.deployRelease.deployment) return;
    release.state = "DEPLOYED";
    this.deployed.push(data.deployRelease.deployment);
  }

  /** Without a gap: something serves until it, and from its first moment on the version gone back to, alone. */
  async #rollback(): Promise<void> {
    const { rollback } = await app.ask<{ rollback: { status: string; deployment: Served | null; plan: { serving: { key: string }[]; target: { modelVersion: { version: string } } | null } } }>(
      "mutation($input: RollbackInput!) { rollback(input: $input) { status deployment { key validFrom modelVersion { version } } plan { serving { key } target { modelVersion { version } } } } }",
      { input: { endpoint: this.endpoint, reason: "random" } });
    expect(rollback.status).toBe(rollback.plan.target ? "DEPLOYED" : "REFUSED");
    if (!rollback.deployment) return;
    this.deployed.push(rollback.deployment);
    expect(rollback.deployment.modelVersion.version).toBe(rollback.plan.target?.modelVersion.version);
    const began = Date.parse(rollback.deployment.validFrom);
    expect((await this.#ask(new Date(began - 1).toISOString())).candidates.length).toBeGreaterThan(0);
    expect((await this.#ask(rollback.deployment.validFrom)).candidates).toMatchObject([{ trafficPercent: 100, deployment: { key: rollback.deployment.key } }]);
  }

  /** Somebody reports something else of a deployment afterwards: its share, or that it ended a moment after it began. */
  async #correct({ which: index, traffic, ends }: Extract<Step, { do: "correct" }>): Promise<void> {
    const one = this.deployed[index % this.deployed.length];
    if (!one) return;
    const validTo = ends ? new Date(Date.parse(one.validFrom) + 5).toISOString() : null;
    const fact: FactInput = { operation: "recordDeployment", input: {
      namespace, endpoint: this.endpoint.name, stage: "PRODUCTION", modelVersion: { namespace, model: "m", version: one.modelVersion.version }, validFrom: one.validFrom, trafficPercent: traffic, validTo } };
    const { outcomes } = (await (await app.sendFacts([fact])).json()) as { outcomes: { status: string }[] };
    expect(outcomes[0]?.status).toMatch(/CHANGED/);
  }

  async #ask(at: string, knownAt: string | null = null): Promise<Answer> {
    const { servedAt } = await app.ask<{ servedAt: Answer }>(
      "query($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime) { servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt) { knownAt candidates { trafficPercent deployment { key } } } }",
      { endpoint: this.endpoint, at, knownAt });
    return servedAt;
  }

  /** Asks about the moments around every deployment, and keeps the answers for what is known up to now. */
  async look(): Promise<void> {
    const moments = this.deployed.slice(-2).flatMap(({ validFrom }) => [0, 3, 10_000].map((later) => new Date(Date.parse(validFrom) + later).toISOString()));
    for (const at of moments) {
      const now = await this.#ask(at);
      expect(now.candidates.reduce((sum, { trafficPercent }) => sum + trafficPercent, 0)).toBeLessThanOrEqual(100);
      // Whatever is written from here on is recorded at that moment or later.
      const knownAt = new Date(Date.parse(now.knownAt) - 1).toISOString();
      this.answered.push({ at, knownAt, answer: (await this.#ask(at, knownAt)).candidates });
    }
  }

  async askAgain(): Promise<void> {
    for (const { at, knownAt, answer } of this.answered) expect((await this.#ask(at, knownAt)).candidates).toEqual(answer);
  }
}

test("whatever is proposed, reviewed, deployed, rolled back and corrected: states follow the steps, at most 100 % serve, no rollback leaves a gap, and no earlier answer changes", async () => {
  let count = 0;
  const versionsKnown = versions.map((version): FactInput => ({ operation: "registerModelVersion", input: { namespace, model: "m", version } }));
  await app.sendFacts(versionsKnown);
  const policy = { requiredApprovals: 1, requirePinnedEnvironment: false, requireCleanCommit: false };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
    const world = new World(`random-${(count += 1)}`);
    await app.sendFacts([{ operation: "defineEndpoint", input: { ...world.endpoint, stage: "PRODUCTION", policy } }]);
    for (const one of steps) {
      await world.run(one);
      if (["deploy", "rollback", "correct"].includes(one.do)) await world.look();
    }
    await world.askAgain();
  }), { numRuns: 6, endOnFailure: true });
}, 600_000);
