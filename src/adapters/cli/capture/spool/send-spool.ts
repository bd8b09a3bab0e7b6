import { hostname } from "node:os";
import type { FactInput } from "../../../ingest/fact.js";
import { isProcessRunning } from "../../../../core/shared/is-process-running.js";
import type { Spool } from "./spool.js";
import type { SpoolEntry } from "./spool-entry.js";

/** The outcome of one fact. */
export type SentFact =
  | {
      readonly status: "NEW" | "CHANGED" | "UNCHANGED";
      readonly key: string;
      readonly warnings?: readonly { readonly message: string }[] | undefined;
    }
  | { readonly status: "REJECTED"; readonly code: string; readonly message: string };

/** Sends facts in the name of a principal. */
export type SendFacts = (
  principal: string | null,
  facts: readonly FactInput[],
  idempotencyKey: string | null,
) => Promise<readonly SentFact[]>;

/** The outcome of one recording. */
export interface SentEntry {
  readonly id: string;
  readonly facts: readonly SentFact[];
  /** What of the facts was not recorded. Not of the hints: a copy of a file has another location and time. */
  readonly warnings: readonly string[];
}

/** The outcome of sending the spool. */
export interface SpoolReport {
  readonly sent: readonly SentEntry[];
  /** Names of files that were moved to the rejected folder, with the reasons. */
  readonly rejected: readonly { readonly name: string; readonly reasons: readonly string[] }[];
  /** Number of recordings whose commands are still running. */
  readonly runningCount: number;
  /** Number of recordings that were not sent because sending failed. */
  readonly waitingCount: number;
  /** The error that ended sending early; null if none did. */
  readonly failure: Error | null;
}

/**
 * Sends the waiting recordings, oldest first, and removes those that are acknowledged. Recordings that the server
 * rejects are moved to the rejected folder. Several processes may do this concurrently: a repeated request takes effect
 * once.
 */
export async function sendSpool(spool: Spool, send: SendFacts): Promise<SpoolReport> {
  const files = await spool.list();
  const sent: SentEntry[] = [];
  const rejected: { name: string; reasons: readonly string[] }[] = [];
  const waiting = files.filter((file) => !("entry" in file && isRunning(file.entry)));
  const runningCount = files.length - waiting.length;
  for (const [index, file] of waiting.entries()) {
    try {
      const entry = "entry" in file ? file.entry : null;
      const { facts, warnings } = entry ? await sendEntry(entry, send) : { facts: [], warnings: [] };
      const reasons = entry ? reasonsOf(facts) : ["problem" in file ? file.problem : ""];
      if (reasons.length === 0) await spool.remove(file.name);
      else {
        await spool.reject(file.name, reasons);
        rejected.push({ name: file.name, reasons });
      }
      if (entry) sent.push({ id: entry.id, facts, warnings });
    } catch (error) {
      return {
        sent,
        rejected,
        runningCount,
        waitingCount: waiting.length - index,
        failure: error instanceof Error ? error : new Error(String(error)),
      };
    }
  }
  return { sent, rejected, runningCount, waitingCount: 0, failure: null };
}

async function sendEntry(
  { id, principal, facts, hints, recorder }: SpoolEntry,
  send: SendFacts,
): Promise<Omit<SentEntry, "id">> {
  const key = recorder ? `${id}-started` : id;
  const outcomes = await send(principal, facts, key);
  if (hints.length > 0) await send(principal, hints, null);
  const warnings = outcomes.flatMap((one) => (one.status === "REJECTED" ? [] : (one.warnings ?? [])));
  return { facts: outcomes, warnings: warnings.map(({ message }) => message) };
}

/**
 * Whether the process that began a recording is still running. A process on another host cannot be seen; assumed true.
 */
function isRunning({ recorder }: SpoolEntry): boolean {
  if (!recorder) return false;
  if (recorder.host !== hostname()) return true;
  return isProcessRunning(recorder.pid);
}

function reasonsOf(facts: readonly SentFact[]): string[] {
  return facts.flatMap((one) => (one.status === "REJECTED" ? [`${one.message} (${one.code})`] : []));
}
