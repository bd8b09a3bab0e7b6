import { randomBytes } from "node:crypto";
import { z } from "zod";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { fact, type FactInput } from "../../../ingest/fact.js";

/** One recording that waits to be sent. */
export interface SpoolEntry {
  /** The idempotency key of its facts. Begins with the time, so that the order of names is the order of entries. */
  readonly id: string;
  /** The principal in whose name it is sent; null for the server's default. */
  readonly principal: string | null;
  /** Sent together, in one request. */
  readonly facts: readonly FactInput[];
  /**
   * Sent after the facts: location and creation time. The first recorded value stays, so a rejection is not an error.
   */
  readonly hints: readonly FactInput[];
  /** The process that is still recording. The entry is sent only if that process has died. Null once complete. */
  readonly recorder: Recorder | null;
}

/** A process on a host. */
export interface Recorder {
  readonly host: string;
  readonly pid: number;
}

/** Facts are kept in their written form: parsing would convert their times to numbers. */
const writtenFact = z.custom<FactInput>(
  (value) => fact.safeParse(value).success,
  "is not a fact that this version of lineage supports",
);

const entry = z.object({
  format: z.literal("lineage-spool/1"),
  id: z.string().regex(/^[0-9A-Za-z-]+$/),
  principal: z.string().nullable(),
  facts: z.array(writtenFact),
  hints: z.array(writtenFact),
  recorder: z.object({ host: z.string(), pid: z.number().int() }).nullable(),
});

/** Creates an id that begins with the time. */
export function newEntryId(at: Date): string {
  return `${at.toISOString().replace(/\.\d+|[-:]/g, "")}-${randomBytes(4).toString("hex")}`;
}

/**
 * Checks that facts can be sent.
 * @throws InvalidInputError that names the invalid field.
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

/** Formats an entry as the text of its file. */
export function formatEntry(given: SpoolEntry): string {
  return `${JSON.stringify({ format: "lineage-spool/1", ...given }, null, 1)}\n`;
}

/**
 * Reads the text of a file.
 * @throws Error when the text is not an entry.
 */
export function parseEntry(text: string): SpoolEntry {
  return entry.parse(JSON.parse(text));
}
