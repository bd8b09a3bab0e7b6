/** One deployment of an endpoint as declared. Times are epoch milliseconds. */
export interface DeclaredDeployment {
  readonly key: string;
  readonly validFrom: number;
  readonly declaredValidTo: number | null;
  readonly declaredEndReason: string | null;
  readonly declaredTraffic: number;
}

/** The end and the traffic of a deployment that result from all deployments of its endpoint. */
export interface SettledDeployment {
  readonly key: string;
  readonly validTo: number | null;
  readonly endReason: string | null;
  /** Share of the traffic in percent, when it last served. */
  readonly trafficPercent: number;
}

interface Served {
  readonly declared: DeclaredDeployment;
  validTo: number | null;
  endReason: string | null;
  share: number;
}

/** The share of the traffic that one deployment has at one time, in percent. */
export interface TrafficShare {
  readonly key: string;
  readonly trafficPercent: number;
}

/** The declared share of the traffic of a deployment. */
export interface DeclaredTraffic {
  readonly declaredTraffic: number | null;
  /** Whether the deployment was only referenced. */
  readonly isStub: boolean;
}

/** Without a declared share, a deployment takes all remaining traffic. One that was only referenced takes none. */
export function declaredTrafficOf({ declaredTraffic, isStub }: DeclaredTraffic): number {
  return declaredTraffic ?? (isStub ? 0 : 100);
}

/**
 * Settles the deployments of one endpoint. At any time, the newest deployment has its declared share of the traffic, and
 * older ones share the rest; the sum never exceeds 100. A deployment without remaining traffic is superseded permanently.
 * A deployment that was declared without traffic is not superseded. The result depends on the declarations, not on the
 * order in which they were reported.
 */
export function settleTraffic(declared: readonly DeclaredDeployment[]): SettledDeployment[] {
  return serveUntil(declared, Infinity).map(({ declared: { key }, validTo, endReason, share }) => ({
    key,
    validTo,
    endReason,
    trafficPercent: share,
  }));
}

/** The shares of the deployments that serve at a time, by the same rule. Ordered by start time, then by key. */
export function sharesAt(declared: readonly DeclaredDeployment[], at: number): TrafficShare[] {
  return serveUntil(declared, at)
    .filter((served) => servesAt(served, at))
    .map(({ declared: { key }, share }) => ({ key, trafficPercent: share }));
}

/** All deployments, oldest first, as settled by the changes up to a time. */
function serveUntil(declared: readonly DeclaredDeployment[], until: number): Served[] {
  const newestLast = declared
    .map((deployment): Served => ({
      declared: deployment,
      ...declaredEnd(deployment),
      share: deployment.declaredTraffic,
    }))
    .sort(
      ({ declared: left }, { declared: right }) => left.validFrom - right.validFrom || (left.key < right.key ? -1 : 1),
    );
  for (const moment of changes(declared)) if (moment <= until) shareTraffic(newestLast, moment);
  return newestLast;
}

function servesAt({ declared: { validFrom }, validTo }: Served, at: number): boolean {
  return validFrom <= at && (validTo === null || validTo > at);
}

function declaredEnd({
  declaredValidTo,
  declaredEndReason,
}: DeclaredDeployment): Pick<Served, "validTo" | "endReason"> {
  return { validTo: declaredValidTo, endReason: declaredValidTo === null ? null : (declaredEndReason ?? "RETIRED") };
}

/** The times at which a share may change, in order. */
function changes(declared: readonly DeclaredDeployment[]): number[] {
  const moments = declared.flatMap(({ validFrom, declaredValidTo }) =>
    declaredValidTo === null ? [validFrom] : [validFrom, declaredValidTo],
  );
  return [...new Set(moments)].sort((left, right) => left - right);
}

function shareTraffic(newestLast: readonly Served[], moment: number): void {
  let rest = 100;
  for (const served of newestLast.toReversed()) {
    const { declaredTraffic } = served.declared;
    if (!servesAt(served, moment)) continue;
    if (declaredTraffic > 0 && rest === 0) {
      served.validTo = moment;
      served.endReason = "SUPERSEDED";
    } else {
      served.share = Math.min(declaredTraffic, rest);
      rest -= served.share;
    }
  }
}
