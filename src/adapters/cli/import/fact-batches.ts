import type { FactInput } from "../../ingest/fact.js";
import type { ImportItem } from "../../importers/mlflow/map-store.js";
import type { Origin, StoreProblem } from "../../importers/mlflow/mlflow-store.js";

/** A fact in its sent form, and its place in the store. */
export interface BatchFact {
  readonly operation: FactInput["operation"];
  readonly origin: Origin;
  /** One line of NDJSON. */
  readonly line: string;
}

/** A batch ends at the first limits, as soon as a thing is complete. It never exceeds the last two. */
const fullFacts = 500;
const fullLength = 4_000_000;
const mostFacts = 2_000;
const mostLength = 12_000_000;

/** Groups facts into batches for one request each. Reports unreadable records as they occur. */
export async function* gatherFacts(
  items: AsyncIterable<ImportItem>,
  onProblem: (problem: StoreProblem) => void,
): AsyncGenerator<readonly BatchFact[]> {
  let batch: BatchFact[] = [];
  let length = 0;
  for await (const item of items) {
    if ("problem" in item) {
      onProblem(item.problem);
      continue;
    }
    const fact = toBatchFact(item.fact, item.origin);
    if (isFull(batch, length, fact)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(fact);
    length += fact.line.length;
  }
  if (batch.length > 0) yield batch;
}

/** Whether two facts are about the same thing. A thing that is too large for one fact is split into several. */
export function isSameThing(one: BatchFact, other: BatchFact): boolean {
  return (
    one.operation === other.operation && one.origin.place === other.origin.place && one.origin.id === other.origin.id
  );
}

function isFull(batch: readonly BatchFact[], length: number, next: BatchFact): boolean {
  const last = batch.at(-1);
  if (!last) return false;
  if (batch.length >= mostFacts || length + next.line.length > mostLength) return true;
  return (batch.length >= fullFacts || length >= fullLength) && !isSameThing(last, next);
}

function toBatchFact({ operation, input }: FactInput, origin: Origin): BatchFact {
  return { operation, origin, line: JSON.stringify({ operation, input }, writeBigInt) };
}

/** JSON has no bigint; the API also accepts integers as text. */
function writeBigInt(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
