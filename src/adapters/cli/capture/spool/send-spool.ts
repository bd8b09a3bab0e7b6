import { hostname } from "node:os";
import type { FactInput } from "../../../ingest/fact.js";
import { faultCode } from "../fault.js";
import type { Spool } from "./spool.js";
import type { SpoolEntry } from "./spool-entry.js";

/** What became of one fact. */
export type SentFact =
  | { readonly status: "NEW" | "CHANGED" | "UNCHANGED"; readonly key: string }
  | { readonly status: "REJECTED"; readonly code: string; readonly message: string };

/** Sends facts in somebody's name. */
export type SendFacts = (
  principal: string | null,
  facts: readonly FactInput[],
  idempotencyKey: string | null,
) => Promise<readonly SentFact[]>;

/** What became of a recording. */
export interface SentEntry {
  readonly id: string;
  readonly facts: readonly SentFact[];
}

/** What sending came to. */
export interface SpoolReport {
  readonly sent: readonly SentEntry[];
  /** Names of files that were put aside, with the reasons. */
  readonly rejected: readonly { readonly name: string; readonly reasons: readonly string[] }[];
  /** Recordings whose commands still run. */
  readonly runningCount: number;
  /** Recordings that still wait, since sending them failed; of others nothing is known to have failed. */
  readonly waitingCount: number;
  /** Why sending ended early, if it did. */
  readonly failure: Error | null;
}

/**
 * Sends what waits, oldest first, and removes what was acknowledged. What the server rejects is put aside. Several
 * processes may do this at once: a request that comes twice takes effect once.
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
      const facts = entry ? await sendEntry(entry, send) : [];
      const reasons = entry ? reasonsOf(facts) : ["problem" in file ? file.problem : ""];
      if (reasons.length === 0) await spool.remove(file.name);
      else {
        await spool.reject(file.name, reasons);
        rejected.push({ name: file.name, reasons });
      }
      if (entry) sent.push({ id: entry.id, facts });
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
): Promise<readonly SentFact[]> {
  const key = recorder ? `${id}-started` : id;
  const outcomes = await send(principal, facts, key);
  if (hints.length > 0) await send(principal, hints, null);
  return outcomes;
}

/** A recording that was begun by a process that is there. On another machine that cannot be seen, and is assumed. */
function isRunning({ recorder }: SpoolEntry): boolean {
  if (!recorder) return false;
  if (recorder.host !== hostname()) return true;
  try {
    process.kill(recorder.pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, and is there.
    return faultCode(error) === "EPERM";
  }
}

function reasonsOf(facts: readonly SentFact[]): string[] {
  return facts.flatMap((one) => (one.status === "REJECTED" ? [`${one.message} (${one.code})`] : []));
}
