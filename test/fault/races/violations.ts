/** A flow relationship, with the ledger entry that made it. */
export interface RecordedEdge {
  readonly upstream: string;
  readonly downstream: string;
  readonly sequence: number;
}

/** A deployment at its own endpoint, without an end: it serves from its entry on. */
export interface RecordedDeployment {
  readonly key: string;
  readonly sequence: number;
  readonly isReleased: boolean;
}

/** A release is pending from its proposal until it is closed. */
export interface RecordedRelease {
  readonly id: string;
  readonly modelVersion: string;
  readonly sequence: number;
  readonly closedAt: number | null;
}

export interface RecordedTombstone {
  readonly sequence: number;
  readonly at: number;
  readonly by: string;
  readonly hasOverride: boolean;
}

/** The graph of one round, with the ledger sequence of each element. */
export interface RaceHistory {
  readonly target: string;
  readonly edges: readonly RecordedEdge[];
  readonly deployments: readonly RecordedDeployment[];
  readonly releases: readonly RecordedRelease[];
  readonly tombstone: RecordedTombstone | null;
  /** The ledger entries that tombstoned the target. */
  readonly entries: readonly { readonly sequence: number; readonly by: string }[];
  /** Sequences of the entries that flag a fact because it refers to the tombstoned target. */
  readonly flags: readonly number[];
}

/** The answer to one deleter. */
export interface DeleterAccount {
  readonly by: string;
  /** The affected keys of the plan with which its tombstone took effect. Null if it did not, as far as the deleter knows. */
  readonly acceptedPlan: readonly string[] | null;
  readonly gaveUp: boolean;
}

export type ViolationKind =
  | "UNSEEN_BLOCKER"
  | "INCOMPLETE_PLAN"
  | "RELEASED_ON_DELETED"
  | "MADE_TWICE"
  | "MADE_BY_NOBODY"
  | "NOT_IN_LEDGER"
  | "UNFLAGGED_USE";
export interface Violation {
  readonly kind: ViolationKind;
  readonly detail: string;
}

/** Finds violations of the rules of deletion, from the order of the ledger alone. */
export function findViolations(history: RaceHistory, deleters: readonly DeleterAccount[]): Violation[] {
  return [
    ...unseenBlockers(history),
    ...incompletePlans(history, deleters),
    ...releasesOnDeleted(history),
    ...wrongMakers(history, deleters),
    ...wrongEntries(history),
    ...unflaggedUses(history),
  ];
}

/** All nodes downstream of a node along edges recorded before an entry. */
function downstreamBefore({ edges }: RaceHistory, root: string, sequence: number): Set<string> {
  const reached = new Set<string>();
  const next = [root];
  for (let key = next.pop(); key !== undefined; key = next.pop()) {
    for (const edge of edges) {
      if (edge.upstream !== key || edge.sequence >= sequence || reached.has(edge.downstream)) continue;
      reached.add(edge.downstream);
      next.push(edge.downstream);
    }
  }
  return reached;
}

/** Without an override, no serving deployment and no pending release may have been downstream at the tombstone. */
function unseenBlockers(history: RaceHistory): Violation[] {
  const { target, tombstone, deployments, releases } = history;
  if (!tombstone || tombstone.hasOverride) return [];
  const reached = downstreamBefore(history, target, tombstone.sequence);
  const blockers = [
    ...deployments
      .filter(({ key, sequence }) => reached.has(key) && sequence < tombstone.sequence)
      .map(({ key, sequence }) => `${key} (${sequence})`),
    ...releases
      .filter(
        ({ modelVersion, sequence, closedAt }) =>
          reached.has(modelVersion) && sequence < tombstone.sequence && (closedAt === null || closedAt > tombstone.at),
      )
      .map(({ id, sequence }) => `release ${id} (${sequence})`),
  ];
  return blockers.map((blocker) => ({
    kind: "UNSEEN_BLOCKER",
    detail: `${target} was tombstoned (${tombstone.sequence}) although it was upstream of ${blocker}`,
  }));
}

/** With or without an override, the deleter's plan must equal the downstream at the tombstone. */
function incompletePlans(history: RaceHistory, deleters: readonly DeleterAccount[]): Violation[] {
  const { target, tombstone } = history;
  const plan = deleters.find(({ by }) => by === tombstone?.by)?.acceptedPlan;
  if (!tombstone || !plan) return [];
  const reached = downstreamBefore(history, target, tombstone.sequence);
  const unseen = [...reached].filter((key) => !plan.includes(key));
  const imagined = plan.filter((key) => !reached.has(key));
  if (unseen.length + imagined.length === 0) return [];
  return [
    {
      kind: "INCOMPLETE_PLAN",
      detail: `${target} was tombstoned (${tombstone.sequence}) by a plan without ${unseen.join(", ") || "-"} and with ${imagined.join(", ") || "-"}`,
    },
  ];
}

function releasesOnDeleted(history: RaceHistory): Violation[] {
  const { target, tombstone, deployments } = history;
  if (!tombstone) return [];
  return deployments
    .filter(
      ({ key, sequence, isReleased }) =>
        isReleased && sequence > tombstone.sequence && downstreamBefore(history, target, sequence + 1).has(key),
    )
    .map(({ key, sequence }) => ({
      kind: "RELEASED_ON_DELETED",
      detail: `${key} was released (${sequence}) downstream of ${target}, tombstoned before (${tombstone.sequence})`,
    }));
}

/** Exactly one deleter was answered that its tombstone took effect: the one recorded on the node. */
function wrongMakers({ target, tombstone }: RaceHistory, deleters: readonly DeleterAccount[]): Violation[] {
  const makers = deleters.filter(({ acceptedPlan }) => acceptedPlan !== null).map(({ by }) => by);
  if (makers.length > 1)
    return [{ kind: "MADE_TWICE", detail: `${makers.join(" and ")} were both told that they tombstoned ${target}` }];
  const unheard = deleters.filter(({ gaveUp }) => gaveUp).map(({ by }) => by);
  const maker = makers[0] ?? unheard.find((by) => by === tombstone?.by);
  if (maker === tombstone?.by) return [];
  return [
    {
      kind: "MADE_BY_NOBODY",
      detail: `${target} is tombstoned by ${tombstone?.by ?? "nobody"}, but ${maker ?? "nobody"} was told so`,
    },
  ];
}

function wrongEntries({ target, tombstone, entries }: RaceHistory): Violation[] {
  const expected = tombstone ? [`${tombstone.sequence} by ${tombstone.by}`] : [];
  const found = entries.map(({ sequence, by }) => `${sequence} by ${by}`);
  if (found.join() === expected.join()) return [];
  return [
    {
      kind: "NOT_IN_LEDGER",
      detail: `${target} is tombstoned at ${expected.join() || "no entry"}, the ledger says ${found.join() || "no entry"}`,
    },
  ];
}

/** The use of deleted data is recorded and flagged. */
function unflaggedUses({ target, tombstone, edges, flags }: RaceHistory): Violation[] {
  if (!tombstone) return [];
  return edges
    .filter(
      ({ upstream, sequence }) => upstream === target && sequence > tombstone.sequence && !flags.includes(sequence),
    )
    .map(({ downstream, sequence }) => ({
      kind: "UNFLAGGED_USE",
      detail: `that ${downstream} used ${target} (${sequence}) after it was tombstoned (${tombstone.sequence}) is flagged nowhere`,
    }));
}
