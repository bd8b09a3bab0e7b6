import fc from "fast-check";
import type { Fields } from "../../../src/core/facts/draft.js";
import { deriveRun, mergeRun } from "../../../src/catalog/run/run-merge.js";
import { parseMetricRecords } from "../../../src/catalog/run/run-metrics.js";
import { ConflictError } from "../../../src/core/shared/errors.js";

const metric = (
  value: number | string,
  step: number | null = null,
  at: number | null = null,
  dataset: string | null = null,
): string => JSON.stringify({ name: "auc", value, step, at, dataset });

const report: fc.Arbitrary<Fields> = fc.record({
  status: fc.constantFrom("SCHEDULED", "RUNNING", "COMPLETED", "FAILED", "ABORTED"),
  startedAt: fc.option(fc.integer({ min: 0, max: 50 })),
  endedAt: fc.option(fc.integer({ min: 50, max: 99 })),
  experiment: fc.option(fc.constant("e")),
  parameterNames: fc.constant(["lr"]),
  parameterValues: fc.constant(["0.1"]),
  metricRecords: fc.array(
    fc
      .tuple(
        fc.constantFrom<number | string>(0.5, 0.7, 0.9, "NaN", "Infinity"),
        fc.option(fc.integer({ min: 0, max: 2 })),
        fc.option(fc.integer({ min: 0, max: 2 })),
        fc.constantFrom(null, "d1"),
      )
      .map((given) => metric(...given)),
    { maxLength: 3 },
  ),
});

const mergeAll = (reports: readonly Fields[]): Fields =>
  reports.reduce((known, said) => ({ ...known, ...mergeRun("run:n/1", known, said) }), {});

test("the run is the same regardless of the order and repetition of reports", () => {
  fc.assert(
    fc.property(
      fc
        .array(report, { minLength: 1, maxLength: 5 })
        .chain((reports) =>
          fc.tuple(
            fc.constant(reports),
            fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 }),
          ),
        ),
      ([reports, shuffled]) => {
        expect(mergeAll(shuffled)).toEqual(mergeAll(reports));
      },
    ),
    { numRuns: 500 },
  );
});

test("a failure is kept, with the earliest start and the latest end", () => {
  expect(
    mergeAll([
      { status: "COMPLETED", startedAt: 5, endedAt: 8 },
      { status: "FAILED", startedAt: 3, endedAt: 9 },
      { status: "RUNNING", startedAt: 4 },
    ]),
  ).toMatchObject({ status: "FAILED", startedAt: 3, endedAt: 9 });
});

test("a changed parameter is a conflict that names it and both values", () => {
  const known = mergeAll([{ status: "RUNNING", parameterNames: ["lr"], parameterValues: ["0.1"] }]);
  const attempt = () =>
    mergeRun("run:n/1", known, { status: "RUNNING", parameterNames: ["lr"], parameterValues: ["0.2"] });
  expect(attempt).toThrow(ConflictError);
  expect(attempt).toThrow(/"lr".*"0\.1".*"0\.2"/);
});

test("a metric's value is the one with the newest step, then time", () => {
  const merged = mergeAll([
    { status: "RUNNING", metricRecords: [metric(0.9, 3, 10)] },
    { status: "RUNNING", metricRecords: [metric(0.7, 4, 5), metric(0.5, 1, 99)] },
  ]);
  expect(parseMetricRecords(merged.metricRecords as string[])).toEqual([
    { name: "auc", value: 0.7, step: 4, at: 5, dataset: null },
  ]);
});

test("runs are sorted by the metric of the whole run, if it has one", () => {
  const { metricNames, metricValues } = deriveRun(
    { metricRecords: [metric(0.9, 9, 9, "d1"), metric(0.6, 1, 1), metric(0.8, 8, 8, "d2")] },
    "run:n/r",
  );
  expect([metricNames, metricValues]).toEqual([["auc"], [0.6]]);
});
