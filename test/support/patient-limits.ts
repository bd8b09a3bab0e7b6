import { defaultLimits, type Limits } from "../../src/core/api/limits.js";
import type { Graph, GraphReader } from "../../src/core/graph/graph.js";

/** The default size limits, with time limits for a slow machine, whose speed must not affect a test. */
export const patientLimits: Limits = { ...defaultLimits, closureMs: 120_000, requestMs: 120_000, batchMs: 120_000 };

/** Reads that may take long: the first run of a large statement is planned for seconds on a slow machine. */
export const patientReader = (graph: Graph): GraphReader => ({
  read: (statement, params, options) =>
    graph.read(statement, params, { timeoutMs: patientLimits.closureMs, ...options }),
});
