import { setImmediate as nextTurn } from "node:timers/promises";
import type { OpenMlflowStore } from "../../importers/mlflow/open-mlflow-store.js";
import type { StoreProblem } from "../../importers/mlflow/mlflow-store.js";
import { type BatchFact, gatherFacts } from "./fact-batches.js";
import type { FactSender } from "./fact-sender.js";
import type { ImportEnd } from "./import-report.js";
import type { ImportTally } from "./import-tally.js";

/** An import in progress. */
export interface ImportRun {
  readonly store: Pick<OpenMlflowStore, "facts">;
  readonly tally: ImportTally;
  /** Null on a dry run. */
  readonly sender: FactSender | null;
  readonly stopped: AbortSignal;
  readonly onBatch: (batch: readonly BatchFact[]) => void;
}

/** Reads a store and sends its facts. If it is stopped or fails, waits for the batches in progress. */
export async function runImport(run: ImportRun): Promise<ImportEnd> {
  try {
    const isAllSent = await sendAll(run);
    await run.sender?.drain();
    return { kind: isAllSent ? "completed" : "interrupted" };
  } catch (error) {
    await run.sender?.drain().catch(() => undefined);
    if (run.stopped.aborted) return { kind: "interrupted" };
    return { kind: "failed", error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** False if it was stopped before the end. */
async function sendAll({ store, tally, sender, stopped, onBatch }: ImportRun): Promise<boolean> {
  const onProblem = (problem: StoreProblem): void => tally.addProblem(problem);
  for await (const batch of gatherFacts(store.facts(), onProblem)) {
    // Reading is synchronous. Without this, signals and the progress bar would not be processed.
    await nextTurn();
    if (stopped.aborted) return false;
    tally.addRead(batch);
    onBatch(batch);
    await sender?.send(batch);
  }
  return true;
}
