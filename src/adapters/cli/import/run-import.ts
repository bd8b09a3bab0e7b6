import { setImmediate as nextTurn } from "node:timers/promises";
import type { OpenMlflowStore } from "../../importers/mlflow/open-mlflow-store.js";
import type { ImportItem } from "../../importers/mlflow/map-store.js";
import type { StoreProblem } from "../../importers/mlflow/mlflow-store.js";
import { type BatchFact, gatherFacts } from "./fact-batches.js";
import type { FactSender } from "./fact-sender.js";
import type { ImportEnd } from "./import-report.js";
import type { ImportTally } from "./import-tally.js";
import { versionId } from "./refused-version.js";

/** An import in progress. */
export interface ImportRun {
  readonly store: Pick<OpenMlflowStore, "records" | "references">;
  readonly tally: ImportTally;
  /** Null on a dry run. */
  readonly sender: FactSender | null;
  readonly stopped: AbortSignal;
  readonly onBatch: (batch: readonly BatchFact[]) => void;
}

/** Reads a store and sends its facts. If it is stopped or fails, waits for the batches in progress. */
export async function runImport(run: ImportRun): Promise<ImportEnd> {
  try {
    const isAllSent = (await sendAll(run, run.store.records())) && (await sendReferences(run));
    return { kind: isAllSent ? "completed" : "interrupted" };
  } catch (error) {
    await run.sender?.drain().catch(() => undefined);
    if (run.stopped.aborted) return { kind: "interrupted" };
    return { kind: "failed", error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Aliases and deployments are sent after the outcomes of all versions: nothing is concluded from a refused version. */
async function sendReferences(run: ImportRun): Promise<boolean> {
  const isRefused = (...version: [string, string, string]): boolean =>
    run.tally.refusedVersions.has(versionId(...version));
  return sendAll(run, run.store.references(isRefused));
}

/** Returns when the outcomes of all sent facts are known. False if it was stopped before the end. */
async function sendAll(
  { tally, sender, stopped, onBatch }: ImportRun,
  items: AsyncIterable<ImportItem>,
): Promise<boolean> {
  const onProblem = (problem: StoreProblem): void => tally.addProblem(problem);
  let isAllSent = true;
  for await (const batch of gatherFacts(items, onProblem)) {
    // Reading is synchronous. Without this, signals and the progress bar would not be processed.
    await nextTurn();
    if (stopped.aborted) {
      isAllSent = false;
      break;
    }
    tally.addRead(batch);
    onBatch(batch);
    await sender?.send(batch);
  }
  await sender?.drain();
  return isAllSent;
}
