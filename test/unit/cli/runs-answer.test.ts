import fc from "fast-check";
import { compareParameters, metricOf, runsAnswer } from "../../../src/adapters/cli/runs/runs-answer.js";
import type { ListedMetric, ListedRun } from "../../../src/adapters/cli/runs/runs-question.js";

const metric = (name: string, value: number, more: Partial<ListedMetric> = {}): ListedMetric => ({
  name,
  value,
  text: String(value),
  step: null,
  at: null,
  dataset: null,
  ...more,
});
const run = (
  id: string,
  parameters: Readonly<Record<string, string>>,
  metrics: readonly ListedMetric[] = [],
): ListedRun => ({
  key: `run:n/${id}`,
  label: id,
  isStub: false,
  name: id,
  externalId: id,
  experiment: "e",
  status: "COMPLETED",
  startedAt: "2026-05-02T10:00:00.000Z",
  endedAt: null,
  by: null,
  codeCommit: null,
  parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
  metrics: [...metrics],
});
const shown = (runs: readonly ListedRun[], sortedBy: string | null = null): string[] =>
  runsAnswer({ runs, totalCount: runs.length, which: "", sortedBy })
    .columns.filter(({ isDetail }) => !isDetail)
    .map(({ name }) => name);

test("parameters that differ or are missing are columns; a common one is listed once", () => {
  const runs = [run("a", { lr: "0.1", depth: "6", seed: "1" }), run("b", { lr: "0.2", depth: "6" })];
  expect(shown(runs)).toEqual(["run", "status", "started", "param:lr", "param:seed", "id"]);
  expect(runsAnswer({ runs, totalCount: 2, which: "of experiment e", sortedBy: null })).toEqual(
    expect.objectContaining({
      headline: ["2 runs of experiment e"],
      summary: ["Same in all runs: depth = 6."],
      warnings: [],
    }),
  );
});

test("the requested metric comes first, then the most frequent ones", () => {
  const runs = [run("a", {}, [metric("z", 1), metric("b", 2), metric("auc", 3)]), run("b", {}, [metric("z", 1)])];
  expect(shown(runs, "auc")).toEqual(["run", "status", "started", "metric:auc", "metric:z", "metric:b", "id"]);
});

test("columns that do not fit the terminal are in CSV, and the summary states that", () => {
  const answer = runsAnswer({
    runs: [
      run(
        "a",
        {},
        Array.from({ length: 9 }, (_, index) => metric(`m${index}`, index)),
      ),
    ],
    totalCount: 3,
    which: "",
    sortedBy: null,
  });
  expect(answer.columns.filter(({ name }) => name.startsWith("metric:"))).toHaveLength(9);
  expect([answer.summary, answer.warnings]).toEqual([
    ["Use --format csv or json to show 4 more columns."],
    ["Showing 1 of 3. Use --limit to show more, or --all."],
  ]);
});

test("a metric is that of the whole run, otherwise the newest of any dataset", () => {
  const onData = (value: number, step: number | null, at: string | null = null): ListedMetric =>
    metric("auc", value, { step, at, dataset: { key: "d" } });
  expect(metricOf([onData(1, 9), metric("auc", 2), metric("other", 3)], "auc")?.value).toBe(2);
  expect(metricOf([onData(1, 2), onData(2, 10), onData(3, null)], "auc")?.value).toBe(2);
  expect(
    metricOf([onData(1, 1, "2026-01-02T00:00:00.000Z"), onData(2, 1, "2026-01-01T00:00:00.000Z")], "auc")?.value,
  ).toBe(1);
  expect(metricOf([], "auc")).toBeNull();
});

test("each parameter is either common or differs, and common means one value in every run", () => {
  const parameters = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2"));
  fc.assert(
    fc.property(fc.array(parameters, { maxLength: 5 }), (given) => {
      const { differing, common } = compareParameters(given.map((one, index) => run(String(index), one)));
      const names = [...new Set(given.flatMap((one) => Object.keys(one)))];
      expect([...differing, ...common.map(([name]) => name)].sort()).toEqual(names.sort());
      for (const [name, value] of common) expect(given.every((one) => one[name] === value)).toBe(true);
      for (const name of differing) expect(new Set(given.map((one) => one[name])).size).toBeGreaterThan(1);
    }),
  );
});
