import { setTimeout as sleep } from "node:timers/promises";

const withinMs = 300_000;

/** Waits until something is true. Throws after five minutes: far longer than the slowest machine needs. */
export async function becomesTrue(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + withinMs; !(await isTrue()); await sleep(50))
    if (Date.now() > deadline) throw new Error(`not within ${withinMs / 60_000} minutes: ${what}`);
}
