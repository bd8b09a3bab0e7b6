import { randomInt } from "node:crypto";
import fc from "fast-check";

/*
 * The seed of all random tests is told at the start and with every failure: LINEAGE_PROPERTY_SEED=… runs the same again.
 * LINEAGE_PROPERTY_GRAPHS says how many graphs are tried in all.
 */
export const propertySeed = Number(process.env["LINEAGE_PROPERTY_SEED"] ?? randomInt(2 ** 31));
const isRepeated = process.env["LINEAGE_PROPERTY_SEED"] !== undefined;
/** Less than any test may take, so that what was found is told. */
const usualShrinkMs = 250_000;
const usualGraphs = 300;
const graphs = Number(process.env["LINEAGE_PROPERTY_GRAPHS"] ?? usualGraphs);

/** Some part of all that is tried, at the usual length of a run; scaled with it. */
export const scaled = (usual: number): number => Math.ceil((usual * graphs) / usualGraphs);

/** How long a property may take: scaled with its length. */
export const timeLimit = (usualMs: number): number => Math.max(usualMs, scaled(usualMs));

/**
 * Checks a property with the seed of this run; says which seed it is, so that any run can be repeated. Only a run that is
 * repeated looks for a smaller case that fails, as that takes its time.
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
      ? { interruptAfterTimeLimit: timeLimit(usualShrinkMs), markInterruptAsFailure: true }
      : { endOnFailure: true }),
  });
  process.stderr.write(`${name}: ${numRuns} runs passed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
