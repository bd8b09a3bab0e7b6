import fc from "fast-check";
import {
  type ContentWorld,
  candidatesOf,
  copiesOf,
  duplicatesOf,
  filesInside,
  impactOf,
  verdictOf,
  withoutEdge,
  withoutNode,
} from "../support/oracle/content.js";
import { check, propertyTimeout } from "../support/properties.js";
import { type ReportedContent, reportedContents } from "../support/random-content.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());

interface Answer {
  readonly impact: { readonly affected: Page };
  readonly withCopies: { readonly affected: Page };
  readonly deletionPlan: {
    readonly verdict: string;
    readonly impactToken: string;
    readonly duplicates: readonly Keyed[];
    readonly copies: readonly Keyed[];
  };
}
interface Keyed {
  readonly key: string;
}
interface Page {
  readonly edges: readonly { readonly node: { readonly node: Keyed & { readonly kind: string } } }[];
}

const affected = "affected(first: 500) { edges { node { node { key kind } } } }";
const question = `query($key: String!) {
  impact(of: [{ key: $key }]) { ${affected} }
  withCopies: impact(of: [{ key: $key }], includeCopies: true) { ${affected} }
  deletionPlan(of: [{ key: $key }]) { verdict impactToken duplicates { key } copies { key } }
}`;

/** The keys of a page. Deployments are left out: the oracle has none of its own. */
const keysOf = ({ edges }: Page): string[] =>
  edges.flatMap(({ node: { node } }) => (node.kind === "DEPLOYMENT" ? [] : [node.key])).sort();

async function checkAnswers(world: ContentWorld, namespaces: readonly string[]): Promise<void> {
  const keys = [...world.snapshots, ...world.versions].map(({ key }) => key);
  const runs = world.edges.filter(({ kind }) => kind === "PRODUCED").map(({ from }) => from);
  await Promise.all(
    [...new Set([...keys, ...runs])].map(async (key) => {
      const { impact, withCopies, deletionPlan } = await client.answer<Answer>(question, { key });
      const sorted = (list: readonly Keyed[]): string[] => list.map((node) => node.key).sort();
      expect({
        key,
        impact: keysOf(impact.affected),
        withCopies: keysOf(withCopies.affected),
        verdict: deletionPlan.verdict,
        duplicates: sorted(deletionPlan.duplicates),
        copies: sorted(deletionPlan.copies),
      }).toEqual({
        key,
        impact: impactOf(world, key),
        withCopies: impactOf(world, key, true),
        verdict: verdictOf(world, key),
        duplicates: duplicatesOf(world, key),
        copies: copiesOf(world, key),
      });
    }),
  );
  for (const namespace of namespaces) {
    const { deletionCandidates } = await client.answer<{ deletionCandidates: { edges: { node: Keyed }[] } }>(
      "query($namespace: String!) { deletionCandidates(namespace: $namespace, first: 500) { edges { node { key } } } }",
      { namespace },
    );
    const listed = deletionCandidates.edges.map(({ node }) => node.key).sort();
    expect(listed).toEqual(candidatesOf(world, namespace));
    expect(listed.filter((key) => verdictOf(world, key) !== "ALLOWED")).toEqual([]);
  }
}

async function retract(input: object): Promise<void> {
  await client.answer("mutation($input: RetractInput!) { retract(input: $input) { action } }", {
    input: { reason: "reported by mistake", ...input },
  });
}

async function tombstone(key: string): Promise<void> {
  const { deletionPlan } = await client.answer<Answer>(question, { key });
  const { tombstone: payload } = await client.answer<{ tombstone: { status: string } }>(
    "mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }",
    { input: { targets: [{ key }], impactToken: deletionPlan.impactToken, reason: "cleanup", override: true } },
  );
  expect(payload.status).toBe("TOMBSTONED");
}

async function checkReports({ world, facts, namespaces, ...decisions }: ReportedContent): Promise<void> {
  for (const fact of facts) await client.record(fact);
  await checkAnswers(world, namespaces);
  let known = world;
  for (const edge of decisions.retractedEdges) {
    await retract({ edges: [{ upstream: { key: edge.from }, downstream: { key: edge.to }, kind: edge.kind }] });
    known = withoutEdge(known, edge);
  }
  for (const key of decisions.retractedNodes) {
    await retract({ nodes: [{ key }] });
    known = withoutNode(known, key);
  }
  for (const key of decisions.tombstoned) {
    if (!known.snapshots.some((snapshot) => snapshot.key === key)) continue;
    await tombstone(key);
    known = { ...known, tombstoned: new Set([...known.tombstoned, key, ...filesInside(known, key)]) };
  }
  if (known !== world) await checkAnswers(known, namespaces);
  await remove(namespaces);
}

/** Candidates are searched from every endpoint of the database, so each world would slow down the next ones. */
async function remove(namespaces: readonly string[]): Promise<void> {
  const session = client.graph.session("WRITE");
  await session.run("MATCH (n:Lineage|Endpoint) WHERE n.namespace IN $namespaces DETACH DELETE n", { namespaces });
  await session.close();
}

test(
  "impacts, plans, duplicates, copies and candidates follow from what was reported of contents, in any order",
  () => check("reports of content", 60, fc.asyncProperty(reportedContents, checkReports)),
  propertyTimeout,
);
