import { join } from "node:path";
import { toGlobalId } from "../../src/core/shared/key.js";
import { ApiProcess } from "./api-process.js";
import type { Bench } from "./bench.js";
import type { GraphSubjects } from "./graph-generator.js";
import { measureIngest } from "./ingest.js";
import { type Contestant, compare, requireEqualAnswers, timeEach } from "./measure.js";
import { type Question, impactQuestion, lineageQuestion, throughApi, throughDriver } from "./questions.js";
import type { Report } from "./report.js";

const ordinarySize = 200;
const eightFields = "__typename id key kind label namespace recordedAt";
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

/** Measures everything that has a budget (T1 to T9), and the shapes that have none. */
export async function measureBudgets(
  small: Bench,
  large: Bench,
  subjects: GraphSubjects,
  report: Report,
): Promise<void> {
  const ordinary = await ordinarySubjects(large, subjects.projects);
  await measureOrdinary(large, ordinary, report);
  await measureFields(large, subjects.bush, report);
  await measureSizes(small, large, await ordinarySubjects(small, subjects.firstProjects), report);
  await measureShapes(large, subjects, report);
  await measurePast(large, ordinary, report);
  await measureStatements(large, subjects, report);
  await measureHub(large, subjects.hub, report);
  await measureEvents(large, report);
}

function both({ api, session }: Bench, question: Question): [raw: Contestant, api: Contestant] {
  return [throughDriver("raw driver", session, question), throughApi("API", api, question)];
}

/** Up to 200 snapshots with at most 200 nodes downstream, according to the database. */
async function ordinarySubjects({ session }: Bench, candidates: readonly string[]): Promise<string[]> {
  const raw = throughDriver("raw driver", session, lineageQuestion(1));
  const ordinary: string[] = [];
  for (const key of candidates) {
    const reached = Number.parseInt(await (await raw.ask(key))(), 10);
    if (reached <= ordinarySize && ordinary.length < 200) ordinary.push(key);
  }
  return ordinary;
}

async function measureOrdinary(bench: Bench, ordinary: readonly string[], report: Report): Promise<void> {
  report.addRatio(
    "T1",
    `impact of ${ordinary.length} snapshots, first 50`,
    await compare(both(bench, impactQuestion()), ordinary, 3),
    1.5,
  );
  report.addRatio(
    "T1",
    `lineage of ${ordinary.length} snapshots`,
    await compare(both(bench, lineageQuestion(200)), ordinary, 3),
    1.5,
  );
}

async function measureFields(bench: Bench, bush: string, report: Report): Promise<void> {
  report.addRatio(
    "T2",
    "1,000 nodes × 8 fields",
    await compare(both(bench, lineageQuestion(1_000, eightFields)), times(20, bush), 3),
    2,
  );
}

/** The same query, with equal answers, on the small and the large graph. */
async function measureSizes(small: Bench, large: Bench, first: readonly string[], report: Report): Promise<void> {
  const question = impactQuestion();
  const measured = await compare(
    [throughApi("small", small.api, question), throughApi("large", large.api, question)],
    first,
    3,
  );
  report.addRatio(
    "T3",
    `impact of ${first.length} snapshots, ${small.nodeCount} nodes beside ${large.nodeCount}`,
    measured,
    1.5,
  );
}

async function measureShapes(
  bench: Bench,
  { diamonds, chain, fan, bush }: GraphSubjects,
  report: Report,
): Promise<void> {
  for (const [what, key] of [
    ["20 diamonds", diamonds[20]],
    ["40 diamonds", diamonds[40]],
    ["a chain of 5,000", chain],
    ["300 direct dependants", fan],
    ["1,000 downstream", bush],
  ] as const) {
    report.addRatio("", `impact of ${what}`, await compare(both(bench, impactQuestion()), times(20, key), 2), null);
  }
  const api = throughApi("API", bench.api, impactQuestion());
  const each: Contestant[] = [20, 40].map((count) => ({
    name: `${count} diamonds`,
    ask: () => api.ask(count === 20 ? diamonds[20] : diamonds[40]),
  }));
  report.addRatio("T4", "20 diamonds beside 40", await timeEach(each, times(20, ""), 3), 2.5);
}

async function measurePast(bench: Bench, ordinary: readonly string[], report: Report): Promise<void> {
  // All nodes were recorded at 1 ms after the epoch.
  const asOf = Date.now();
  const [now, past] = [impactQuestion(), impactQuestion(asOf)];
  await requireEqualAnswers(both(bench, past), ordinary.slice(0, 50));
  report.addRatio(
    "T6",
    "impact now beside asOf",
    await compare([throughApi("now", bench.api, now), throughApi("asOf", bench.api, past)], ordinary, 3),
    2,
  );
}

const nested = `query Nested($id: ID!) { node(id: $id) { ... on Run { inputs { node { ... on DatasetSnapshot { usedBy(first: 5) { edges { node { outputs { node { key } } } } } } } } } } }`;

async function measureStatements({ api }: Bench, { projects, bush }: GraphSubjects, report: Report): Promise<void> {
  const ask = async (what: string, levels: number, query: string, variables: object): Promise<void> => {
    await api.ask(query, variables);
    const statements = api.lastStatements();
    const perLevel = statements.length / levels;
    report.add({
      id: "T8",
      what: `statements for ${what}`,
      base: `${levels} levels`,
      measured: statements.join(", "),
      value: perLevel.toFixed(2),
      must: "≤ 1",
      isMet: perLevel <= 1,
    });
  };
  const [impact, lineage] = [impactQuestion(), lineageQuestion(1_000, eightFields)];
  await ask("an impact with its first page", 1, impact.query, impact.variables(projects[0] ?? ""));
  await ask("a lineage of 1,000 nodes × 8 fields", 1, lineage.query, lineage.variables(bush));
  await ask("run → inputs → snapshots → runs → outputs", 5, nested, { id: toGlobalId("run:bench/train-0-0") });
}

async function measureHub(bench: Bench, hub: string, report: Report): Promise<void> {
  const contestants = both(bench, impactQuestion());
  const [raw, api] = await compare(contestants, [hub], 5);
  if (!raw || !api) throw new Error("the hub was not measured");
  const reached = Number.parseInt(await (await contestants[0].ask(hub))(), 10);
  report.add({
    id: "T5",
    what: `impact of the hub, ${reached} reached, counts and first 50`,
    base: raw,
    measured: api,
    value: `${(api.max / 1_000).toFixed(1)} s`,
    must: "≤ 5 s",
    isMet: api.max <= 5_000,
  });
  await measureMemory(bench, hub, report);
}

/** The memory of a process that only answers queries about the hub, and of the one that answered all queries before. */
async function measureMemory({ api, database, home }: Bench, hub: string, report: Report): Promise<void> {
  const fresh = await ApiProcess.start(database, join(home, "fresh-api.log"));
  const question = impactQuestion();
  for (let asked = 0; asked < 5; asked += 1) await fresh.ask(question.query, question.variables(hub));
  const [atHub, inAll] = [fresh.memory(), api.memory()];
  await fresh.stop();
  if (!atHub || !inAll)
    return report.add({
      id: "T9",
      what: "memory of the API",
      base: "",
      measured: "",
      value: "not told",
      must: "≤ 512 MB",
      isMet: null,
    });
  report.add({
    id: "T9",
    what: "most memory of an API that answered five times about the hub",
    base: "",
    measured: `${atHub.now} MB now`,
    value: `${atHub.peak} MB`,
    must: "≤ 512 MB",
    isMet: atHub.peak <= 512,
  });
  report.add({
    id: "",
    what: "most memory of the API that answered all of this",
    base: "",
    measured: `${inAll.now} MB now`,
    value: `${inAll.peak} MB`,
    must: "",
    isMet: null,
  });
}

async function measureEvents({ api, session }: Bench, report: Report): Promise<void> {
  const rates = await measureIngest(api, session, 20);
  const share = rates.api / rates.raw;
  report.add({
    id: "T7",
    what: "runs with 3 inputs recorded a second, batches of 500",
    base: `${rates.raw.toFixed(0)}/s`,
    measured: `${rates.api.toFixed(0)}/s`,
    value: share.toFixed(2),
    must: "≥ 0.5",
    isMet: share >= 0.5,
  });
}
