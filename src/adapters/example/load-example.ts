import type { Logger } from "pino";
import { listEntries } from "../../core/graph/ledger.statements.js";
import { decideExample } from "./example-decisions.js";
import { exampleFacts } from "./example-facts.js";
import { lastStep, releaseExample } from "./example-releases.js";
import { ExampleSteps, type ExampleStepsOptions, type StepName } from "./example-steps.js";

const factsStep: StepName = { by: "example", key: "example" };

export interface LoadExampleOptions extends ExampleStepsOptions {
  readonly log: Logger;
  readonly onProgress: (line: string) => void;
}

/**
 * Loads the example into an empty database, or completes it if an earlier start did not finish it. A database
 * with other data stays as it is. A failure is a warning: the server starts without the example.
 */
export async function loadExample(options: LoadExampleOptions): Promise<void> {
  const { log, onProgress } = options;
  try {
    if (await takeSteps(options))
      onProgress(`Loaded the example: ${exampleFacts().length} facts (LINEAGE_EXAMPLE=off omits it)`);
  } catch (error) {
    log.warn(
      { err: error },
      "the example is not complete; the next start continues it, and LINEAGE_EXAMPLE=off omits it",
    );
  }
}

/** Returns false if the example is complete or the database contains other data. */
async function takeSteps(options: LoadExampleOptions): Promise<boolean> {
  const steps = new ExampleSteps(options);
  if (!(await steps.hasTaken(factsStep)) && !(await isEmpty(options))) return false;
  if (await steps.hasTaken(lastStep)) return false;
  await steps.take(factsStep, async ({ facts }, idempotencyKey) => {
    const outcomes = await facts.write(exampleFacts(), { idempotencyKey, requiresEmptyLedger: true });
    const rejected = outcomes.filter(({ status }) => status === "REJECTED");
    if (rejected.length > 0) throw new TypeError(`facts of the example were rejected: ${JSON.stringify(rejected)}`);
  });
  await decideExample(steps);
  await releaseExample(steps);
  return true;
}

async function isEmpty({ graph }: LoadExampleOptions): Promise<boolean> {
  return (await graph.read(listEntries, { after: 0, limit: 1 })).length === 0;
}
