import { closure } from "./closure.js";
import { type Severity, isAtLeast, severitiesAt } from "./severity.js";
import type { Node, Snapshot, World } from "./world.js";

export type Verdict = "ALLOWED" | "BLOCKED";

/** Whether nodes may be deleted: not if one of them, or an affected node, is PENDING_RELEASE or worse. */
export function verdict(world: World, at: number, targets: readonly string[]): Verdict {
  return verdictBy(severitiesAt(world, at), world, targets);
}

function verdictBy(severities: ReadonlyMap<string, Severity>, world: World, targets: readonly string[]): Verdict {
  return [...closure(world, targets, "DOWNSTREAM").keys()].some((key) => blocks(severities.get(key)))
    ? "BLOCKED"
    : "ALLOWED";
}

/** The blockers of a deletion, including targets, in the order of keys. */
export function blockers(world: World, at: number, targets: readonly string[]): string[] {
  const severities = severitiesAt(world, at);
  return [...closure(world, targets, "DOWNSTREAM").keys()].filter((key) => blocks(severities.get(key))).sort();
}

const blocks = (severity: Severity = "NONE"): boolean => isAtLeast(severity, "PENDING_RELEASE");

/** Registered snapshots that are not tombstoned and whose deletion would be allowed, largest first, then by key. */
export function candidates(world: World, at: number): string[] {
  const severities = severitiesAt(world, at);
  return world.nodes
    .filter((node): node is Snapshot => node.kind === "DatasetSnapshot" && !node.isStub && node.tombstonedAt === null)
    .filter(({ key }) => verdictBy(severities, world, [key]) === "ALLOWED")
    .sort((left, right) => (right.sizeBytes ?? -1) - (left.sizeBytes ?? -1) || (left.key < right.key ? -1 : 1))
    .map(({ key }) => key);
}

/** Model versions that could be rebuilt before the deletion and not after it. */
export function reproducibilityLost(world: World, targets: readonly string[]): string[] {
  const after = {
    ...world,
    nodes: world.nodes.map((node) =>
      targets.includes(node.key) ? { ...node, tombstonedAt: node.tombstonedAt ?? 0 } : node,
    ),
  };
  return world.nodes
    .filter(({ kind, key }) => kind === "ModelVersion" && !isLost(world, key) && isLost(after, key))
    .map(({ key }) => key)
    .sort();
}

/**
 * Whether a model version can no longer be rebuilt: the run that produced it is missing, or has no commit, a dirty one
 * without a patch or no environment, or one of these or any snapshot or model version upstream is tombstoned. Beyond the
 * design: of several producing runs the first recorded counts, of several commits or environments the smallest key.
 */
export function isLost({ nodes, edges }: Pick<World, "nodes" | "edges">, modelVersion: string): boolean {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const into = (key: string): { node: Node; recordedAt: number }[] =>
    edges
      .filter(({ to }) => to === key)
      .flatMap(({ from, recordedAt }) => {
        const node = byKey.get(from);
        return node ? [{ node, recordedAt }] : [];
      });
  const isGone = (node: Node | undefined): boolean => node === undefined || node.tombstonedAt !== null;

  const [made] = into(modelVersion)
    .filter(({ node }) => node.kind === "Run")
    .sort((left, right) => left.recordedAt - right.recordedAt || byKeyOf(left.node, right.node));
  const used = made
    ? into(made.node.key)
        .map(({ node }) => node)
        .sort(byKeyOf)
    : [];
  const commit = used.find((node) => node.kind === "CodeCommit");
  const inputs = [...closure({ edges }, [modelVersion], "UPSTREAM").keys()]
    .flatMap((key) => byKey.get(key) ?? [])
    .filter(({ kind, key }) => key !== modelVersion && (kind === "DatasetSnapshot" || kind === "ModelVersion"));
  return (
    isGone(made?.node) ||
    isGone(commit) ||
    isGone(used.find((node) => node.kind === "Environment")) ||
    (commit !== undefined && commit.isDirty && !commit.hasPatch) ||
    inputs.some(isGone)
  );
}

const byKeyOf = (left: Node, right: Node): number => (left.key < right.key ? -1 : 1);
