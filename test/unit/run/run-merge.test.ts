import fc from "fast-check";
import type { Fields } from "../../../src/core/facts/draft.js";
import { mergeNode } from "../../../src/core/facts/merge-node.js";
import { runKind } from "../../../src/catalog/run/run.draft.js";
import { deriveRun, mergeRun } from "../../../src/catalog/run/run-merge.js";
import { parseMetricRecords } from "../../../src/catalog/measure/metric-records.js";
import { ConflictError } from "../../../src/core/shared/errors.js";

const metric = (
  value: number | string,
  step: number | null = null,
  at: number | null = null,
  dataset: string | null = null,
): string => JSON.stringify({ name: "auc", value, step, at, dataset });

const statuses = ["SCHEDULED", "RUNNING", "COMPLETED", "FAILED", "ABORTED"] as const;
const maybe = <Value>(...values: Value[]) => fc.constantFrom(undefined, ...values);
const report: fc.Arbitrary<Fields> = fc.record({
  observedAt: fc.integer({ min: 0, max: 4 }),
  title: maybe("a", "b"),
  deletedAtSource: maybe(true, false),
  status: fc.constantFrom(...statuses),
  startedAt: fc.option(fc.integer({ min: 0, max: 50 })),
  endedAt: maybe(null, 50, 51, 99),
  experiment: maybe("x", "y"),
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

/** Merges reports, each received later than the one before. */
const mergeAll = (reports: readonly Fields[]): Fields =>
  reports.reduce<Fields>((known, { observedAt, ...report }, index) => {
    const observation =
      typeof observedAt === "number" ? { at: observedAt, isReceipt: false } : { at: index, isReceipt: true };
    return { ...known, ...mergeNode(runKind, "run:n/1", known, report, observation).fields };
  }, {});

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

test("the newest observation is kept, whatever the order of arrival, and the earliest start", () => {
  const failed = { observedAt: 10, status: "FAILED", startedAt: 3, endedAt: 9, title: "old", deletedAtSource: true };
  const completed = {
    observedAt: 11,
    status: "COMPLETED",
    startedAt: 5,
    endedAt: 8,
    title: "new",
    deletedAtSource: false,
  };
  const expected = { status: "COMPLETED", startedAt: 3, endedAt: 8, title: "new", deletedAtSource: false };
  for (const reports of [
    [failed, completed],
    [completed, failed],
    [failed, completed, failed, completed],
    [completed, completed, failed, failed],
  ])
    expect(mergeAll(reports)).toMatchObject(expected);
});

test("a resumed run has no end until one is observed later", () => {
  const ended = { observedAt: 10, status: "FAILED", endedAt: 9 };
  const resumed = { observedAt: 11, status: "RUNNING", endedAt: null };
  for (const reports of [
    [ended, resumed],
    [resumed, ended],
  ])
    expect(mergeAll(reports)).toMatchObject({ status: "RUNNING", endedAt: null });
  expect(mergeAll([resumed, ended, { observedAt: 12, status: "COMPLETED", endedAt: 20 }])).toMatchObject({
    endedAt: 20,
  });
});

test("without a moment of observation, a report counts as observed when it is received", () => {
  expect(mergeAll([{ status: "FAILED" }, { status: "COMPLETED" }])).toMatchObject({ status: "COMPLETED" });
});

test("a repeated report without a moment of observation does not undo what was observed in between", () => {
  const [at0, at1] = [{ status: "FAILED" }, { status: "FAILED" }];
  expect(mergeAll([at0, at1, { observedAt: 0.5, status: "COMPLETED" }])).toMatchObject({ status: "COMPLETED" });
});

test("another user or command is a warning, and the first one stays", () => {
  const merged = mergeNode(runKind, "run:n/1", { by: "ana" }, { by: "ben" }, { at: 1, isReceipt: true });
  expect(merged).toEqual({
    fields: {},
    warnings: [expect.objectContaining({ key: "run:n/1", field: "by", known: "ana", given: "ben" })],
  });
});

test("a changed parameter is a conflict that names it and both values", () => {
  const known = mergeAll([{ status: "RUNNING", parameterNames: ["lr"], parameterValues: ["0.1"] }]);
  const attempt = () => mergeRun("run:n/1", known, { parameterNames: ["lr"], parameterValues: ["0.2"] });
  expect(attempt).toThrow(ConflictError);
  expect(attempt).toThrow(/"lr".*"0\.1".*"0\.2"/);
});

test("a parameter with two values in one report is a conflict that names it and both, whatever is recorded", () => {
  const report = { parameterNames: ["lr", "depth", "lr"], parameterValues: ["0.1", "3", "0.2"] };
  for (const known of [{}, { parameterNames: ["lr"], parameterValues: ["0.1"] }]) {
    const attempt = () => mergeRun("run:n/1", known, report);
    expect(attempt).toThrow(ConflictError);
    expect(attempt).toThrow(/run:n\/1 has the parameter "lr" twice, with the values "0\.1" and "0\.2"/);
    expect(attempt).not.toThrow(/already recorded/);
  }
  const repeated = { parameterNames: ["lr", "lr"], parameterValues: ["0.1", "0.1"] };
  expect(mergeRun("run:n/1", {}, repeated)).toMatchObject({ parameterNames: ["lr"], parameterValues: ["0.1"] });
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
