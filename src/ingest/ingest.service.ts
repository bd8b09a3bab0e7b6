import type { FactSink } from "../api/context.js";
import type { FactOutcome } from "../facts/fact-plan.js";
import type { DraftableFact, FactWriter } from "../facts/fact-writer.js";
import { draftFact } from "./fact-drafts.js";
import { type Fact, fact } from "./fact.js";

/** What checks and writes facts on behalf of one caller. */
export function createFactSink(writer: FactWriter, by: string): FactSink {
  return { write: (given, options) => writeFacts(writer, by, given, options?.idempotencyKey) };
}

async function writeFacts(writer: FactWriter, by: string, given: readonly unknown[], idempotencyKey: string | undefined): Promise<readonly FactOutcome[]> {
  const checked = given.map(checkFact);
  const facts = checked.filter((one): one is DraftableFact => "draft" in one);
  const written = facts.length === 0 && idempotencyKey === undefined ? [] : await writer.write({ by, facts, body: given, idempotencyKey });
  const outcomes = written.values();
  return checked.map((one) => {
    if (!("draft" in one)) return one;
    const next = outcomes.next();
    if (next.done) throw new TypeError("a fact was written without an outcome");
    return next.value;
  });
}

/** A fact that can be written, or why it cannot be read. */
function checkFact(given: unknown): DraftableFact | FactOutcome {
  const { data, error } = fact.safeParse(given);
  if (data) return draftable(data);
  const problems = error.issues.map(({ path, message }) => `${path.length > 0 ? `${path.join(".")}: ` : ""}${message}${valueAt(given, path)}`);
  return { status: "REJECTED", code: "BAD_USER_INPUT", message: problems.join("; ") };
}

function draftable(checked: Fact): DraftableFact {
  return { operation: checked.operation, draft: (resolve) => draftFact(checked, resolve) };
}

/** The value that a problem is about, as far as it is short enough to be read. */
function valueAt(given: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = given;
  for (const step of path) value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  if (value === undefined || typeof value === "object") return "";
  const text = JSON.stringify(value) ?? "";
  return ` (given: ${text.length > 80 ? `${text.slice(0, 77)}…` : text})`;
}
