import { defaultLimits, type Limits } from "../../src/core/api/limits.js";

/** The default limits of size, and time enough for a slow machine: how fast it is must not decide a test. */
export const patientLimits: Limits = { ...defaultLimits, closureMs: 60_000, requestMs: 60_000, batchMs: 60_000 };
