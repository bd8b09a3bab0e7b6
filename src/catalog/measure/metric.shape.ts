import { z } from "zod";
import { count, instant, measureName } from "../../core/shared/fact-fields.js";
import { snapshotRef } from "../dataset/dataset-snapshot.shape.js";

const fields = z.strictObject({
  name: measureName,
  value: z.number().nullish(),
  text: z
    .enum(["NaN", "Infinity", "-Infinity"], {
      error: "is not NaN, Infinity or -Infinity; set a finite number as value",
    })
    .nullish(),
  step: count.nullish(),
  at: instant.nullish(),
});

const hasOneValue = (given: { readonly value?: unknown; readonly text?: unknown }): boolean =>
  (given.value == null) !== (given.text == null);
const needsOneValue = "requires exactly one of value and text";

/** A value that a run measured, possibly on a snapshot. */
export const runMetric = fields.extend({ dataset: snapshotRef.nullish() }).refine(hasOneValue, needsOneValue);
export type GivenMetric = z.output<typeof runMetric>;

/** A value of a model version itself. A snapshot that it was measured on is an input of a run, which reports it. */
export const versionMetric = fields.refine(hasOneValue, needsOneValue);
