import type { ReleasePolicy } from "../../catalog/deployment/release-policy.shape.js";
import type { DeploymentStage } from "../../catalog/deployment/deployment.enum.js";
import { endpointNotFound } from "../../catalog/deployment/require-endpoint.js";
import { loadServingRows } from "../../catalog/deployment/deployment.statements.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { loadEvidence } from "../reproduction/reproduction.service.js";
import { parseMetricRecords, sortableMetrics } from "../../catalog/measure/metric-records.js";
import { loadMeasuresRows } from "../../catalog/run/run.statements.js";
import { nothingRecorded } from "../../catalog/reference/nothing-recorded.js";
import { evaluateChecks, type CheckEvidence, type Metrics } from "./release-checks.js";
import { type Review, countApprovals } from "./release-state.js";
import { type CheckResult, loadPolicies } from "./release.repository.js";
import { findUpstreamProblems } from "./release.statements.js";

/** The parts of a release on which its checks depend. */
export interface CheckedRelease {
  readonly modelVersionKey: string;
  readonly endpointKey: string;
  readonly proposedBy: string;
  readonly reviews: readonly Review[];
}

/** The checks of a release, with the stage, policy and approvals used to evaluate them. */
export interface EvaluatedChecks {
  readonly stage: DeploymentStage;
  readonly policy: ReleasePolicy;
  readonly approvals: number;
  readonly checks: readonly CheckResult[];
}

/**
 * Evaluates the checks that the endpoint's policy requires, under the ledger's lock: the results stay valid until the
 * transaction ends.
 * @throws NotFoundError when the endpoint does not exist.
 */
export async function evaluateUnderLock(
  transaction: LedgerTransaction,
  release: CheckedRelease,
  maxMs: number,
): Promise<EvaluatedChecks> {
  const { endpointKey, proposedBy, reviews } = release;
  const [endpoint] = await loadPolicies(transaction.reader, [endpointKey]);
  if (!endpoint) throw endpointNotFound(endpointKey);
  const { stage, policy } = endpoint;
  const approvals = countApprovals(reviews, proposedBy, policy.authorMayApprove);
  return {
    stage,
    policy,
    approvals,
    checks: evaluateChecks(policy, { approvals, ...(await loadCheckEvidence(transaction, release, maxMs)) }),
  };
}

async function loadCheckEvidence(
  transaction: LedgerTransaction,
  { modelVersionKey, endpointKey }: CheckedRelease,
  maxMs: number,
): Promise<Omit<CheckEvidence, "approvals">> {
  const serving = await loadOthersServing(transaction, endpointKey, modelVersionKey);
  const evidence = await loadEvidence(transaction.reader, [modelVersionKey, ...serving], null, { maxMs });
  const made = evidence.find(({ key }) => key === modelVersionKey);
  if (!made) throw await nothingRecorded(transaction.reader, [modelVersionKey], null);
  const metricsOf = await loadMetrics(
    transaction,
    evidence.flatMap(({ run }) => run ?? []),
  );
  const [problems = null] = await transaction.run(findUpstreamProblems, { versionKeys: [modelVersionKey] });
  const runOf = new Map(evidence.map(({ key, run }) => [key, run]));
  return {
    made,
    problems,
    metrics: metricsOf(made.run),
    serving: serving.map((key) => ({ modelVersionKey: key, metrics: metricsOf(runOf.get(key) ?? null) })),
  };
}

/** The other versions that serve the endpoint with traffic. A version is not compared with itself. */
async function loadOthersServing(
  transaction: LedgerTransaction,
  endpointKey: string,
  modelVersionKey: string,
): Promise<string[]> {
  const rows = await transaction.run(loadServingRows, { endpointKeys: [endpointKey], at: transaction.recordedAt });
  const keys = rows.filter(({ trafficPercent }) => trafficPercent > 0).map((row) => row.modelVersionKey);
  return [...new Set(keys)].filter((key) => key !== modelVersionKey);
}

async function loadMetrics(
  transaction: LedgerTransaction,
  runs: readonly string[],
): Promise<(run: string | null) => Metrics> {
  const rows = runs.length > 0 ? await transaction.run(loadMeasuresRows, { keys: [...new Set(runs)] }) : [];
  const byRun = new Map(
    rows.map(({ owner, metricRecords }) => [owner, sortableMetrics(parseMetricRecords(metricRecords))]),
  );
  return (run) => (run === null ? undefined : byRun.get(run)) ?? new Map<string, number>();
}
