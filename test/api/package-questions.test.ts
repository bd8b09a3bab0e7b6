import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
/** A package that no other test uses. */
const demo = `demo-${namespace}`;
const digests: Record<string, string> = {};

const environments = {
  conda: { condaYaml: `dependencies:\n  - ${demo}=0.23.2` },
  range: { requirements: `${demo}>=0.20,<1` },
  other: { requirements: `${demo}==0.23.1` },
  any: { requirements: `${demo}` },
  older: { condaYaml: `dependencies:\n  - ${demo}=0.22` },
};

beforeAll(async () => {
  await client.start();
  for (const [name, input] of Object.entries(environments)) {
    const { registerEnvironment } = await client.answer<{ registerEnvironment: { digest: string } }>(
      `mutation($input: RegisterEnvironmentInput!) { registerEnvironment(input: $input) { digest } }`,
      { input },
    );
    const digest = (digests[name] = registerEnvironment.digest);
    await client.record(...served(name, digest));
  }
});
afterAll(() => client.close());

/** A version that was trained in the environment and serves production. */
function served(name: string, digest: string): FactInput[] {
  return [
    { operation: "recordRun", input: { namespace, externalId: name, status: "COMPLETED", environment: { digest } } },
    {
      operation: "registerModelVersion",
      input: { namespace, model: name, version: "1", producedBy: { namespace, externalId: name } },
    },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: name,
        stage: "PRODUCTION",
        modelVersion: { namespace, model: name, version: "1" },
        validFrom: "2026-01-01T00:00:00Z",
      },
    },
  ];
}

const of = (specifier: string | null) => ({ of: [{ package: { name: demo, specifier } }] });
const keysOf = (names: readonly string[]): string[] =>
  names.map((name) => `environment:@${encodeURIComponent(digests[name] ?? "")}`).sort();
const fields = "completeness { status reason reasons undecidedCount undecided { key } }";
interface Completeness {
  readonly undecided: readonly { readonly key: string }[];
}

test("environments that may install the version are counted and named, and make the answer PARTIAL", async () => {
  const { impact } = await client.answer<{
    impact: { roots: { key: string }[]; productionDeployments: { label: string }[]; completeness: Completeness };
  }>(
    `query($of: [NodeRefInput!]!) { impact(of: $of) { roots { key } productionDeployments { label } ${fields} } }`,
    of("==0.23.2"),
  );
  expect(impact).toEqual({
    roots: keysOf(["conda"]).map((key) => ({ key })),
    productionDeployments: [{ label: "conda@1 at conda" }],
    completeness: {
      status: "PARTIAL",
      reason: "UNPINNED",
      reasons: ["UNPINNED"],
      undecidedCount: 2,
      undecided: keysOf(["range", "any"]).map((key) => ({ key })),
    },
  });
});

test("a question that only undecided environments could answer is PARTIAL, and one that none could is NOT_FOUND", async () => {
  const { lineage } = await client.answer<{ lineage: { nodes: unknown[]; completeness: Completeness } }>(
    `query($of: [NodeRefInput!]!) { lineage(of: $of, direction: DOWNSTREAM) { nodes { depth } ${fields} } }`,
    of("==0.22.5"),
  );
  expect(lineage.nodes).toEqual([]);
  expect(lineage.completeness).toMatchObject({ status: "PARTIAL", undecidedCount: 3 });
  const { errors } = await client.ask(`query($of: [NodeRefInput!]!) { impact(of: $of) { severity } }`, {
    of: [{ package: { name: `${demo}-unknown`, specifier: "==1" } }],
  });
  expect(errors?.[0]?.extensions?.code ?? errors?.[0]?.message).toMatch(/NOT_FOUND|matches no recorded node/);
});

test("any version is certain, and an unpinned one is undecided even if all versions that it allows match", async () => {
  const ask = async (specifier: string | null) =>
    (
      await client.answer<{ impact: { roots: unknown[]; completeness: Completeness } }>(
        `query($of: [NodeRefInput!]!) { impact(of: $of) { roots { key } ${fields} } }`,
        of(specifier),
      )
    ).impact;
  expect(await ask(null)).toMatchObject({ completeness: { status: "COMPLETE", undecidedCount: 0 } });
  const { roots, completeness } = await ask(">=0.20");
  expect(roots).toHaveLength(2);
  expect(completeness.undecided.map(({ key }) => key)).toEqual(keysOf(["range", "any", "older"]));
});

test("a deletion of what a package may be installed in is UNKNOWN, and is not allowed", async () => {
  const { deletionPlan } = await client.answer<{ deletionPlan: { verdict: string; impactToken: string } }>(
    `query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict impactToken } }`,
    of("==0.22.5"),
  );
  expect(deletionPlan.verdict).toBe("UNKNOWN");
  const { tombstone } = await client.answer<{ tombstone: object }>(
    `mutation($input: TombstoneInput!) {
      tombstone(input: $input) { status tombstoned { key } plan { verdict impact { ${fields} } } }
    }`,
    { input: { targets: of("==0.22.5").of, reason: "unused", impactToken: deletionPlan.impactToken } },
  );
  expect(tombstone).toMatchObject({
    status: "BLOCKED",
    tombstoned: [],
    plan: { verdict: "UNKNOWN", impact: { completeness: { status: "PARTIAL", undecidedCount: 3 } } },
  });
});

test("a recall of a version extends to environments that may install it, also to later ones", async () => {
  const { openRecall } = await client.answer<{ openRecall: { id: string; targets: unknown[]; openTaskCount: number } }>(
    `mutation($targets: [NodeRefInput!]!) {
      openRecall(input: { targets: $targets, reason: "wrong sums" }) { id targets { key } openTaskCount }
    }`,
    { targets: of("==0.23.2").of },
  );
  expect([openRecall.targets.length, openRecall.openTaskCount]).toEqual([3, 3]);
  await client.answer(`mutation($input: RegisterEnvironmentInput!) { registerEnvironment(input: $input) { digest } }`, {
    input: { requirements: `${demo}>=0.23` },
  });
  await client.answer(`mutation($input: RegisterEnvironmentInput!) { registerEnvironment(input: $input) { digest } }`, {
    input: { requirements: `${demo}>=0.24` },
  });
  const { recall } = await client.answer<{ recall: { targets: unknown[] } }>(
    `query($id: ID!) { recall(id: $id) { targets { key } } }`,
    { id: openRecall.id },
  );
  expect(recall.targets).toHaveLength(4);
});
