/** Deployments that this importer derives name it as their source. */
export const importedBy = "mlflow";

/** A deployment of an endpoint, as the API has recorded it. */
export interface RecordedDeployment {
  readonly model: string;
  readonly version: string;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly recordedAt: number;
  /** Null if it serves. */
  readonly endReason: string | null;
  readonly by: string | null;
  /** Whether a release deployed it. */
  readonly isReleased: boolean;
}

/** A registered version, as the API has recorded it. */
export interface RecordedVersion {
  readonly runId: string | null;
  readonly artifactUri: string | null;
}

/** What the API has recorded of the models that a store describes. */
export interface RecordedServing {
  /** The versions of a model by number. */
  versions(namespace: string, model: string): Promise<ReadonlyMap<string, RecordedVersion>>;
  /** The deployments of an endpoint, newest first. */
  deployments(namespace: string, endpoint: string): Promise<readonly RecordedDeployment[]>;
  aliasTarget(namespace: string, model: string, alias: string): Promise<string | null>;
}

/** Without a server, nothing is recorded. */
export const nothingRecorded: RecordedServing = {
  versions: () => Promise.resolve(new Map()),
  deployments: () => Promise.resolve([]),
  aliasTarget: () => Promise.resolve(null),
};

/** A version that an alias or a stage marks as deployed. */
export interface DeployedVersion {
  readonly model: string;
  readonly version: string;
  /** The version's last update, in epoch milliseconds. */
  readonly since: number;
  /** When the store was in this state, in epoch milliseconds. */
  readonly observedAt: number;
  /** Whether the alias pointed to another version before. Null for a stage, which has no target. */
  readonly isAliasMoved: boolean | null;
}

/**
 * When the deployment behind an alias or a stage began. A deployment that is already recorded keeps its time, so that a
 * repeated import and a changed description start none. MLflow records no time for a moved alias: the deployment begins
 * when the alias was first seen there.
 */
export function beginOf(deployed: DeployedVersion, recorded: readonly RecordedDeployment[]): number {
  const [newest] = recorded;
  if (!newest) return deployed.since;
  const own = recorded.find(({ model, version }) => model === deployed.model && version === deployed.version);
  if (own && (own.endReason === null || !isMarkedAgain(deployed, own, newest))) return own.validFrom;
  if (deployed.observedAt <= newest.validFrom) return own?.validFrom ?? deployed.since;
  const isUpdatedSince = deployed.since > Math.max(newest.validFrom, newest.recordedAt);
  return isUpdatedSince ? Math.min(deployed.since, deployed.observedAt) : deployed.observedAt;
}

/** Whether an ended deployment was marked again after its end. A mark that remained does not undo a decision. */
function isMarkedAgain(
  { since, isAliasMoved }: DeployedVersion,
  own: RecordedDeployment,
  newest: RecordedDeployment,
): boolean {
  const isImported = own.endReason === "SUPERSEDED" && !newest.isReleased && [null, importedBy].includes(newest.by);
  if (isImported) return true;
  return isAliasMoved ?? (own.validTo !== null && since > own.validTo);
}

/** The deployments of an endpoint that no alias or stage marks any more, and when each was seen to have ended. */
export function endedOf(
  model: string,
  observedAt: number,
  recorded: readonly RecordedDeployment[],
): readonly RecordedDeployment[] {
  return recorded.filter(
    (one) =>
      one.endReason === null &&
      one.by === importedBy &&
      !one.isReleased &&
      one.model === model &&
      one.validFrom < observedAt,
  );
}
