import pc from "picocolors";
import { type ImpactSubject, readSeveral } from "../../../src/adapters/cli/client/impact-subject.js";
import { type Answer, type Format, showAnswer } from "../../../src/adapters/cli/format/answer.js";
import {
  type Completeness,
  describePartial,
  severities,
  type Severity,
} from "../../../src/adapters/cli/format/words.js";
import {
  type AffectedNode,
  type AskedImpact,
  impactAnswer,
  type ImpactPage,
  reaches,
} from "../../../src/adapters/cli/impact/impact-answer.js";

const node = {
  key: "snapshot:acme/credit%2Ftrain@v3",
  kind: "DATASET_SNAPSHOT",
  label: "credit/train@v3",
  namespace: "acme",
  isStub: false,
} as const;
const of: ImpactSubject = { ref: { key: node.key }, title: "snapshot credit/train@v3", key: node.key, node };
const decided = { undecidedCount: 0, undecided: [] };
const complete: Completeness = { status: "COMPLETE", reason: null, reasons: [], reachedCount: 7, ...decided };
const partial: Completeness = {
  status: "PARTIAL",
  reason: "TIME_BUDGET",
  reasons: ["TIME_BUDGET"],
  reachedCount: 1234,
  ...decided,
};
const model = (label: string, severity: Severity = "SERVING_PRODUCTION"): AffectedNode => ({
  severity,
  depth: 3,
  reason: "serves production at credit-api",
  node: { key: `model-version:acme/${label}`, kind: "MODEL_VERSION", label, namespace: "acme", isStub: false },
});

function asked(
  counts: ImpactPage["counts"],
  completeness = complete,
  affected: readonly AffectedNode[] = [],
  totalCount = affected.length,
): AskedImpact {
  const severity = counts[0]?.severity ?? "NONE";
  return {
    of,
    asOf: null,
    impact: { severity, counts, completeness, blindSpotCount: 0, blindSpots: [], similarDatasets: [] },
    affected,
    totalCount,
    similar: [],
  };
}

function shown(format: Format, answer: Answer<AffectedNode>): { answered: string; said: string } {
  const written: { answered: string[]; said: string[] } = { answered: [], said: [] };
  showAnswer(
    {
      answer: (text) => void written.answered.push(text),
      say: (text) => void written.said.push(text),
      columns: null,
      colors: pc.createColors(false),
      progress: null,
      prompt: null,
    },
    format,
    answer,
  );
  return { answered: written.answered.join("\n"), said: written.said.join("\n") };
}

const production = (count: number): ImpactPage["counts"] => [
  { severity: "SERVING_PRODUCTION", kind: "MODEL_VERSION", count },
  { severity: "SERVING_PRODUCTION", kind: "DEPLOYMENT", count: count + 1 },
  { severity: "REGISTERED", kind: "MODEL_VERSION", count: 4 },
];
const harmless: ImpactPage["counts"] = [{ severity: "REPRODUCIBILITY", kind: "RUN", count: 1 }];

test.each([
  [asked(production(2)), "2 production models depend on snapshot credit/train@v3"],
  [asked(production(1)), "1 production model depends on snapshot credit/train@v3"],
  [asked(production(1), partial), "At least 1 production model depends on snapshot credit/train@v3"],
  [asked(harmless), "No production model depends on snapshot credit/train@v3"],
  [asked([]), "Nothing depends on snapshot credit/train@v3"],
  [
    asked([], partial),
    "No production model that depends on snapshot credit/train@v3 was found, but the answer is incomplete",
  ],
])("the first sentence is the answer (%#)", (impact, sentence) => {
  expect(impactAnswer(impact).headline[0]).toBe(sentence);
  expect(shown("table", impactAnswer(impact)).answered.split("\n")[0]).toBe(sentence);
});

test("the table: severity, kind, name, hops, reason, then the summary", () => {
  const { answered, said } = shown(
    "table",
    impactAnswer(asked(production(1), complete, [model("credit@7"), model("churn@1", "REGISTERED")])),
  );
  expect(answered.split("\n")).toEqual([
    "1 production model depends on snapshot credit/train@v3",
    "snapshot:acme/credit%2Ftrain@v3",
    "",
    "SEVERITY            KIND           NAME      HOPS  REASON",
    "serving-production  model-version  credit@7     3  serves production at credit-api",
    "registered          model-version  churn@1      3  serves production at credit-api",
    "",
    "7 affected. serving-production: 1 model version, 2 deployments; registered: 4 model versions.",
    "The answer is complete: 7 nodes were reached.",
  ]);
  expect(said).toBe("");
});

test("the headline counts and names blind spots", () => {
  const { impact, ...rest } = asked(harmless);
  const blindSpots = [model("a@1").node, model("b@2").node];
  const answerOf = (blindSpotCount: number) =>
    impactAnswer({ ...rest, impact: { ...impact, blindSpotCount, blindSpots } });
  expect(answerOf(2).headline).toEqual([
    "No production model depends on snapshot credit/train@v3",
    "snapshot:acme/credit%2Ftrain@v3",
    "2 production models have no recorded origin: a@1, b@2",
  ]);
  expect(answerOf(5).headline.at(-1)).toBe("5 production models have no recorded origin: a@1, b@2 and 3 more");
  expect(answerOf(2).json).toMatchObject({ blindSpotCount: 2, blindSpots });
});

test.each(["table", "markdown", "json", "csv"] as const)("a partial answer states that in %s", (format) => {
  const { answered, said } = shown(format, impactAnswer(asked(harmless, partial)));
  expect(`${answered}\n${said}`).toContain("PARTIAL");
  expect(`${answered}\n${said}`).not.toMatch(/^Nothing|answer is complete/m);
  if (format === "csv") expect(answered).toBe("severity,kind,name,hops,reason,namespace,key,stub");
});

test.each(["table", "markdown", "csv"] as const)("a warning states in %s that the list is truncated", (format) => {
  const { answered, said } = shown(format, impactAnswer(asked(production(3), complete, [model("credit@7")], 1_200)));
  expect(`${answered}\n${said}`).toContain("Showing 1 of 1,200.");
});

test("JSON contains the deciding counts and the moment of the query", () => {
  const json: unknown = JSON.parse(
    shown(
      "json",
      impactAnswer({ ...asked(production(2), partial, [model("credit@7")], 7), asOf: "2026-05-02T10:00:00Z" }),
    ).answered,
  );
  expect(json).toMatchObject({
    of: node,
    asOf: "2026-05-02T10:00:00Z",
    severity: "SERVING_PRODUCTION",
    productionModels: 2,
    totalCount: 7,
    shownCount: 1,
    completeness: { status: "PARTIAL", reason: "TIME_BUDGET", reachedCount: 1234 },
    affected: [model("credit@7")],
  });
});

test("all reasons of a PARTIAL answer are named, and the undecided nodes by label", () => {
  const undecided = ["sha256:ab12cd34", "sha256:ef56ab78"].map((label) => ({ ...node, label }));
  const answer: Completeness = {
    ...partial,
    reasons: ["NODE_BUDGET", "UNPINNED"],
    reachedCount: 3,
    undecidedCount: 7,
    undecided,
  };
  expect(describePartial(answer)).toBe(
    "This answer is PARTIAL (the server's limit of visited nodes was reached; environments may or may not install the " +
      "package; 3 nodes were reached). 7 nodes are undecided: sha256:ab12cd34, sha256:ef56ab78 and 5 more. It is unknown " +
      "what is missing; do not treat the answer as complete.",
  );
});

test("a severity reaches itself and every lower threshold", () => {
  const reached = severities.map((found) => severities.filter((threshold) => reaches(found, threshold)).length);
  expect(reached).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(reaches("SERVING_OTHER", "SERVING_PRODUCTION")).toBe(false);
  expect(reaches("SERVING_PRODUCTION", "REGISTERED")).toBe(true);
});

test.each([
  [
    "dataset:acme/credit%2Ftrain",
    { dataset: { namespace: "acme", name: "credit/train" } },
    "dataset credit/train (any snapshot)",
  ],
  ["package requests<2.32", { package: { name: "requests", specifier: "<2.32" } }, "package requests<2.32"],
  [
    "package scikit-learn >=1, <2",
    { package: { name: "scikit-learn", specifier: ">=1, <2" } },
    "package scikit-learn>=1, <2",
  ],
  ["package numpy", { package: { name: "numpy", specifier: null } }, "package numpy (any version)"],
  ["package:numpy@2.1.0", { package: { name: "numpy", specifier: "==2.1.0" } }, "package numpy==2.1.0"],
])("%j may match several nodes", (text, ref, title) => {
  expect(readSeveral(text)).toMatchObject({ ref, title });
});

test.each(["snapshot:acme/train@v3", "train@v3", "model churn@champion", "packages@v1", "package"])(
  "%j matches one node",
  (text) => {
    expect(readSeveral(text)).toBeNull();
  },
);

test("a dataset with a similar name is named with the command that declares it to be the same", () => {
  const similar = {
    dataset: { key: "dataset:s3%3A%2F%2Flake/orders" },
    similar: { key: "dataset:s3a%3A%2F%2Flake/orders", namespace: "s3a://lake", name: "orders" },
    snapshotCount: 3,
    productionModels: 2,
  };
  expect(impactAnswer({ ...asked([]), similar: [similar] }).warnings).toEqual([
    "orders in s3a://lake, with 3 snapshots and 2 dependent production models, may be the same dataset and is not part of this answer. " +
      "If it is the same: lineage same-dataset dataset:s3%3A%2F%2Flake/orders dataset:s3a%3A%2F%2Flake/orders --reason '…'",
  ]);
  const many = Array.from({ length: 7 }, () => ({ ...similar, productionModels: null }));
  expect(impactAnswer({ ...asked([]), similar: many }).warnings.slice(4)).toEqual([
    expect.stringMatching(/^orders in s3a:\/\/lake, with 3 snapshots, may be the same dataset/),
    "2 more datasets have a similar name.",
  ]);
});
