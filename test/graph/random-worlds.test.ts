import fc from "fast-check";
import { listDeletionCandidates } from "../../src/features/deletion/deletion-candidates.js";
import { findPlan, impactTokenOf, verdictOf } from "../../src/features/deletion/deletion-plan.js";
import { Graph } from "../../src/core/graph/graph.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import { type AffectedRecord, findImpact, noPage } from "../../src/features/impact/impact.service.js";
import { findLineage, findPaths, listEdgesBetween } from "../../src/features/lineage/lineage.service.js";
import { findLostBy } from "../../src/features/reproduction/reproduction.service.js";
import { findRollbackPlan } from "../../src/features/rollback/find-rollback-plan.js";
import { lineage } from "../support/oracle/closure.js";
import { blockers, candidates, reproducibilityLost, verdict } from "../support/oracle/deletion.js";
import { affected, rollbackTargets, severities, severitiesAt, worst } from "../support/oracle/severity.js";
import { type World, kinds, knownAt } from "../support/oracle/world.js";
import { patientLimits, patientReader } from "../support/patient-limits.js";
import { check, propertyTimeout } from "../support/properties.js";
import { testDatabase } from "../support/test-app.js";
import { type Case, type Question, cases } from "../support/world-questions.js";
import { WorldWriter } from "../support/world-writer.js";
import { rootsByKey } from "../../src/features/lineage/roots.js";

/*
 * Random worlds, including cycles, self-loops and hubs, in a real database: the answers about them equal those of an
 * oracle that implements only the rules of the design.
 */
const graph = new Graph(testDatabase());
const reader = patientReader(graph);
const writer = new WorldWriter();
const signal = new AbortController().signal;
const unlimited = { maxNodes: 100_000, maxMs: patientLimits.closureMs };

beforeAll(async () => {
  await migrate(graph, await loadMigrations());
});
afterAll(() => Promise.all([graph.close(), writer.close()]));

/** The recorded time of the query, and the moment at which deployments serve or not. */
function askedAbout(world: World, { asOf }: Question): { known: World; at: number } {
  const at = asOf ?? Date.now();
  return { known: knownAt(world, at), at };
}

async function checkLineage(world: World, question: Question): Promise<void> {
  const { roots, asOf, maxDepth, kinds: shown, pageSize, budgetPart } = question;
  const { known } = askedAbout(world, question);
  const kindOf = new Map<string, string>(known.nodes.map(({ key, kind }) => [key, kind]));
  for (const direction of ["DOWNSTREAM", "UPSTREAM"] as const) {
    const expected = lineage(known, roots, direction, maxDepth);
    const ask = (limit: number, maxNodes = unlimited.maxNodes) =>
      findLineage(
        reader,
        { roots, direction, maxDepth, kinds: shown, asOf, limit },
        { ...unlimited, maxNodes },
        signal,
      );

    const whole = await ask(10_000);
    expect(whole.nodes.map(({ key, depth }) => ({ key, depth }))).toEqual(
      expected.nodes.filter(({ key }) => shown?.some((kind) => kind === kindOf.get(key)) ?? true),
    );
    expect(whole.counts).toEqual(expected.counts);
    expect(whole.totalCount).toBe(expected.nodes.length);
    expect(whole.completeness).toEqual({
      status: expected.isCutByDepth ? "PARTIAL" : "COMPLETE",
      reason: expected.isCutByDepth ? "DEPTH_LIMIT" : null,
      reasons: expected.isCutByDepth ? ["DEPTH_LIMIT"] : [],
      reachedCount: expected.nodes.length,
      undecidedKeys: [],
    });

    const first = await ask(pageSize);
    expect(first.nodes).toEqual(whole.nodes.slice(0, pageSize));
    expect(first.counts).toEqual(whole.counts);

    const maxNodes = Math.floor(expected.nodes.length * budgetPart);
    if (maxNodes >= expected.nodes.length) continue;
    const cut = await ask(10_000, maxNodes);
    expect(cut.completeness).toMatchObject({ status: "PARTIAL", reason: "NODE_BUDGET" });
    for (const kind of kinds) expect(cut.counts[kind]).toBeLessThanOrEqual(expected.counts[kind] ?? 0);
    // Closest first: no closer node is omitted in favour of a more distant one.
    const shownDepths = new Map(whole.nodes.map(({ key, depth }) => [key, depth]));
    expect(cut.nodes.map(({ key }) => shownDepths.get(key))).toEqual(cut.nodes.map(({ depth }) => depth));
    if (shown === null)
      expect(cut.nodes.map(({ depth }) => depth)).toEqual(
        whole.nodes.slice(0, cut.nodes.length).map(({ depth }) => depth),
      );
  }
}

async function checkEdges(world: World, question: Question): Promise<void> {
  const { known } = askedAbout(world, question);
  const keys = known.nodes.map(({ key }) => key).filter((_, index) => index % question.pageSize !== 0);
  const among = new Set(keys);
  const edges = await listEdgesBetween(reader, keys, question.asOf);
  const expected = known.edges.filter(({ from, to }) => among.has(from) && among.has(to));
  expect(
    edges
      .map(
        ({ upstream, downstream, kind, role, recordedAt }) => `${upstream} ${downstream} ${kind} ${role} ${recordedAt}`,
      )
      .sort(),
  ).toEqual(
    expected.map(({ type, from, to, role, recordedAt }) => `${from} ${to} ${type} ${role} ${recordedAt}`).sort(),
  );
}

async function checkPaths(world: World, question: Question): Promise<void> {
  const { known } = askedAbout(world, question);
  const edges = new Set(known.edges.map(({ from, to }) => `${from} ${to}`));
  const ends = lineage(known, question.roots, "DOWNSTREAM", null).nodes.slice(0, question.pageSize);
  const others = known.nodes
    .map(({ key }) => key)
    .filter((key) => !ends.some((end) => end.key === key) && !question.roots.includes(key))
    .slice(0, 2);
  const paths = await findPaths(
    reader,
    { roots: question.roots, ends: [...ends.map(({ key }) => key), ...others], asOf: question.asOf },
    unlimited,
  );
  for (const [index, { key, depth }] of ends.entries()) {
    const keys = paths[index]?.keys ?? [];
    expect(keys).toHaveLength(depth + 1);
    expect(question.roots).toContain(keys[0]);
    expect(keys.at(-1)).toBe(key);
    for (const [step, downstream] of keys.slice(1).entries())
      expect(edges).toContain(`${keys[step] ?? ""} ${downstream}`);
  }
  if (ends.length < question.pageSize) expect(paths.slice(ends.length)).toEqual(others.map(() => null));
}

async function checkImpact(world: World, question: Question): Promise<void> {
  const { roots, asOf, kinds: shown, budgetPart } = question;
  const { known, at } = askedAbout(world, question);
  const expected = affected(known, at, roots);
  const all = severitiesAt(known, at);
  const kindOf = new Map<string, string>(known.nodes.map(({ key, kind }) => [key, kind]));
  const tally = (list: readonly { severity: string; key: string }[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { severity, key } of list)
      counts.set(`${severity} ${kindOf.get(key) ?? ""}`, (counts.get(`${severity} ${kindOf.get(key) ?? ""}`) ?? 0) + 1);
    return counts;
  };

  const whole = await findImpact(
    reader,
    { roots, asOf, hasMembers: true },
    { ...noPage, limit: 10_000 },
    unlimited,
    signal,
  );
  expect(whole.affected.map(({ key, depth, severity }) => ({ key, depth, severity }))).toEqual(expected);
  expect(new Map(whole.counts.map(({ severity, kind, count }) => [`${severity} ${kind}`, count]))).toEqual(
    tally(expected),
  );
  expect(whole.severity).toBe(worst(expected.map(({ severity }) => severity)));
  expect(whole.production.map(({ key }) => key).sort()).toEqual(
    expected
      .filter(({ key, severity }) => severity === "SERVING_PRODUCTION" && kindOf.get(key) === "Deployment")
      .map(({ key }) => key)
      .sort(),
  );
  expect(new Map(whole.roots.map(({ key, severity }) => [key, severity]))).toEqual(
    new Map(roots.map((key) => [key, all.get(key)])),
  );
  expect(new Map(whole.members.map(({ key, severity }) => [key, severity]))).toEqual(
    new Map(expected.map(({ key, severity }) => [key, severity])),
  );
  expect(whole.completeness).toMatchObject({ status: "COMPLETE", reasons: [], reachedCount: expected.length });

  const minSeverity = expected.length % severities.length;
  const filtered = expected
    .filter(
      ({ key, severity }) =>
        severities.indexOf(severity) <= minSeverity && (shown?.some((kind) => kind === kindOf.get(key)) ?? true),
    )
    .map(({ key }) => key);
  const pageSize = Math.max(question.pageSize, Math.ceil(filtered.length / 6));
  for (const isBackward of [false, true])
    expect(await pagedKeys({ roots, asOf }, { minSeverity, kinds: shown, isBackward, limit: pageSize })).toEqual(
      filtered,
    );

  const maxNodes = Math.floor(expected.length * budgetPart);
  if (maxNodes >= expected.length) return;
  const cut = await findImpact(reader, { roots, asOf }, noPage, { ...unlimited, maxNodes }, signal);
  expect(cut.completeness).toMatchObject({ status: "PARTIAL", reason: "NODE_BUDGET" });
  expect(cut.completeness.reachedCount).toBeLessThanOrEqual(expected.length);
  expect(cut.counts.reduce((sum, { count }) => sum + count, 0)).toBe(cut.completeness.reachedCount);
}

/** The keys of all pages in the order of the list, for both directions. */
async function pagedKeys(
  question: { roots: readonly string[]; asOf: number | null },
  page: Omit<typeof noPage, "position">,
): Promise<string[]> {
  const keys: string[] = [];
  for (let last: AffectedRecord | undefined, goesOn = true; goesOn;) {
    const position = last ? { severity: last.rank, depth: last.depth, key: last.key } : null;
    const { affected: rows } = await findImpact(reader, question, { ...page, position }, unlimited, signal);
    expect(rows.length).toBeLessThanOrEqual(page.limit);
    keys.push(...rows.map(({ key }) => key));
    last = rows.at(-1);
    goesOn = rows.length === page.limit;
  }
  return page.isBackward ? keys.reverse() : keys;
}

/** Plans are about the present, regardless of the query's moment. */
async function checkPlan(world: World, { roots, budgetPart }: Question): Promise<void> {
  const now = Date.now();
  const known = knownAt(world, now);
  const needs = { blockerLimit: 10_000, hasToken: true };
  const [plan, turned, lost] = await Promise.all([
    findPlan(reader, rootsByKey(roots), needs, unlimited, signal),
    findPlan(reader, rootsByKey(roots.toReversed()), needs, unlimited, signal),
    findLostBy(reader, roots, unlimited),
  ]);
  expect(verdictOf(plan)).toBe(verdict(known, now, roots));
  expect(plan.affected.map(({ key }) => key).sort()).toEqual(blockers(known, now, roots));
  expect(lost).toEqual(reproducibilityLost(known, roots));
  expect(impactTokenOf(turned)).toBe(impactTokenOf(plan));

  const maxNodes = Math.floor(plan.completeness.reachedCount * budgetPart);
  if (maxNodes < plan.completeness.reachedCount)
    expect(verdictOf(await findPlan(reader, rootsByKey(roots), needs, { ...unlimited, maxNodes }, signal))).toBe(
      "UNKNOWN",
    );
}

/** The target of a rollback plan, if any. */
async function checkRollbackPlans(world: World): Promise<void> {
  const now = Date.now();
  const targets = await Promise.all(
    world.endpoints.map(async ({ key }) => {
      const { candidates: listed } = await findRollbackPlan(reader, key, now);
      // The reasons are consistent with the decision, which other code takes.
      expect(listed.filter(({ eligible, reasons }) => !eligible && reasons.length === 0)).toEqual([]);
      return listed
        .filter(({ eligible }) => eligible)
        .slice(0, 1)
        .map(({ deployment }) => deployment);
    }),
  );
  expect(targets.flat()).toEqual(rollbackTargets(knownAt(world, now), now));
}

async function checkCandidates(world: World, namespace: string, { asOf, pageSize }: Question): Promise<void> {
  const now = Date.now();
  const known = knownAt(world, now);
  const byKey = new Map(known.nodes.map((node) => [node.key, node]));
  const expected = candidates(known, now).filter((key) => asOf === null || (byKey.get(key)?.recordedAt ?? 0) < asOf);
  const size = Math.max(pageSize, Math.ceil(expected.length / 4));
  const bytes = expected.reduce((sum, key) => {
    const node = byKey.get(key);
    return sum + (node?.kind === "DatasetSnapshot" ? (node.sizeBytes ?? 0) : 0);
  }, 0);
  for (const isBackward of [false, true]) {
    const listed: string[] = [];
    for (let cursor: string | null = null, goesOn = true; goesOn;) {
      const args = isBackward ? { last: size, before: cursor } : { first: size, after: cursor };
      const { page, totalCount, totalBytes } = await listDeletionCandidates(
        reader,
        { namespace, recordedBefore: asOf },
        args,
        unlimited,
        signal,
      );
      expect([totalCount, totalBytes]).toEqual([expected.length, bytes]);
      const keys = page.edges.map(({ node }) => node.key);
      if (isBackward) listed.unshift(...keys);
      else listed.push(...keys);
      goesOn = isBackward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
      cursor = isBackward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    }
    expect(listed).toEqual(expected);
  }
}

async function checkQuestion(world: World, question: Question): Promise<void> {
  const { known } = askedAbout(world, question);
  const recorded = new Set(known.nodes.map(({ key }) => key));
  if (question.roots.every((key) => recorded.has(key))) {
    await Promise.all([
      checkLineage(world, question),
      checkEdges(world, question),
      checkPaths(world, question),
      checkImpact(world, question),
    ]);
    return;
  }
  // Nodes that are not recorded yet cannot be queried.
  await expect(
    findLineage(reader, { ...question, direction: "UPSTREAM", limit: 1 }, unlimited, signal),
  ).rejects.toThrow("nothing is recorded under");
  await expect(findImpact(reader, question, noPage, unlimited, signal)).rejects.toThrow("nothing is recorded under");
}

async function checkCase({ world, namespace, questions }: Case): Promise<void> {
  await writer.write(world, namespace);
  try {
    for (const question of questions) await Promise.all([checkQuestion(world, question), checkPlan(world, question)]);
    await checkRollbackPlans(world);
    for (const question of questions.slice(0, 1)) await checkCandidates(world, namespace, question);
  } finally {
    await writer.remove(world);
  }
}

test.each([
  { name: "small worlds", runs: 240, size: { minNodes: 5, maxNodes: 60 }, questions: 3 },
  { name: "worlds of hundreds", runs: 54, size: { minNodes: 100, maxNodes: 400 }, questions: 2 },
  { name: "worlds of up to 2,000 nodes", runs: 6, size: { minNodes: 1_000, maxNodes: 2_000 }, questions: 1 },
])(
  "$name: closures, paths, severities, counts and pages equal the oracle's",
  async ({ name, runs, size, questions }) => {
    await check(name, runs, fc.asyncProperty(cases(size, questions), checkCase));
  },
  propertyTimeout,
);
