/** One deployment of an endpoint as it was declared; times in epoch milliseconds. */
export interface DeclaredDeployment {
  readonly key: string;
  readonly validFrom: number;
  readonly declaredValidTo: number | null;
  readonly declaredEndReason: string | null;
  readonly declaredTraffic: number;
}

/** How a deployment stands, seen together with all others of its endpoint. */
export interface SettledDeployment {
  readonly key: string;
  readonly validTo: number | null;
  readonly endReason: string | null;
  /** Its share of the traffic when it last served. */
  readonly trafficPercent: number;
}

interface Served {
  readonly declared: DeclaredDeployment;
  validTo: number | null;
  endReason: string | null;
  share: number;
}

/** One deployment's part of the traffic at a moment. */
export interface TrafficShare {
  readonly key: string;
  readonly trafficPercent: number;
}

/** What was said of a deployment's share of the traffic. */
export interface SaidTraffic {
  readonly declaredTraffic: number | null;
  /** It was only referred to. */
  readonly isStub: boolean;
}

/** One of whose traffic nothing was said takes all that is left; one that was only referred to takes none. */
export function declaredTrafficOf({ declaredTraffic, isStub }: SaidTraffic): number {
  return declaredTraffic ?? (isStub ? 0 : 100);
}

/**
 * Works out who serves what at one endpoint: at any moment the newest deployment takes the traffic declared for it and
 * the older ones the rest, so that the sum never exceeds 100. One that nothing is left for is superseded, for good. A
 * deployment that was declared without traffic is not superseded: it was never meant to have any.
 * Depends on what was declared and not on the order in which it was reported.
 */
export function settleTraffic(declared: readonly DeclaredDeployment[]): SettledDeployment[] {
  return serveUntil(declared, Infinity).map(({ declared: { key }, validTo, endReason, share }) => ({
    key,
    validTo,
    endReason,
    trafficPercent: share,
  }));
}

/** The shares of those that serve at a moment, by the same rule, in order of when they began, of one moment by key. */
export function sharesAt(declared: readonly DeclaredDeployment[], at: number): TrafficShare[] {
  return serveUntil(declared, at)
    .filter((served) => servesAt(served, at))
    .map(({ declared: { key }, share }) => ({ key, trafficPercent: share }));
}

/** How all stand after the last change until a moment, oldest first. */
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

/** The moments at which somebody's share may change, in order. */
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
