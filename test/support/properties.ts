import { randomInt } from "node:crypto";
import fc from "fast-check";
import { repetitions } from "./repetitions.js";

/*
 * The seed of all random tests is printed at the start and with every failure: LINEAGE_PROPERTY_SEED=… repeats a run.
 * LINEAGE_PROPERTY_GRAPHS is the total number of graphs.
 */
export const propertySeed = Number(process.env["LINEAGE_PROPERTY_SEED"] ?? randomInt(2 ** 31));
const isRepeated = process.env["LINEAGE_PROPERTY_SEED"] !== undefined;
/** Less than the timeout of any test, so that a failure is reported. */
const usualShrinkMs = 250_000;
const usualGraphs = 300;
const graphs = Number(process.env["LINEAGE_PROPERTY_GRAPHS"] ?? repetitions.graphs);

/** A share of all graphs, for a run of the usual length; scaled with the length. */
export const scaled = (usual: number): number => Math.ceil((usual * graphs) / usualGraphs);

/** Milliseconds. It ends a property that hangs; scaled with the length of the run. */
export const propertyTimeout = Math.max(1_200_000, scaled(1_200_000));

/**
 * Checks a property with the seed of this run, and prints the seed, so that any run can be repeated. Only a repeated run
 * searches for a smaller failing case, because that is slow.
 */
export async function check<Values extends [unknown, ...unknown[]]>(
  name: string,
  usualRuns: number,
  property: fc.IAsyncProperty<Values>,
): Promise<void> {
  const numRuns = scaled(usualRuns);
  const started = Date.now();
  process.stderr.write(`${name}: ${numRuns} runs, LINEAGE_PROPERTY_SEED=${propertySeed}\n`);
  await fc.assert(property, {
    numRuns,
    seed: propertySeed,
    ...(isRepeated
      ? { interruptAfterTimeLimit: Math.max(usualShrinkMs, scaled(usualShrinkMs)), markInterruptAsFailure: true }
      : { endOnFailure: true }),
  });
  process.stderr.write(`${name}: ${numRuns} runs passed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
