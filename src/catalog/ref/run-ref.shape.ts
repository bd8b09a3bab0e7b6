import { z } from "zod";
import { identifier } from "../../core/shared/fact-fields.js";

/** A reference to one run, recorded or not. */
export const runRef = z.strictObject({ namespace: identifier, externalId: identifier });
export type RunRef = z.output<typeof runRef>;
