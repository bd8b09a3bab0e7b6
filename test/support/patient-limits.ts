import { defaultLimits, type Limits } from "../../src/core/api/limits.js";

/** The default size limits, with time limits for a slow machine, whose speed must not affect a test. */
export const patientLimits: Limits = { ...defaultLimits, closureMs: 60_000, requestMs: 60_000, batchMs: 60_000 };
