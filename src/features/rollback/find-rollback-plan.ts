import type { GraphReader } from "../../core/graph/graph.js";
import { findUpstreamProblems } from "../release/release.statements.js";
import { type RollbackPlanRecord, planRollback } from "./rollback-plan.js";
import { loadEndpointDeployments } from "./rollback.statements.js";

/** The plan of a rollback of an endpoint at a time (epoch milliseconds; null for the present). */
export async function findRollbackPlan(
  graph: GraphReader,
  endpointKey: string,
  at: number | null,
): Promise<RollbackPlanRecord> {
  const deployments = await graph.read(loadEndpointDeployments, { endpointKey, at });
  const versionKeys = [...new Set(deployments.map(({ modelVersionKey }) => modelVersionKey))];
  const problems = versionKeys.length > 0 ? await graph.read(findUpstreamProblems, { versionKeys }) : [];
  const recalled = problems
    .filter(({ recalledCount }) => recalledCount > 0)
    .map(
      ({ owner, recalled: keys, recalledCount }) =>
        [
          owner,
          `${keys.join(", ")}${recalledCount > keys.length ? ` and ${recalledCount - keys.length} more` : ""}`,
        ] as const,
    );
  return planRollback(deployments, { endpoint: endpointKey, recalled: new Map(recalled) });
}
