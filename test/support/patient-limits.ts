import { defaultLimits, type Limits } from "../../src/core/api/limits.js";

/** The default size limits, with time limits for a slow machine, whose speed must not affect a test. */
export const patientLimits: Limits = { ...defaultLimits, closureMs: 120_000, requestMs: 120_000, batchMs: 120_000 };
