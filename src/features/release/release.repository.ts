import { z } from "zod";
import type { Connection } from "../../core/api/connection.js";
import type { PageArgs } from "../../core/api/page.js";
import { timeListConnection } from "../../core/api/time-page.js";
import type { DeploymentStage } from "../../catalog/deployment/deployment.enum.js";
import type { ReleasePolicy } from "../../catalog/deployment/release-policy.shape.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { NotFoundError } from "../../core/shared/errors.js";
import { fromGlobalId, parseKey, recordKey, toGlobalId } from "../../core/shared/key.js";
import { CheckOutcome } from "./release.enum.js";
import { effectivePolicy, parsePolicy } from "./release-policy.js";
import { type ReleaseState, releaseStates } from "./release-state.js";
import {
  type ReleaseRow,
  countReleaseRows,
  listReleaseRows,
  loadPolicyRows,
  loadReleaseRows,
} from "./release.statements.js";
import type { Release } from "./release.type.js";

const reviews = z.array(
  z.object({ by: z.string(), at: z.number(), approved: z.boolean(), note: z.string().nullable() }),
);

/** Schema of the checks stored with a release and in the ledger entry of the request that evaluated them. */
export const checkResults = z.array(
  z.object({ check: z.string(), outcome: z.enum(CheckOutcome), message: z.string() }),
);
export type CheckResult = z.output<typeof checkResults>[number];

/** A filter on releases. */
export interface ReleaseFilter {
  /** Null for all. */
  readonly endpointKey: string | null;
  readonly states: readonly ReleaseState[] | null;
}

/** Converts a row to a release. */
export function toRelease({ id, recordedAt, ...row }: ReleaseRow): Release {
  const key = recordKey("release", id);
  return {
    ...row,
    __typename: "Release",
    id: toGlobalId(key),
    key,
    proposedAt: recordedAt,
    checks: checkResults.parse(JSON.parse(row.checks)),
    approvals: reviews.parse(JSON.parse(row.reviews)),
    policy: parsePolicy(row.policy),
  };
}

/** Loads releases by key, in any order. */
export async function loadReleases(graph: GraphReader, keys: readonly string[]): Promise<Release[]> {
  const ids = keys.flatMap((key) => uuidOf(key) ?? []);
  return (await graph.read(loadReleaseRows, { ids })).map(toRelease);
}

/** Loads the effective policies of endpoints, in any order. */
export async function loadPolicies(
  graph: GraphReader,
  endpointKeys: readonly string[],
): Promise<{ readonly owner: string; readonly stage: DeploymentStage; readonly policy: ReleasePolicy }[]> {
  const rows = await graph.read(loadPolicyRows, { endpointKeys: [...endpointKeys] });
  return rows.map(({ owner, stage, policy }) => ({ owner, stage, policy: effectivePolicy(stage, policy) }));
}

/**
 * The release with a global id, key or UUID.
 * @throws NotFoundError when the release does not exist.
 */
export async function getRelease(graph: GraphReader, id: string): Promise<Release> {
  const [release] = await loadReleases(graph, [releaseKeyOf(id)]);
  if (release) return release;
  throw new NotFoundError(`the release ${JSON.stringify(id)} does not exist; list the existing ones with releases`, {
    release: id,
  });
}

/** The key of a release, given its global id, key or UUID. */
export function releaseKeyOf(id: string): string {
  const key = fromGlobalId(id) ?? id;
  return parseKey(key) ? key : recordKey("release", id);
}

/** The UUID in the key of a release, or null if the key is not of a release. */
export function uuidOf(key: string): string | null {
  const parts = parseKey(key);
  return parts?.kind === "release" ? (parts.namespace ?? null) : null;
}

/** Lists releases, newest first. */
export function listReleases(
  graph: GraphReader,
  { endpointKey, states }: ReleaseFilter,
  args: PageArgs,
): Connection<Release> {
  const filter = { endpointKey, states: [...(states ?? releaseStates)] };
  return timeListConnection(
    args,
    (page) => graph.read(listReleaseRows, { ...filter, ...page }),
    () => graph.read(countReleaseRows, filter),
    ({ recordedAt, id }) => [recordedAt, id],
    toRelease,
  );
}
