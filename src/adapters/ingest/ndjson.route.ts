import type { Router } from "express";
import type { FactOutcome } from "../../core/facts/fact-plan.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { type FactBatch, type FactFormat, type FactRouteOptions, createFactRouter } from "./fact.route.js";

/** Facts, each with its line number. */
interface LineBatch extends FactBatch {
  readonly lineNumbers: readonly number[];
}

/** NDJSON: each line is a fact as JSON. The answer is `{"outcomes": […]}` in the same order. */
const ndjson: FactFormat<LineBatch> = {
  route: "POST /api/facts",
  mediaTypes: ["application/x-ndjson", "application/ndjson", "application/jsonl"],
  expects: "facts as application/x-ndjson, one JSON object on each line",
  parse: (body, limitFacts) => {
    const lines = body.split("\n").flatMap((text, index) => (text.trim() === "" ? [] : [{ text, number: index + 1 }]));
    if (lines.length === 0)
      throw new InvalidInputError(
        "the body contains no fact; send one JSON object on each line, with operation and input",
      );
    limitFacts(lines.length);
    return { facts: lines.map(({ text }) => readLine(text)), lineNumbers: lines.map(({ number }) => number) };
  },
  answer: (outcomes, { lineNumbers }) => ({
    status: 200,
    body: { outcomes: outcomes.map((outcome, index) => nameLine(outcome, lineNumbers[index])) },
  }),
};

/** The route that accepts facts as NDJSON. */
export function createIngestRouter(options: FactRouteOptions): Router {
  return createFactRouter(ndjson, options);
}

/** Python's json module writes these values without quotes by default. */
const nonFiniteHint =
  'JSON has no NaN and no Infinity, so report such a metric as text, {"name": "loss", "text": "NaN"}';

function readLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return new InvalidInputError(`is not JSON: ${why}${/\b(NaN|Infinity)\b/.test(text) ? `; ${nonFiniteHint}` : ""}`);
  }
}

function nameLine(outcome: FactOutcome, line: number | undefined): FactOutcome {
  return outcome.status === "REJECTED" ? { ...outcome, message: `line ${line}: ${outcome.message}` } : outcome;
}
