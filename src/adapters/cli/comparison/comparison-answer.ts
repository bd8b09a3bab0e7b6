import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, toWord } from "../format/words.js";
import type { ChangeKind } from "../generated/graphql.js";
import type { Comparison, ServingComparison } from "./comparison-question.js";

/** One difference, as a row of the answer. */
interface Difference {
  readonly what: string;
  readonly name: string;
  readonly change: ChangeKind;
  readonly left: string;
  readonly right: string;
  readonly difference: string;
}

/** The differences between two model versions or two runs. */
export function comparisonAnswer(compared: Comparison): Answer<Difference> {
  return {
    ...differencesAnswer(compared),
    headline: [`${compared.left.label} and ${compared.right.label}: ${countOf(compared)}`],
    json: compared,
  };
}

/** The differences between the model versions served at two times. */
export function servingComparisonAnswer(asked: ServingComparison): Answer<Difference> {
  const { endpoint, leftAt, rightAt, left, right, comparison } = asked;
  const moments = [`left, ${leftAt}: ${describeServing(left)}`, `right, ${rightAt}: ${describeServing(right)}`];
  if (!comparison)
    return {
      headline: [
        `Nothing served ${endpoint.name} at ${left.length === 0 ? leftAt : rightAt}; there is no comparison`,
        ...moments,
      ],
      columns,
      rows: [],
      summary: [],
      warnings: [],
      json: asked,
    };
  const headline = `${endpoint.name}, ${comparison.left.label} and ${comparison.right.label}: ${countOf(comparison)}`;
  return { ...differencesAnswer(comparison), headline: [headline, ...moments], json: asked };
}

function describeServing(candidates: ServingComparison["left"]): string {
  if (candidates.length === 0) return "nothing served";
  return candidates
    .map(({ trafficPercent, modelVersion }) => `${modelVersion.label} served ${trafficPercent}%`)
    .join(", ");
}

function differencesAnswer(compared: Comparison): Omit<Answer<Difference>, "headline" | "json"> {
  const {
    code: { compareUrl },
    notCompared,
  } = compared;
  return {
    columns,
    rows: differencesOf(compared),
    summary: compareUrl === null ? [] : [`Changes between the commits: ${compareUrl}`],
    warnings: notCompared.map((sentence) => `Incomplete: ${sentence}`),
  };
}

function countOf(compared: Comparison): string {
  const count = differencesOf(compared).length;
  if (count > 0) return plural(count, "difference");
  return compared.notCompared.length > 0 ? "no differences found, but the comparison is incomplete" : "no differences";
}

function differencesOf({ data, models, code, packages, parameters, metrics }: Comparison): Difference[] {
  return [
    ...data.map(({ dataset, ...change }) => inputDifference("data", dataset.name, change)),
    ...models.map(({ model, ...change }) => inputDifference("model", model.name, change)),
    ...codeDifference(code),
    ...packages.map((change) => valueDifference("package", change, "any version")),
    ...parameters.map((change) => valueDifference("parameter", change, "")),
    ...metrics.map(metricDifference),
  ];
}

function inputDifference(
  what: string,
  name: string,
  { change, role, left, right }: Pick<Comparison["data"][number], "change" | "role" | "left" | "right">,
): Difference {
  return {
    what,
    name: `${name} (${role})`,
    change,
    left: left?.label ?? "",
    right: right?.label ?? "",
    difference: "",
  };
}

function codeDifference({ same, left, right }: Comparison["code"]): Difference[] {
  if (same || !left || !right) return [];
  const [was, is] = [left, right].map(({ sha, dirty }) => `${sha.slice(0, 12)}${dirty ? " (modified)" : ""}`);
  return [{ what: "code", name: "commit", change: "CHANGED", left: was ?? "", right: is ?? "", difference: "" }];
}

/** `unknown` is shown for a side that has the thing but no recorded value of it. */
function valueDifference(
  what: string,
  { change, name, left, right }: Comparison["packages"][number],
  unknown: string,
): Difference {
  return {
    what,
    name,
    change,
    left: left ?? (change === "ADDED" ? "" : unknown),
    right: right ?? (change === "REMOVED" ? "" : unknown),
    difference: "",
  };
}

function metricDifference({ change, name, left, right, difference }: Comparison["metrics"][number]): Difference {
  const sign = difference !== null && difference > 0 ? "+" : "";
  const shown = valueDifference(
    "metric",
    { change, name, left: left?.toString() ?? null, right: right?.toString() ?? null },
    "not finite",
  );
  return { ...shown, difference: difference === null ? "" : `${sign}${difference}` };
}

const columns: readonly Column<Difference>[] = [
  { name: "what", value: ({ what }) => what },
  { name: "name", value: ({ name }) => name },
  { name: "change", value: ({ change }) => toWord(change) },
  { name: "left", value: ({ left }) => left },
  { name: "right", value: ({ right }) => right },
  { name: "difference", value: ({ difference }) => difference, isNumber: true },
];
