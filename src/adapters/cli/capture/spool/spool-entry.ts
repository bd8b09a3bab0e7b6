import { randomBytes } from "node:crypto";
import { z } from "zod";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { fact, type FactInput } from "../../../ingest/fact.js";

/** What one recording says, as it waits to be sent. */
export interface SpoolEntry {
  /** Begins with the time, so that names in order are entries in order; the idempotency key of its facts. */
  readonly id: string;
  /** In whose name it is sent; null for the server's own. */
  readonly principal: string | null;
  /** Said together, as one request. */
  readonly facts: readonly FactInput[];
  /** Said after them: where a thing lies and when it was made. The first who says it is believed, so that a refusal is no problem. */
  readonly hints: readonly FactInput[];
  /** The process that is still at it, so that this is sent only where that was killed; null once all is known. */
  readonly recorder: Recorder | null;
}

/** A process on a machine. */
export interface Recorder {
  readonly host: string;
  readonly pid: number;
}

/** Facts are kept as they were written: reading them as facts would turn their times into numbers. */
const writtenFact = z.custom<FactInput>(
  (value) => fact.safeParse(value).success,
  "is no fact of this version of lineage",
);

const entry = z.object({
  format: z.literal("lineage-spool/1"),
  id: z.string().regex(/^[0-9A-Za-z-]+$/),
  principal: z.string().nullable(),
  facts: z.array(writtenFact),
  hints: z.array(writtenFact),
  recorder: z.object({ host: z.string(), pid: z.number().int() }).nullable(),
});

/** A new id, which begins with the time. */
export function newEntryId(at: Date): string {
  return `${at.toISOString().replace(/\.\d+|[-:]/g, "")}-${randomBytes(4).toString("hex")}`;
}

/**
 * Makes sure that facts can be sent, before anything depends on it.
 * @throws InvalidInputError that names what is wrong.
 */
export function checkFacts(facts: readonly FactInput[]): void {
  for (const given of facts) {
    const issue = fact.safeParse(given).error?.issues[0];
    if (issue)
      throw new InvalidInputError(
        `${given.operation} cannot be recorded: ${issue.path.slice(1).join(".")} ${issue.message}`,
      );
  }
}

/** An entry as the text of its file. */
export function formatEntry(given: SpoolEntry): string {
  return `${JSON.stringify({ format: "lineage-spool/1", ...given }, null, 1)}\n`;
}

/**
 * Reads the text of a file.
 * @throws Error when it is no entry.
 */
export function parseEntry(text: string): SpoolEntry {
  return entry.parse(JSON.parse(text));
}
