import { z } from "zod";
import { identifier } from "../../core/shared/fact-fields.js";

/** Names one run, recorded or not. */
export const runRef = z.strictObject({ namespace: identifier, externalId: identifier });
export type RunRef = z.output<typeof runRef>;
