/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AddNoteInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly target: NodeRefInput;
  readonly text: string;
};

export type ChangeKind =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED';

export type CheckOutcome =
  | 'FAILED'
  | 'PASSED'
  | 'UNKNOWN';

export type CodeCommitRefInput = {
  readonly repository: string;
  readonly sha: string;
};

export type Comparison =
  | 'EQ'
  | 'GT'
  | 'GTE'
  | 'LT'
  | 'LTE';

export type CompletenessStatus =
  | 'COMPLETE'
  | 'PARTIAL';

export type DatasetRefInput = {
  readonly name: string;
  readonly namespace: string;
};

export type DatasetSnapshotRefInput = {
  readonly dataset: string;
  readonly namespace: string;
  readonly version: string;
};

export type DeclareSameDatasetInput = {
  readonly alias: DatasetRefInput;
  readonly dataset: DatasetRefInput;
  readonly idempotencyKey?: string | null | undefined;
  readonly reason: string;
};

export type DefineEndpointInput = {
  readonly name: string;
  readonly namespace: string;
  readonly policy?: ReleasePolicyInput | null | undefined;
  readonly stage: DeploymentStage;
};

export type DeletionVerdict =
  | 'ALLOWED'
  | 'BLOCKED'
  | 'UNKNOWN';

export type DeployReleaseInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly override?: boolean | null | undefined;
  readonly reason?: string | null | undefined;
  readonly release: string | number;
};

export type DeployStatus =
  | 'DEPLOYED'
  | 'REFUSED';

export type DeploymentEndReason =
  | 'RETIRED'
  | 'ROLLED_BACK'
  | 'SUPERSEDED';

export type DeploymentRefInput = {
  readonly endpoint: string;
  readonly namespace: string;
};

export type DeploymentStage =
  | 'DEVELOPMENT'
  | 'PRODUCTION'
  | 'SHADOW'
  | 'STAGING';

export type DeploymentState =
  | 'ACTIVE'
  | 'RETIRED'
  | 'ROLLED_BACK'
  | 'SUPERSEDED';

export type EdgeRefInput = {
  readonly downstream: NodeRefInput;
  readonly kind: LineageEdgeKind;
  readonly role?: string | null | undefined;
  readonly upstream: NodeRefInput;
};

export type EndDeploymentInput = {
  readonly at?: string | null | undefined;
  readonly deployment: NodeRefInput;
  readonly idempotencyKey?: string | null | undefined;
  readonly reason: string;
};

export type EndpointRefInput = {
  readonly name: string;
  readonly namespace: string;
};

export type EnvironmentRefInput = {
  readonly digest: string;
};

export type ImpactSeverity =
  | 'NONE'
  | 'PENDING_RELEASE'
  | 'REGISTERED'
  | 'REPRODUCIBILITY'
  | 'ROLLBACK_TARGET'
  | 'SERVING_OTHER'
  | 'SERVING_PRODUCTION';

export type LineageDirection =
  | 'DOWNSTREAM'
  | 'UPSTREAM';

export type LineageEdgeKind =
  | 'DEPLOYED_AS'
  | 'DERIVED_INTO'
  | 'EMITTED'
  | 'PART_OF'
  | 'PRODUCED'
  | 'SAME_CONTENT'
  | 'USED_BY';

export type LineageKind =
  | 'CODE_COMMIT'
  | 'DATASET_SNAPSHOT'
  | 'DEPLOYMENT'
  | 'ENVIRONMENT'
  | 'MODEL_VERSION'
  | 'RUN';

export type MetricConditionInput = {
  readonly comparison: Comparison;
  readonly name: string;
  readonly value: number;
};

export type MetricToleranceInput = {
  readonly higherIsBetter: boolean;
  readonly name: string;
  readonly tolerance?: number | null | undefined;
};

export type ModelVersionRefInput = {
  readonly alias?: string | null | undefined;
  readonly model: string;
  readonly namespace: string;
  readonly version?: string | null | undefined;
};

export type NodeRefInput =
  {   readonly codeCommit: CodeCommitRefInput; readonly dataset?: never; readonly datasetSnapshot?: never; readonly deployment?: never; readonly environment?: never; readonly id?: never; readonly key?: never; readonly modelVersion?: never; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never;   readonly dataset: DatasetRefInput; readonly datasetSnapshot?: never; readonly deployment?: never; readonly environment?: never; readonly id?: never; readonly key?: never; readonly modelVersion?: never; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never;   readonly datasetSnapshot: DatasetSnapshotRefInput; readonly deployment?: never; readonly environment?: never; readonly id?: never; readonly key?: never; readonly modelVersion?: never; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never; readonly datasetSnapshot?: never;   readonly deployment: DeploymentRefInput; readonly environment?: never; readonly id?: never; readonly key?: never; readonly modelVersion?: never; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never; readonly datasetSnapshot?: never; readonly deployment?: never;   readonly environment: EnvironmentRefInput; readonly id?: never; readonly key?: never; readonly modelVersion?: never; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never; readonly datasetSnapshot?: never; readonly deployment?: never; readonly environment?: never;   readonly id: string | number; readonly key?: never; readonly modelVersion?: never; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never; readonly datasetSnapshot?: never; readonly deployment?: never; readonly environment?: never; readonly id?: never;   readonly key: string; readonly modelVersion?: never; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never; readonly datasetSnapshot?: never; readonly deployment?: never; readonly environment?: never; readonly id?: never; readonly key?: never;   readonly modelVersion: ModelVersionRefInput; readonly package?: never; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never; readonly datasetSnapshot?: never; readonly deployment?: never; readonly environment?: never; readonly id?: never; readonly key?: never; readonly modelVersion?: never;   readonly package: PackageRefInput; readonly run?: never; }
  |  { readonly codeCommit?: never; readonly dataset?: never; readonly datasetSnapshot?: never; readonly deployment?: never; readonly environment?: never; readonly id?: never; readonly key?: never; readonly modelVersion?: never; readonly package?: never;   readonly run: RunRefInput; };

export type OpenRecallInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly reason: string;
  readonly targets: ReadonlyArray<NodeRefInput>;
};

export type PackageRefInput = {
  readonly name: string;
  readonly specifier?: string | null | undefined;
};

export type ParameterConditionInput = {
  readonly name: string;
  readonly value: string;
};

export type PartialReason =
  | 'DEPTH_LIMIT'
  | 'NODE_BUDGET'
  | 'RESTRICTED'
  | 'TIME_BUDGET'
  | 'UNPINNED'
  | 'UNRECORDED_CONTENT';

export type ProposeReleaseInput = {
  readonly endpoint: EndpointRefInput;
  readonly idempotencyKey?: string | null | undefined;
  readonly modelVersion: ModelVersionRefInput;
  readonly note?: string | null | undefined;
  readonly trafficPercent?: number | null | undefined;
};

export type RecallState =
  | 'CLOSED'
  | 'OPEN';

export type ReleasePolicyInput = {
  readonly authorMayApprove?: boolean | null | undefined;
  readonly forbidRecalledUpstream?: boolean | null | undefined;
  readonly forbidTombstonedUpstream?: boolean | null | undefined;
  readonly metrics?: ReadonlyArray<MetricConditionInput> | null | undefined;
  readonly noWorseThanServing?: ReadonlyArray<MetricToleranceInput> | null | undefined;
  readonly requireCleanCommit?: boolean | null | undefined;
  readonly requirePinnedEnvironment?: boolean | null | undefined;
  readonly requireReproducible?: boolean | null | undefined;
  readonly requiredApprovals?: number | null | undefined;
};

export type ReleaseState =
  | 'APPROVED'
  | 'DEPLOYED'
  | 'PROPOSED'
  | 'REJECTED'
  | 'WITHDRAWN';

export type ReproductionVerdict =
  | 'DEGRADED'
  | 'LOST'
  | 'REPRODUCIBLE';

export type ResolveRecallTaskInput = {
  readonly deployment: string | number;
  readonly recall: string | number;
  readonly resolution: string;
};

export type RestoreInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly reason: string;
  readonly targets: ReadonlyArray<NodeRefInput>;
};

export type RetractInput = {
  readonly edges?: ReadonlyArray<EdgeRefInput> | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly nodes?: ReadonlyArray<NodeRefInput> | null | undefined;
  readonly reason: string;
};

export type ReviewReleaseInput = {
  readonly approve: boolean;
  readonly idempotencyKey?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly release: string | number;
};

export type RollbackInput = {
  readonly endpoint: EndpointRefInput;
  readonly idempotencyKey?: string | null | undefined;
  readonly reason: string;
  readonly serving?: ReadonlyArray<string | number> | null | undefined;
  readonly to?: string | number | null | undefined;
};

export type RunFilterInput = {
  readonly experiment?: string | null | undefined;
  readonly metrics?: ReadonlyArray<MetricConditionInput> | null | undefined;
  readonly namespace?: string | null | undefined;
  readonly parameters?: ReadonlyArray<ParameterConditionInput> | null | undefined;
  readonly startedAfter?: string | null | undefined;
  readonly startedBefore?: string | null | undefined;
  readonly status?: ReadonlyArray<RunStatus> | null | undefined;
  readonly tags?: ReadonlyArray<TagConditionInput> | null | undefined;
};

export type RunOrderField =
  | 'ENDED_AT'
  | 'RECORDED_AT'
  | 'STARTED_AT';

export type RunOrderInput = {
  readonly direction: SortDirection;
  readonly field?: RunOrderField | null | undefined;
  readonly metric?: string | null | undefined;
};

export type RunRefInput = {
  readonly externalId: string;
  readonly namespace: string;
};

export type RunStatus =
  | 'ABORTED'
  | 'COMPLETED'
  | 'FAILED'
  | 'RUNNING'
  | 'SCHEDULED';

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type TagConditionInput = {
  readonly name: string;
  readonly value: string;
};

export type TombstoneInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly impactToken: string;
  readonly override?: boolean | null | undefined;
  readonly reason: string;
  readonly targets: ReadonlyArray<NodeRefInput>;
};

export type TombstoneStatus =
  | 'BLOCKED'
  | 'STALE_IMPACT'
  | 'TOMBSTONED';

export type WithdrawReleaseInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly release: string | number;
};

export type CliEndpointsNamedQueryVariables = Exact<{
  namespace?: string | null | undefined;
  name: string;
}>;


export type CliEndpointsNamedQuery = { readonly endpoints: { readonly edges: ReadonlyArray<{ readonly node: { readonly namespace: string, readonly name: string } }> } };

type NodeLine_CodeCommit_Fragment = { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean };

type NodeLine_DatasetSnapshot_Fragment = { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean };

type NodeLine_Deployment_Fragment = { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean };

type NodeLine_Environment_Fragment = { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean };

type NodeLine_ModelVersion_Fragment = { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean };

type NodeLine_Run_Fragment = { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean };

export type NodeLineFragment =
  | NodeLine_CodeCommit_Fragment
  | NodeLine_DatasetSnapshot_Fragment
  | NodeLine_Deployment_Fragment
  | NodeLine_Environment_Fragment
  | NodeLine_ModelVersion_Fragment
  | NodeLine_Run_Fragment
;

export type CliNamedQueryVariables = Exact<{
  name: string;
}>;


export type CliNamedQuery = { readonly named: ReadonlyArray<
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
  > };

type ComparisonFields_ModelComparison_Fragment = { readonly notCompared: ReadonlyArray<string>, readonly data: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly dataset: { readonly name: string } }>, readonly models: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly model: { readonly name: string } }>, readonly code: { readonly same: boolean, readonly compareUrl: string | null, readonly left: { readonly sha: string, readonly dirty: boolean } | null, readonly right: { readonly sha: string, readonly dirty: boolean } | null }, readonly packages: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly parameters: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly metrics: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: number | null, readonly right: number | null, readonly difference: number | null }> };

type ComparisonFields_RunComparison_Fragment = { readonly notCompared: ReadonlyArray<string>, readonly data: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly dataset: { readonly name: string } }>, readonly models: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly model: { readonly name: string } }>, readonly code: { readonly same: boolean, readonly compareUrl: string | null, readonly left: { readonly sha: string, readonly dirty: boolean } | null, readonly right: { readonly sha: string, readonly dirty: boolean } | null }, readonly packages: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly parameters: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly metrics: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: number | null, readonly right: number | null, readonly difference: number | null }> };

export type ComparisonFieldsFragment =
  | ComparisonFields_ModelComparison_Fragment
  | ComparisonFields_RunComparison_Fragment
;

export type CliModelComparisonQueryVariables = Exact<{
  left: ModelVersionRefInput;
  right: ModelVersionRefInput;
}>;


export type CliModelComparisonQuery = { readonly comparison: { readonly notCompared: ReadonlyArray<string>, readonly left: { readonly key: string, readonly label: string }, readonly right: { readonly key: string, readonly label: string }, readonly data: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly dataset: { readonly name: string } }>, readonly models: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly model: { readonly name: string } }>, readonly code: { readonly same: boolean, readonly compareUrl: string | null, readonly left: { readonly sha: string, readonly dirty: boolean } | null, readonly right: { readonly sha: string, readonly dirty: boolean } | null }, readonly packages: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly parameters: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly metrics: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: number | null, readonly right: number | null, readonly difference: number | null }> } | null };

export type CliRunComparisonQueryVariables = Exact<{
  left: RunRefInput;
  right: RunRefInput;
}>;


export type CliRunComparisonQuery = { readonly comparison: { readonly notCompared: ReadonlyArray<string>, readonly left: { readonly key: string, readonly label: string }, readonly right: { readonly key: string, readonly label: string }, readonly data: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly dataset: { readonly name: string } }>, readonly models: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly model: { readonly name: string } }>, readonly code: { readonly same: boolean, readonly compareUrl: string | null, readonly left: { readonly sha: string, readonly dirty: boolean } | null, readonly right: { readonly sha: string, readonly dirty: boolean } | null }, readonly packages: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly parameters: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly metrics: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: number | null, readonly right: number | null, readonly difference: number | null }> } | null };

export type CliServingComparisonQueryVariables = Exact<{
  endpoint: EndpointRefInput;
  left: string;
  right: string;
}>;


export type CliServingComparisonQuery = { readonly servingComparison: { readonly leftAt: string, readonly rightAt: string, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly left: ReadonlyArray<{ readonly trafficPercent: number, readonly modelVersion: { readonly key: string, readonly label: string } }>, readonly right: ReadonlyArray<{ readonly trafficPercent: number, readonly modelVersion: { readonly key: string, readonly label: string } }>, readonly comparison: { readonly notCompared: ReadonlyArray<string>, readonly left: { readonly key: string, readonly label: string }, readonly right: { readonly key: string, readonly label: string }, readonly data: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly dataset: { readonly name: string } }>, readonly models: ReadonlyArray<{ readonly change: ChangeKind, readonly role: string, readonly left: { readonly key: string, readonly label: string } | null, readonly right: { readonly key: string, readonly label: string } | null, readonly model: { readonly name: string } }>, readonly code: { readonly same: boolean, readonly compareUrl: string | null, readonly left: { readonly sha: string, readonly dirty: boolean } | null, readonly right: { readonly sha: string, readonly dirty: boolean } | null }, readonly packages: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly parameters: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: string | null, readonly right: string | null }>, readonly metrics: ReadonlyArray<{ readonly change: ChangeKind, readonly name: string, readonly left: number | null, readonly right: number | null, readonly difference: number | null }> } | null } | null };

export type CliDeletionCandidatesQueryVariables = Exact<{
  namespace?: string | null | undefined;
  recordedBefore?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CliDeletionCandidatesQuery = { readonly deletionCandidates: { readonly totalCount: number, readonly totalBytes: number, readonly edges: ReadonlyArray<{ readonly node: { readonly sizeBytes: number | null, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DeletionPlanFieldsFragment = { readonly verdict: DeletionVerdict, readonly blockerCount: number, readonly impactToken: string, readonly targets: ReadonlyArray<
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
    | { readonly sizeBytes: number | null, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
    | { readonly artifactSizeBytes: number | null, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
  >, readonly blockers: ReadonlyArray<{ readonly severity: ImpactSeverity, readonly depth: number, readonly reason: string, readonly node:
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
     }>, readonly impact: { readonly blindSpotCount: number, readonly counts: ReadonlyArray<{ readonly severity: ImpactSeverity, readonly kind: LineageKind, readonly count: number }>, readonly completeness: { readonly status: CompletenessStatus, readonly reason: PartialReason | null, readonly reasons: ReadonlyArray<PartialReason>, readonly reachedCount: number, readonly undecidedCount: number, readonly undecided: ReadonlyArray<
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      > }, readonly blindSpots: ReadonlyArray<{ readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }> }, readonly aliases: ReadonlyArray<{ readonly name: string, readonly version: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } }>, readonly copies: ReadonlyArray<
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
  >, readonly duplicates: ReadonlyArray<
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
  >, readonly similarDatasets: ReadonlyArray<{ readonly snapshotCount: number, readonly dataset: { readonly key: string }, readonly similar: { readonly key: string, readonly namespace: string, readonly name: string } }> };

export type CliDeletionPlanQueryVariables = Exact<{
  of: ReadonlyArray<NodeRefInput>;
  limit: number;
}>;


export type CliDeletionPlanQuery = { readonly deletionPlan: { readonly verdict: DeletionVerdict, readonly blockerCount: number, readonly impactToken: string, readonly targets: ReadonlyArray<
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
      | { readonly sizeBytes: number | null, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
      | { readonly artifactSizeBytes: number | null, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
    >, readonly blockers: ReadonlyArray<{ readonly severity: ImpactSeverity, readonly depth: number, readonly reason: string, readonly node:
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
       }>, readonly impact: { readonly blindSpotCount: number, readonly counts: ReadonlyArray<{ readonly severity: ImpactSeverity, readonly kind: LineageKind, readonly count: number }>, readonly completeness: { readonly status: CompletenessStatus, readonly reason: PartialReason | null, readonly reasons: ReadonlyArray<PartialReason>, readonly reachedCount: number, readonly undecidedCount: number, readonly undecided: ReadonlyArray<
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        > }, readonly blindSpots: ReadonlyArray<{ readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }> }, readonly aliases: ReadonlyArray<{ readonly name: string, readonly version: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } }>, readonly copies: ReadonlyArray<
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    >, readonly duplicates: ReadonlyArray<
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    >, readonly similarDatasets: ReadonlyArray<{ readonly snapshotCount: number, readonly dataset: { readonly key: string }, readonly similar: { readonly key: string, readonly namespace: string, readonly name: string } }> } | null };

export type CliPlanCopiesQueryVariables = Exact<{
  of: ReadonlyArray<NodeRefInput>;
}>;


export type CliPlanCopiesQuery = { readonly deletionPlan: { readonly copies: ReadonlyArray<
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly impact: { readonly productionDeployments: ReadonlyArray<{ readonly modelVersion: { readonly key: string } }> } }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly impact: { readonly productionDeployments: ReadonlyArray<{ readonly modelVersion: { readonly key: string } }> } }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly impact: { readonly productionDeployments: ReadonlyArray<{ readonly modelVersion: { readonly key: string } }> } }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly impact: { readonly productionDeployments: ReadonlyArray<{ readonly modelVersion: { readonly key: string } }> } }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly impact: { readonly productionDeployments: ReadonlyArray<{ readonly modelVersion: { readonly key: string } }> } }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly impact: { readonly productionDeployments: ReadonlyArray<{ readonly modelVersion: { readonly key: string } }> } }
    > } | null };

export type CliReproducibilityLostQueryVariables = Exact<{
  of: ReadonlyArray<NodeRefInput>;
  limit: number;
}>;


export type CliReproducibilityLostQuery = { readonly deletionPlan: { readonly reproducibilityLostCount: number, readonly reproducibilityLost: ReadonlyArray<{ readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }> } | null };

export type CliTombstoneMutationVariables = Exact<{
  input: TombstoneInput;
  limit: number;
}>;


export type CliTombstoneMutation = { readonly tombstone: { readonly status: TombstoneStatus, readonly tombstoned: ReadonlyArray<
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    >, readonly plan: { readonly verdict: DeletionVerdict, readonly blockerCount: number, readonly impactToken: string, readonly targets: ReadonlyArray<
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
        | { readonly sizeBytes: number | null, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
        | { readonly artifactSizeBytes: number | null, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null }
      >, readonly blockers: ReadonlyArray<{ readonly severity: ImpactSeverity, readonly depth: number, readonly reason: string, readonly node:
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
         }>, readonly impact: { readonly blindSpotCount: number, readonly counts: ReadonlyArray<{ readonly severity: ImpactSeverity, readonly kind: LineageKind, readonly count: number }>, readonly completeness: { readonly status: CompletenessStatus, readonly reason: PartialReason | null, readonly reasons: ReadonlyArray<PartialReason>, readonly reachedCount: number, readonly undecidedCount: number, readonly undecided: ReadonlyArray<
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          > }, readonly blindSpots: ReadonlyArray<{ readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }> }, readonly aliases: ReadonlyArray<{ readonly name: string, readonly version: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } }>, readonly copies: ReadonlyArray<
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      >, readonly duplicates: ReadonlyArray<
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      >, readonly similarDatasets: ReadonlyArray<{ readonly snapshotCount: number, readonly dataset: { readonly key: string }, readonly similar: { readonly key: string, readonly namespace: string, readonly name: string } }> } } };

export type CliRestoreMutationVariables = Exact<{
  input: RestoreInput;
}>;


export type CliRestoreMutation = { readonly restore: ReadonlyArray<
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
  > };

export type CliEndDeploymentMutationVariables = Exact<{
  input: EndDeploymentInput;
}>;


export type CliEndDeploymentMutation = { readonly endDeployment: { readonly key: string, readonly label: string, readonly validTo: string | null } };

export type DeploymentPageFragment = { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly key: string, readonly isStub: boolean, readonly validFrom: string, readonly validTo: string | null, readonly state: DeploymentState, readonly trafficPercent: number, readonly by: string | null, readonly stage: DeploymentStage, readonly modelVersion: { readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly release: { readonly key: string } | null } }> };

export type CliHistoryQueryVariables = Exact<{
  namespace: string;
  name: string;
  first: number;
}>;


export type CliHistoryQuery = { readonly endpoint: { readonly history: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly key: string, readonly isStub: boolean, readonly validFrom: string, readonly validTo: string | null, readonly state: DeploymentState, readonly trafficPercent: number, readonly by: string | null, readonly stage: DeploymentStage, readonly modelVersion: { readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly release: { readonly key: string } | null } }> } } | null };

export type CliOutsideQueryVariables = Exact<{
  namespace?: string | null | undefined;
  stage?: DeploymentStage | null | undefined;
  first: number;
}>;


export type CliOutsideQuery = { readonly deployments: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly key: string, readonly isStub: boolean, readonly validFrom: string, readonly validTo: string | null, readonly state: DeploymentState, readonly trafficPercent: number, readonly by: string | null, readonly stage: DeploymentStage, readonly modelVersion: { readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly release: { readonly key: string } | null } }> } };

export type EndpointFieldsFragment = { readonly namespace: string, readonly name: string, readonly stage: DeploymentStage, readonly serving: ReadonlyArray<{ readonly trafficPercent: number, readonly modelVersion: { readonly label: string } }>, readonly policy: { readonly requiredApprovals: number, readonly requirePinnedEnvironment: boolean, readonly requireCleanCommit: boolean, readonly requireReproducible: boolean, readonly forbidRecalledUpstream: boolean, readonly forbidTombstonedUpstream: boolean, readonly metrics: ReadonlyArray<{ readonly name: string, readonly comparison: Comparison, readonly value: number }>, readonly noWorseThanServing: ReadonlyArray<{ readonly name: string, readonly higherIsBetter: boolean, readonly tolerance: number }> } };

export type CliDefineEndpointMutationVariables = Exact<{
  input: DefineEndpointInput;
}>;


export type CliDefineEndpointMutation = { readonly defineEndpoint: { readonly namespace: string, readonly name: string, readonly stage: DeploymentStage, readonly serving: ReadonlyArray<{ readonly trafficPercent: number, readonly modelVersion: { readonly label: string } }>, readonly policy: { readonly requiredApprovals: number, readonly requirePinnedEnvironment: boolean, readonly requireCleanCommit: boolean, readonly requireReproducible: boolean, readonly forbidRecalledUpstream: boolean, readonly forbidTombstonedUpstream: boolean, readonly metrics: ReadonlyArray<{ readonly name: string, readonly comparison: Comparison, readonly value: number }>, readonly noWorseThanServing: ReadonlyArray<{ readonly name: string, readonly higherIsBetter: boolean, readonly tolerance: number }> } } };

export type CliEndpointsQueryVariables = Exact<{
  namespace?: string | null | undefined;
  stage?: DeploymentStage | null | undefined;
  first: number;
}>;


export type CliEndpointsQuery = { readonly endpoints: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly namespace: string, readonly name: string, readonly stage: DeploymentStage, readonly serving: ReadonlyArray<{ readonly trafficPercent: number, readonly modelVersion: { readonly label: string } }>, readonly policy: { readonly requiredApprovals: number, readonly requirePinnedEnvironment: boolean, readonly requireCleanCommit: boolean, readonly requireReproducible: boolean, readonly forbidRecalledUpstream: boolean, readonly forbidTombstonedUpstream: boolean, readonly metrics: ReadonlyArray<{ readonly name: string, readonly comparison: Comparison, readonly value: number }>, readonly noWorseThanServing: ReadonlyArray<{ readonly name: string, readonly higherIsBetter: boolean, readonly tolerance: number }> } } }> } };

export type CompletenessFieldsFragment = { readonly status: CompletenessStatus, readonly reason: PartialReason | null, readonly reasons: ReadonlyArray<PartialReason>, readonly reachedCount: number, readonly undecidedCount: number, readonly undecided: ReadonlyArray<
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
  > };

export type BlindSpotFieldsFragment = { readonly blindSpotCount: number, readonly blindSpots: ReadonlyArray<{ readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }> };

export type AffectedNodeFieldsFragment = { readonly severity: ImpactSeverity, readonly depth: number, readonly reason: string, readonly node:
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
   };

export type CliImpactQueryVariables = Exact<{
  of: NodeRefInput;
  asOf?: string | null | undefined;
  minSeverity?: ImpactSeverity | null | undefined;
  kinds?: ReadonlyArray<LineageKind> | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CliImpactQuery = { readonly impact: { readonly severity: ImpactSeverity, readonly blindSpotCount: number, readonly counts: ReadonlyArray<{ readonly severity: ImpactSeverity, readonly kind: LineageKind, readonly count: number }>, readonly similarDatasets: ReadonlyArray<{ readonly snapshotCount: number, readonly dataset: { readonly key: string }, readonly similar: { readonly key: string, readonly namespace: string, readonly name: string } }>, readonly affected: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly severity: ImpactSeverity, readonly depth: number, readonly reason: string, readonly node:
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
            | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
           } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly completeness: { readonly status: CompletenessStatus, readonly reason: PartialReason | null, readonly reasons: ReadonlyArray<PartialReason>, readonly reachedCount: number, readonly undecidedCount: number, readonly undecided: ReadonlyArray<
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      > }, readonly blindSpots: ReadonlyArray<{ readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }> } | null };

export type SimilarDatasetFieldsFragment = { readonly snapshotCount: number, readonly dataset: { readonly key: string }, readonly similar: { readonly key: string, readonly namespace: string, readonly name: string } };

export type CliSimilarDatasetImpactQueryVariables = Exact<{
  of: NodeRefInput;
  asOf?: string | null | undefined;
}>;


export type CliSimilarDatasetImpactQuery = { readonly impact: { readonly productionDeployments: ReadonlyArray<{ readonly modelVersion: { readonly key: string } }> } | null };

export type CliProbeQueryVariables = Exact<{ [key: string]: never; }>;


export type CliProbeQuery = { readonly __typename: 'Query' };

export type CliImportVersionsQueryVariables = Exact<{
  namespace: string;
  model: string;
  after?: string | null | undefined;
}>;


export type CliImportVersionsQuery = { readonly model: { readonly versions: { readonly edges: ReadonlyArray<{ readonly node: { readonly version: string, readonly artifactUri: string | null, readonly producedBy: { readonly externalId: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type CliImportServedQueryVariables = Exact<{
  namespace: string;
  endpoint: string;
}>;


export type CliImportServedQuery = { readonly endpoint: { readonly history: { readonly edges: ReadonlyArray<{ readonly node: { readonly validFrom: string, readonly validTo: string | null, readonly endReason: DeploymentEndReason | null, readonly recordedAt: string, readonly by: string | null, readonly release: { readonly id: string } | null, readonly modelVersion: { readonly version: string, readonly model: { readonly name: string } } } }> } } | null };

export type CliImportAliasQueryVariables = Exact<{
  namespace: string;
  model: string;
  alias: string;
}>;


export type CliImportAliasQuery = { readonly modelVersion: { readonly version: string } | null };

export type CliAuditLogQueryVariables = Exact<{
  target?: string | null | undefined;
  by?: string | null | undefined;
  action?: string | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  first: number;
}>;


export type CliAuditLogQuery = { readonly auditLog: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly sequence: number, readonly at: string, readonly by: string, readonly action: string, readonly targets: ReadonlyArray<string>, readonly detail: Readonly<Record<string, unknown>>, readonly hash: string } }> } };

export type CliLedgerQueryVariables = Exact<{
  last: number;
  before?: string | null | undefined;
  withCount: boolean;
}>;


export type CliLedgerQuery = { readonly auditLog: { readonly totalCount?: number, readonly pageInfo: { readonly hasPreviousPage: boolean, readonly startCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly sequence: number, readonly at: string, readonly by: string, readonly action: string, readonly targets: ReadonlyArray<string>, readonly detail: Readonly<Record<string, unknown>>, readonly previousHash: string, readonly hash: string } }> } };

export type CliLineageQueryVariables = Exact<{
  key: string;
  direction: LineageDirection;
  maxDepth?: number | null | undefined;
  kinds?: ReadonlyArray<LineageKind> | null | undefined;
  asOf?: string | null | undefined;
  limit: number;
  withEdges: boolean;
}>;


export type CliLineageQuery = { readonly lineage: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly depth: number, readonly node:
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
       }>, readonly edges?: ReadonlyArray<{ readonly upstreamKey: string, readonly downstreamKey: string, readonly kind: LineageEdgeKind, readonly role: string | null, readonly inferred: boolean }>, readonly counts: ReadonlyArray<{ readonly kind: LineageKind, readonly count: number }>, readonly completeness: { readonly status: CompletenessStatus, readonly reason: PartialReason | null, readonly reasons: ReadonlyArray<PartialReason>, readonly reachedCount: number, readonly undecidedCount: number, readonly undecided: ReadonlyArray<
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      > } } | null };

type NodeDetails_CodeCommit_Fragment = { readonly __typename: 'CodeCommit', readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> };

type NodeDetails_DatasetSnapshot_Fragment = { readonly __typename: 'DatasetSnapshot', readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> };

type NodeDetails_Deployment_Fragment = { readonly __typename: 'Deployment', readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> };

type NodeDetails_Environment_Fragment = { readonly __typename: 'Environment', readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> };

type NodeDetails_ModelVersion_Fragment = { readonly __typename: 'ModelVersion', readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> };

type NodeDetails_Run_Fragment = { readonly __typename: 'Run', readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> };

export type NodeDetailsFragment =
  | NodeDetails_CodeCommit_Fragment
  | NodeDetails_DatasetSnapshot_Fragment
  | NodeDetails_Deployment_Fragment
  | NodeDetails_Environment_Fragment
  | NodeDetails_ModelVersion_Fragment
  | NodeDetails_Run_Fragment
;

export type CliShowQueryVariables = Exact<{
  key: string;
}>;


export type CliShowQuery = { readonly lineageNode:
    | { readonly __typename: 'CodeCommit', readonly repository: string, readonly sha: string, readonly dirty: boolean, readonly message: string | null, readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> }
    | { readonly __typename: 'DatasetSnapshot', readonly version: string, readonly digest: string | null, readonly uri: string | null, readonly sizeBytes: number | null, readonly rowCount: number | null, readonly createdAt: string | null, readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly dataset: { readonly namespace: string, readonly name: string }, readonly producedBy: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } | null, readonly usedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } }> }, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> }
    | { readonly __typename: 'Deployment', readonly stage: DeploymentStage, readonly state: DeploymentState, readonly trafficPercent: number, readonly validFrom: string, readonly validTo: string | null, readonly by: string | null, readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly modelVersion: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> }
    | { readonly __typename: 'Environment', readonly digest: string | null, readonly imageUri: string | null, readonly pythonVersion: string | null, readonly pinned: boolean, readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly packages: ReadonlyArray<{ readonly name: string, readonly version: string | null, readonly specifier: string | null, readonly marker: string | null, readonly url: string | null }>, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> }
    | { readonly __typename: 'ModelVersion', readonly version: string, readonly aliases: ReadonlyArray<string>, readonly artifactUri: string | null, readonly artifactDigest: string | null, readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly model: { readonly namespace: string, readonly name: string }, readonly producedBy: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } | null, readonly trainingData: ReadonlyArray<{ readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }>, readonly deployments: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } }> }, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> }
    | { readonly __typename: 'Run', readonly externalId: string, readonly name: string | null, readonly experiment: string | null, readonly status: RunStatus, readonly startedAt: string | null, readonly endedAt: string | null, readonly by: string | null, readonly id: string, readonly recordedAt: string, readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly tags: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly metrics: ReadonlyArray<{ readonly name: string, readonly text: string, readonly step: number | null, readonly dataset: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } | null }>, readonly inputs: ReadonlyArray<{ readonly role: string, readonly inferred: boolean, readonly node:
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
         }>, readonly outputs: ReadonlyArray<{ readonly role: string, readonly inferred: boolean, readonly node:
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
          | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
         }>, readonly codeCommit: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } | null, readonly environment: { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean } | null, readonly tombstone: { readonly at: string, readonly by: string, readonly reason: string } | null, readonly recalls: ReadonlyArray<{ readonly id: string, readonly openedAt: string, readonly reason: string }>, readonly notes: ReadonlyArray<{ readonly at: string, readonly by: string, readonly text: string }> }
   | null };

export type CliAddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;


export type CliAddNoteMutation = { readonly addNote: { readonly id: string } };

export type CliSearchQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<LineageKind> | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CliSearchQuery = { readonly search: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node:
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
       }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CliRecallsReachingQueryVariables = Exact<{
  key: string;
}>;


export type CliRecallsReachingQuery = { readonly lineageNode:
    | { readonly recalls: ReadonlyArray<{ readonly id: string, readonly reason: string }> }
    | { readonly recalls: ReadonlyArray<{ readonly id: string, readonly reason: string }> }
    | { readonly recalls: ReadonlyArray<{ readonly id: string, readonly reason: string }> }
    | { readonly recalls: ReadonlyArray<{ readonly id: string, readonly reason: string }> }
    | { readonly recalls: ReadonlyArray<{ readonly id: string, readonly reason: string }> }
    | { readonly recalls: ReadonlyArray<{ readonly id: string, readonly reason: string }> }
   | null };

export type RecallSummaryFragment = { readonly id: string, readonly state: RecallState, readonly reason: string, readonly by: string, readonly openedAt: string, readonly closedAt: string | null, readonly openTaskCount: number };

export type RecallFieldsFragment = { readonly watchedScopes: ReadonlyArray<string>, readonly id: string, readonly state: RecallState, readonly reason: string, readonly by: string, readonly openedAt: string, readonly closedAt: string | null, readonly openTaskCount: number, readonly targets: ReadonlyArray<
    | { readonly key: string, readonly label: string }
    | { readonly key: string, readonly label: string }
    | { readonly key: string, readonly label: string }
    | { readonly key: string, readonly label: string }
    | { readonly key: string, readonly label: string }
    | { readonly key: string, readonly label: string }
  >, readonly tasks: ReadonlyArray<{ readonly isServing: boolean, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly stage: DeploymentStage, readonly trafficPercent: number } }> };

export type CliRecallQueryVariables = Exact<{
  id: string | number;
}>;


export type CliRecallQuery = { readonly recall: { readonly watchedScopes: ReadonlyArray<string>, readonly id: string, readonly state: RecallState, readonly reason: string, readonly by: string, readonly openedAt: string, readonly closedAt: string | null, readonly openTaskCount: number, readonly targets: ReadonlyArray<
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
    >, readonly tasks: ReadonlyArray<{ readonly isServing: boolean, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly stage: DeploymentStage, readonly trafficPercent: number } }> } | null };

export type CliRecallsQueryVariables = Exact<{
  state?: RecallState | null | undefined;
  first: number;
}>;


export type CliRecallsQuery = { readonly recalls: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: RecallState, readonly reason: string, readonly by: string, readonly openedAt: string, readonly closedAt: string | null, readonly openTaskCount: number } }> } };

export type CliOpenTasksQueryVariables = Exact<{ [key: string]: never; }>;


export type CliOpenTasksQuery = { readonly recalls: { readonly edges: ReadonlyArray<{ readonly node: { readonly tasks: ReadonlyArray<{ readonly deployment: { readonly key: string, readonly label: string } }> } }> } };

export type CliOpenRecallMutationVariables = Exact<{
  input: OpenRecallInput;
}>;


export type CliOpenRecallMutation = { readonly openRecall: { readonly watchedScopes: ReadonlyArray<string>, readonly id: string, readonly state: RecallState, readonly reason: string, readonly by: string, readonly openedAt: string, readonly closedAt: string | null, readonly openTaskCount: number, readonly targets: ReadonlyArray<
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
    >, readonly tasks: ReadonlyArray<{ readonly isServing: boolean, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly stage: DeploymentStage, readonly trafficPercent: number } }> } };

export type CliResolveRecallTaskMutationVariables = Exact<{
  input: ResolveRecallTaskInput;
}>;


export type CliResolveRecallTaskMutation = { readonly resolveRecallTask: { readonly watchedScopes: ReadonlyArray<string>, readonly id: string, readonly state: RecallState, readonly reason: string, readonly by: string, readonly openedAt: string, readonly closedAt: string | null, readonly openTaskCount: number, readonly targets: ReadonlyArray<
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
    >, readonly tasks: ReadonlyArray<{ readonly isServing: boolean, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly stage: DeploymentStage, readonly trafficPercent: number } }> } };

export type CliCloseRecallMutationVariables = Exact<{
  recall: string | number;
}>;


export type CliCloseRecallMutation = { readonly closeRecall: { readonly watchedScopes: ReadonlyArray<string>, readonly id: string, readonly state: RecallState, readonly reason: string, readonly by: string, readonly openedAt: string, readonly closedAt: string | null, readonly openTaskCount: number, readonly targets: ReadonlyArray<
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
      | { readonly key: string, readonly label: string }
    >, readonly tasks: ReadonlyArray<{ readonly isServing: boolean, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly stage: DeploymentStage, readonly trafficPercent: number } }> } };

type RecordedContent_CodeCommit_Fragment = { readonly __typename: 'CodeCommit', readonly key: string };

type RecordedContent_DatasetSnapshot_Fragment = { readonly __typename: 'DatasetSnapshot', readonly digest: string | null, readonly uri: string | null, readonly key: string };

type RecordedContent_Deployment_Fragment = { readonly __typename: 'Deployment', readonly key: string };

type RecordedContent_Environment_Fragment = { readonly __typename: 'Environment', readonly key: string };

type RecordedContent_ModelVersion_Fragment = { readonly __typename: 'ModelVersion', readonly artifactDigest: string | null, readonly artifactUri: string | null, readonly key: string };

type RecordedContent_Run_Fragment = { readonly __typename: 'Run', readonly key: string };

export type RecordedContentFragment =
  | RecordedContent_CodeCommit_Fragment
  | RecordedContent_DatasetSnapshot_Fragment
  | RecordedContent_Deployment_Fragment
  | RecordedContent_Environment_Fragment
  | RecordedContent_ModelVersion_Fragment
  | RecordedContent_Run_Fragment
;

export type CliVerifyQueryVariables = Exact<{
  key: string;
}>;


export type CliVerifyQuery = { readonly lineageNode:
    | { readonly __typename: 'CodeCommit', readonly key: string }
    | { readonly __typename: 'DatasetSnapshot', readonly digest: string | null, readonly uri: string | null, readonly key: string }
    | { readonly __typename: 'Deployment', readonly key: string }
    | { readonly __typename: 'Environment', readonly key: string }
    | { readonly __typename: 'ModelVersion', readonly artifactDigest: string | null, readonly artifactUri: string | null, readonly key: string, readonly producedBy: { readonly inputs: ReadonlyArray<{ readonly role: string, readonly node:
            | { readonly __typename: 'CodeCommit', readonly key: string }
            | { readonly __typename: 'DatasetSnapshot', readonly digest: string | null, readonly uri: string | null, readonly key: string }
            | { readonly __typename: 'Deployment', readonly key: string }
            | { readonly __typename: 'Environment', readonly key: string }
            | { readonly __typename: 'ModelVersion', readonly artifactDigest: string | null, readonly artifactUri: string | null, readonly key: string }
            | { readonly __typename: 'Run', readonly key: string }
           }> } | null }
    | { readonly __typename: 'Run', readonly key: string, readonly inputs: ReadonlyArray<{ readonly role: string, readonly node:
          | { readonly __typename: 'CodeCommit', readonly key: string }
          | { readonly __typename: 'DatasetSnapshot', readonly digest: string | null, readonly uri: string | null, readonly key: string }
          | { readonly __typename: 'Deployment', readonly key: string }
          | { readonly __typename: 'Environment', readonly key: string }
          | { readonly __typename: 'ModelVersion', readonly artifactDigest: string | null, readonly artifactUri: string | null, readonly key: string }
          | { readonly __typename: 'Run', readonly key: string }
         }>, readonly outputs: ReadonlyArray<{ readonly role: string, readonly node:
          | { readonly __typename: 'CodeCommit', readonly key: string }
          | { readonly __typename: 'DatasetSnapshot', readonly digest: string | null, readonly uri: string | null, readonly key: string }
          | { readonly __typename: 'Deployment', readonly key: string }
          | { readonly __typename: 'Environment', readonly key: string }
          | { readonly __typename: 'ModelVersion', readonly artifactDigest: string | null, readonly artifactUri: string | null, readonly key: string }
          | { readonly __typename: 'Run', readonly key: string }
         }> }
   | null };

export type ReleaseFieldsFragment = { readonly id: string, readonly key: string, readonly state: ReleaseState, readonly trafficPercent: number, readonly note: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly closedAt: string | null, readonly closedBy: string | null, readonly closeReason: string | null, readonly override: boolean, readonly checks: ReadonlyArray<{ readonly check: string, readonly outcome: CheckOutcome, readonly message: string }>, readonly approvals: ReadonlyArray<{ readonly by: string, readonly at: string, readonly approved: boolean, readonly note: string | null }>, readonly modelVersion: { readonly key: string, readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly deployment: { readonly key: string } | null };

export type CliReleaseQueryVariables = Exact<{
  id: string | number;
}>;


export type CliReleaseQuery = { readonly release: { readonly id: string, readonly key: string, readonly state: ReleaseState, readonly trafficPercent: number, readonly note: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly closedAt: string | null, readonly closedBy: string | null, readonly closeReason: string | null, readonly override: boolean, readonly checks: ReadonlyArray<{ readonly check: string, readonly outcome: CheckOutcome, readonly message: string }>, readonly approvals: ReadonlyArray<{ readonly by: string, readonly at: string, readonly approved: boolean, readonly note: string | null }>, readonly modelVersion: { readonly key: string, readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly deployment: { readonly key: string } | null } | null };

export type CliReleasesQueryVariables = Exact<{
  endpoint?: EndpointRefInput | null | undefined;
  states?: ReadonlyArray<ReleaseState> | null | undefined;
  first: number;
}>;


export type CliReleasesQuery = { readonly releases: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly key: string, readonly state: ReleaseState, readonly trafficPercent: number, readonly note: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly closedAt: string | null, readonly closedBy: string | null, readonly closeReason: string | null, readonly override: boolean, readonly checks: ReadonlyArray<{ readonly check: string, readonly outcome: CheckOutcome, readonly message: string }>, readonly approvals: ReadonlyArray<{ readonly by: string, readonly at: string, readonly approved: boolean, readonly note: string | null }>, readonly modelVersion: { readonly key: string, readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly deployment: { readonly key: string } | null } }> } };

export type CliProposeMutationVariables = Exact<{
  input: ProposeReleaseInput;
}>;


export type CliProposeMutation = { readonly proposeRelease: { readonly id: string, readonly key: string, readonly state: ReleaseState, readonly trafficPercent: number, readonly note: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly closedAt: string | null, readonly closedBy: string | null, readonly closeReason: string | null, readonly override: boolean, readonly checks: ReadonlyArray<{ readonly check: string, readonly outcome: CheckOutcome, readonly message: string }>, readonly approvals: ReadonlyArray<{ readonly by: string, readonly at: string, readonly approved: boolean, readonly note: string | null }>, readonly modelVersion: { readonly key: string, readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly deployment: { readonly key: string } | null } };

export type CliReviewMutationVariables = Exact<{
  input: ReviewReleaseInput;
}>;


export type CliReviewMutation = { readonly reviewRelease: { readonly id: string, readonly key: string, readonly state: ReleaseState, readonly trafficPercent: number, readonly note: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly closedAt: string | null, readonly closedBy: string | null, readonly closeReason: string | null, readonly override: boolean, readonly checks: ReadonlyArray<{ readonly check: string, readonly outcome: CheckOutcome, readonly message: string }>, readonly approvals: ReadonlyArray<{ readonly by: string, readonly at: string, readonly approved: boolean, readonly note: string | null }>, readonly modelVersion: { readonly key: string, readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly deployment: { readonly key: string } | null } };

export type CliWithdrawMutationVariables = Exact<{
  input: WithdrawReleaseInput;
}>;


export type CliWithdrawMutation = { readonly withdrawRelease: { readonly id: string, readonly key: string, readonly state: ReleaseState, readonly trafficPercent: number, readonly note: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly closedAt: string | null, readonly closedBy: string | null, readonly closeReason: string | null, readonly override: boolean, readonly checks: ReadonlyArray<{ readonly check: string, readonly outcome: CheckOutcome, readonly message: string }>, readonly approvals: ReadonlyArray<{ readonly by: string, readonly at: string, readonly approved: boolean, readonly note: string | null }>, readonly modelVersion: { readonly key: string, readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly deployment: { readonly key: string } | null } };

export type CliDeployMutationVariables = Exact<{
  input: DeployReleaseInput;
}>;


export type CliDeployMutation = { readonly deployRelease: { readonly status: DeployStatus, readonly release: { readonly id: string, readonly key: string, readonly state: ReleaseState, readonly trafficPercent: number, readonly note: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly closedAt: string | null, readonly closedBy: string | null, readonly closeReason: string | null, readonly override: boolean, readonly checks: ReadonlyArray<{ readonly check: string, readonly outcome: CheckOutcome, readonly message: string }>, readonly approvals: ReadonlyArray<{ readonly by: string, readonly at: string, readonly approved: boolean, readonly note: string | null }>, readonly modelVersion: { readonly key: string, readonly label: string }, readonly endpoint: { readonly namespace: string, readonly name: string }, readonly deployment: { readonly key: string } | null } } };

export type CliReproductionQueryVariables = Exact<{
  key: string;
  asOf?: string | null | undefined;
}>;


export type CliReproductionQuery = { readonly reproduction: { readonly verdict: ReproductionVerdict, readonly script: string, readonly of:
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
      | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
    , readonly findings: ReadonlyArray<{ readonly code: string, readonly message: string, readonly node:
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
        | { readonly key: string, readonly kind: LineageKind, readonly label: string, readonly namespace: string, readonly isStub: boolean }
       | null }> } | null };

export type CliRetractMutationVariables = Exact<{
  input: RetractInput;
}>;


export type CliRetractMutation = { readonly retract: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly targets: ReadonlyArray<string> }> };

export type CliSameDatasetMutationVariables = Exact<{
  input: DeclareSameDatasetInput;
}>;


export type CliSameDatasetMutation = { readonly declareSameDataset: { readonly key: string } };

export type RollbackDeploymentFragment = { readonly id: string, readonly key: string, readonly label: string, readonly validFrom: string, readonly validTo: string | null, readonly trafficPercent: number };

export type RollbackPlanFieldsFragment = { readonly endpoint: { readonly namespace: string, readonly name: string }, readonly serving: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string, readonly validFrom: string, readonly validTo: string | null, readonly trafficPercent: number }>, readonly target: { readonly deployment: { readonly key: string }, readonly modelVersion: { readonly label: string } } | null, readonly candidates: ReadonlyArray<{ readonly eligible: boolean, readonly reasons: ReadonlyArray<string>, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly validFrom: string, readonly validTo: string | null, readonly trafficPercent: number }, readonly modelVersion: { readonly key: string, readonly label: string } }> };

export type CliRollbackPlanQueryVariables = Exact<{
  endpoint: EndpointRefInput;
}>;


export type CliRollbackPlanQuery = { readonly rollbackPlan: { readonly endpoint: { readonly namespace: string, readonly name: string }, readonly serving: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string, readonly validFrom: string, readonly validTo: string | null, readonly trafficPercent: number }>, readonly target: { readonly deployment: { readonly key: string }, readonly modelVersion: { readonly label: string } } | null, readonly candidates: ReadonlyArray<{ readonly eligible: boolean, readonly reasons: ReadonlyArray<string>, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly validFrom: string, readonly validTo: string | null, readonly trafficPercent: number }, readonly modelVersion: { readonly key: string, readonly label: string } }> } | null };

export type CliRollbackMutationVariables = Exact<{
  input: RollbackInput;
}>;


export type CliRollbackMutation = { readonly rollback: { readonly status: DeployStatus, readonly message: string, readonly deployment: { readonly key: string } | null, readonly plan: { readonly endpoint: { readonly namespace: string, readonly name: string }, readonly serving: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string, readonly validFrom: string, readonly validTo: string | null, readonly trafficPercent: number }>, readonly target: { readonly deployment: { readonly key: string }, readonly modelVersion: { readonly label: string } } | null, readonly candidates: ReadonlyArray<{ readonly eligible: boolean, readonly reasons: ReadonlyArray<string>, readonly deployment: { readonly id: string, readonly key: string, readonly label: string, readonly validFrom: string, readonly validTo: string | null, readonly trafficPercent: number }, readonly modelVersion: { readonly key: string, readonly label: string } }> } } };

export type CliRunsQueryVariables = Exact<{
  filter: RunFilterInput;
  orderBy: RunOrderInput;
  first: number;
  after?: string | null | undefined;
}>;


export type CliRunsQuery = { readonly runs: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly key: string, readonly label: string, readonly isStub: boolean, readonly name: string | null, readonly externalId: string, readonly experiment: string | null, readonly status: RunStatus, readonly startedAt: string | null, readonly endedAt: string | null, readonly by: string | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly metrics: ReadonlyArray<{ readonly name: string, readonly value: number | null, readonly text: string, readonly step: number | null, readonly at: string | null, readonly dataset: { readonly key: string } | null }>, readonly codeCommit: { readonly key: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CliServedQueryVariables = Exact<{
  endpoint: EndpointRefInput;
  at: string;
  knownAt?: string | null | undefined;
  decisionKey?: string | null | undefined;
}>;


export type CliServedQuery = { readonly servedAt: { readonly at: string, readonly knownAt: string, readonly exact: boolean, readonly decisionBucket: number | null, readonly endpoint: { readonly namespace: string, readonly name: string, readonly stage: DeploymentStage }, readonly candidates: ReadonlyArray<{ readonly trafficPercent: number, readonly firstBucket: number, readonly endBucket: number, readonly deployment: { readonly key: string, readonly validFrom: string, readonly validTo: string | null, readonly release: { readonly key: string } | null }, readonly modelVersion: { readonly key: string, readonly label: string, readonly trainingData: ReadonlyArray<{ readonly key: string, readonly label: string }>, readonly producedBy: { readonly key: string, readonly externalId: string, readonly codeCommit: { readonly key: string, readonly label: string } | null, readonly environment: { readonly key: string, readonly label: string } | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly metrics: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null } }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ComparisonFieldsFragmentDoc = new TypedDocumentString(`
    fragment ComparisonFields on LineageComparison {
  data {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    dataset {
      name
    }
  }
  models {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    model {
      name
    }
  }
  code {
    same
    left {
      sha
      dirty
    }
    right {
      sha
      dirty
    }
    compareUrl
  }
  packages {
    change
    name
    left
    right
  }
  parameters {
    change
    name
    left
    right
  }
  metrics {
    change
    name
    left
    right
    difference
  }
  notCompared
}
    `, {"fragmentName":"ComparisonFields"}) as unknown as TypedDocumentString<ComparisonFieldsFragment, unknown>;
export const NodeLineFragmentDoc = new TypedDocumentString(`
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}
    `, {"fragmentName":"NodeLine"}) as unknown as TypedDocumentString<NodeLineFragment, unknown>;
export const AffectedNodeFieldsFragmentDoc = new TypedDocumentString(`
    fragment AffectedNodeFields on AffectedNode {
  severity
  depth
  reason
  node {
    ...NodeLine
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"fragmentName":"AffectedNodeFields"}) as unknown as TypedDocumentString<AffectedNodeFieldsFragment, unknown>;
export const BlindSpotFieldsFragmentDoc = new TypedDocumentString(`
    fragment BlindSpotFields on Impact {
  blindSpotCount
  blindSpots(limit: 5) {
    ...NodeLine
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"fragmentName":"BlindSpotFields"}) as unknown as TypedDocumentString<BlindSpotFieldsFragment, unknown>;
export const CompletenessFieldsFragmentDoc = new TypedDocumentString(`
    fragment CompletenessFields on Completeness {
  status
  reason
  reasons
  reachedCount
  undecidedCount
  undecided(limit: 5) {
    ...NodeLine
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"fragmentName":"CompletenessFields"}) as unknown as TypedDocumentString<CompletenessFieldsFragment, unknown>;
export const SimilarDatasetFieldsFragmentDoc = new TypedDocumentString(`
    fragment SimilarDatasetFields on SimilarDataset {
  dataset {
    key
  }
  similar {
    key
    namespace
    name
  }
  snapshotCount
}
    `, {"fragmentName":"SimilarDatasetFields"}) as unknown as TypedDocumentString<SimilarDatasetFieldsFragment, unknown>;
export const DeletionPlanFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeletionPlanFields on DeletionPlan {
  targets {
    ...NodeLine
    tombstone {
      at
      by
      reason
    }
    ... on DatasetSnapshot {
      sizeBytes
    }
    ... on ModelVersion {
      artifactSizeBytes
    }
  }
  verdict
  blockerCount
  blockers(limit: $limit) {
    ...AffectedNodeFields
  }
  impact {
    counts {
      severity
      kind
      count
    }
    ...BlindSpotFields
    completeness {
      ...CompletenessFields
    }
  }
  aliases {
    name
    version {
      ...NodeLine
    }
  }
  copies {
    ...NodeLine
  }
  duplicates {
    ...NodeLine
  }
  similarDatasets {
    ...SimilarDatasetFields
  }
  impactToken
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}
fragment CompletenessFields on Completeness {
  status
  reason
  reasons
  reachedCount
  undecidedCount
  undecided(limit: 5) {
    ...NodeLine
  }
}
fragment BlindSpotFields on Impact {
  blindSpotCount
  blindSpots(limit: 5) {
    ...NodeLine
  }
}
fragment AffectedNodeFields on AffectedNode {
  severity
  depth
  reason
  node {
    ...NodeLine
  }
}
fragment SimilarDatasetFields on SimilarDataset {
  dataset {
    key
  }
  similar {
    key
    namespace
    name
  }
  snapshotCount
}`, {"fragmentName":"DeletionPlanFields"}) as unknown as TypedDocumentString<DeletionPlanFieldsFragment, unknown>;
export const DeploymentPageFragmentDoc = new TypedDocumentString(`
    fragment DeploymentPage on DeploymentConnection {
  totalCount
  edges {
    node {
      key
      isStub
      validFrom
      validTo
      state
      trafficPercent
      by
      modelVersion {
        label
      }
      endpoint {
        namespace
        name
      }
      stage
      release {
        key
      }
    }
  }
}
    `, {"fragmentName":"DeploymentPage"}) as unknown as TypedDocumentString<DeploymentPageFragment, unknown>;
export const EndpointFieldsFragmentDoc = new TypedDocumentString(`
    fragment EndpointFields on Endpoint {
  namespace
  name
  stage
  serving {
    trafficPercent
    modelVersion {
      label
    }
  }
  policy {
    requiredApprovals
    requirePinnedEnvironment
    requireCleanCommit
    requireReproducible
    forbidRecalledUpstream
    forbidTombstonedUpstream
    metrics {
      name
      comparison
      value
    }
    noWorseThanServing {
      name
      higherIsBetter
      tolerance
    }
  }
}
    `, {"fragmentName":"EndpointFields"}) as unknown as TypedDocumentString<EndpointFieldsFragment, unknown>;
export const NodeDetailsFragmentDoc = new TypedDocumentString(`
    fragment NodeDetails on LineageNode {
  __typename
  ...NodeLine
  id
  recordedAt
  tombstone {
    at
    by
    reason
  }
  recalls {
    id
    openedAt
    reason
  }
  notes {
    at
    by
    text
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"fragmentName":"NodeDetails"}) as unknown as TypedDocumentString<NodeDetailsFragment, unknown>;
export const RecallSummaryFragmentDoc = new TypedDocumentString(`
    fragment RecallSummary on Recall {
  id
  state
  reason
  by
  openedAt
  closedAt
  openTaskCount
}
    `, {"fragmentName":"RecallSummary"}) as unknown as TypedDocumentString<RecallSummaryFragment, unknown>;
export const RecallFieldsFragmentDoc = new TypedDocumentString(`
    fragment RecallFields on Recall {
  ...RecallSummary
  watchedScopes
  targets {
    key
    label
  }
  tasks {
    deployment {
      id
      key
      label
      stage
      trafficPercent
    }
    isServing
    resolvedAt
    resolvedBy
    resolution
  }
}
    fragment RecallSummary on Recall {
  id
  state
  reason
  by
  openedAt
  closedAt
  openTaskCount
}`, {"fragmentName":"RecallFields"}) as unknown as TypedDocumentString<RecallFieldsFragment, unknown>;
export const RecordedContentFragmentDoc = new TypedDocumentString(`
    fragment RecordedContent on LineageNode {
  __typename
  key
  ... on DatasetSnapshot {
    digest
    uri
  }
  ... on ModelVersion {
    artifactDigest
    artifactUri
  }
}
    `, {"fragmentName":"RecordedContent"}) as unknown as TypedDocumentString<RecordedContentFragment, unknown>;
export const ReleaseFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReleaseFields on Release {
  id
  key
  state
  trafficPercent
  note
  proposedBy
  proposedAt
  closedAt
  closedBy
  closeReason
  override
  checks {
    check
    outcome
    message
  }
  approvals {
    by
    at
    approved
    note
  }
  modelVersion {
    key
    label
  }
  endpoint {
    namespace
    name
  }
  deployment {
    key
  }
}
    `, {"fragmentName":"ReleaseFields"}) as unknown as TypedDocumentString<ReleaseFieldsFragment, unknown>;
export const RollbackDeploymentFragmentDoc = new TypedDocumentString(`
    fragment RollbackDeployment on Deployment {
  id
  key
  label
  validFrom
  validTo
  trafficPercent
}
    `, {"fragmentName":"RollbackDeployment"}) as unknown as TypedDocumentString<RollbackDeploymentFragment, unknown>;
export const RollbackPlanFieldsFragmentDoc = new TypedDocumentString(`
    fragment RollbackPlanFields on RollbackPlan {
  endpoint {
    namespace
    name
  }
  serving {
    ...RollbackDeployment
  }
  target {
    deployment {
      key
    }
    modelVersion {
      label
    }
  }
  candidates {
    eligible
    reasons
    deployment {
      ...RollbackDeployment
    }
    modelVersion {
      key
      label
    }
  }
}
    fragment RollbackDeployment on Deployment {
  id
  key
  label
  validFrom
  validTo
  trafficPercent
}`, {"fragmentName":"RollbackPlanFields"}) as unknown as TypedDocumentString<RollbackPlanFieldsFragment, unknown>;
export const CliEndpointsNamedDocument = new TypedDocumentString(`
    query CliEndpointsNamed($namespace: String, $name: String!) {
  endpoints(namespace: $namespace, name: $name, first: 20) {
    edges {
      node {
        namespace
        name
      }
    }
  }
}
    `, {"answer":{"endpoints":{"edges":{"node":{"namespace":true,"name":true}}}}}) as unknown as TypedDocumentString<CliEndpointsNamedQuery, CliEndpointsNamedQueryVariables>;
export const CliNamedDocument = new TypedDocumentString(`
    query CliNamed($name: String!) {
  named(name: $name) {
    ...NodeLine
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"answer":{"named":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}}) as unknown as TypedDocumentString<CliNamedQuery, CliNamedQueryVariables>;
export const CliModelComparisonDocument = new TypedDocumentString(`
    query CliModelComparison($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) {
  comparison: modelComparison(left: $left, right: $right) {
    left {
      key
      label
    }
    right {
      key
      label
    }
    ...ComparisonFields
  }
}
    fragment ComparisonFields on LineageComparison {
  data {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    dataset {
      name
    }
  }
  models {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    model {
      name
    }
  }
  code {
    same
    left {
      sha
      dirty
    }
    right {
      sha
      dirty
    }
    compareUrl
  }
  packages {
    change
    name
    left
    right
  }
  parameters {
    change
    name
    left
    right
  }
  metrics {
    change
    name
    left
    right
    difference
  }
  notCompared
}`, {"answer":{"comparison":{"left":{"key":true,"label":true},"right":{"key":true,"label":true},"data":{"change":true,"role":true,"left":{"key":true,"label":true},"right":{"key":true,"label":true},"dataset":{"name":true}},"models":{"change":true,"role":true,"left":{"key":true,"label":true},"right":{"key":true,"label":true},"model":{"name":true}},"code":{"same":true,"left":{"sha":true,"dirty":true},"right":{"sha":true,"dirty":true},"compareUrl":true},"packages":{"change":true,"name":true,"left":true,"right":true},"parameters":{"change":true,"name":true,"left":true,"right":true},"metrics":{"change":true,"name":true,"left":true,"right":true,"difference":true},"notCompared":true}}}) as unknown as TypedDocumentString<CliModelComparisonQuery, CliModelComparisonQueryVariables>;
export const CliRunComparisonDocument = new TypedDocumentString(`
    query CliRunComparison($left: RunRefInput!, $right: RunRefInput!) {
  comparison: runComparison(left: $left, right: $right) {
    left {
      key
      label
    }
    right {
      key
      label
    }
    ...ComparisonFields
  }
}
    fragment ComparisonFields on LineageComparison {
  data {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    dataset {
      name
    }
  }
  models {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    model {
      name
    }
  }
  code {
    same
    left {
      sha
      dirty
    }
    right {
      sha
      dirty
    }
    compareUrl
  }
  packages {
    change
    name
    left
    right
  }
  parameters {
    change
    name
    left
    right
  }
  metrics {
    change
    name
    left
    right
    difference
  }
  notCompared
}`, {"answer":{"comparison":{"left":{"key":true,"label":true},"right":{"key":true,"label":true},"data":{"change":true,"role":true,"left":{"key":true,"label":true},"right":{"key":true,"label":true},"dataset":{"name":true}},"models":{"change":true,"role":true,"left":{"key":true,"label":true},"right":{"key":true,"label":true},"model":{"name":true}},"code":{"same":true,"left":{"sha":true,"dirty":true},"right":{"sha":true,"dirty":true},"compareUrl":true},"packages":{"change":true,"name":true,"left":true,"right":true},"parameters":{"change":true,"name":true,"left":true,"right":true},"metrics":{"change":true,"name":true,"left":true,"right":true,"difference":true},"notCompared":true}}}) as unknown as TypedDocumentString<CliRunComparisonQuery, CliRunComparisonQueryVariables>;
export const CliServingComparisonDocument = new TypedDocumentString(`
    query CliServingComparison($endpoint: EndpointRefInput!, $left: DateTime!, $right: DateTime!) {
  servingComparison(endpoint: $endpoint, left: $left, right: $right) {
    endpoint {
      namespace
      name
    }
    leftAt
    rightAt
    left {
      trafficPercent
      modelVersion {
        key
        label
      }
    }
    right {
      trafficPercent
      modelVersion {
        key
        label
      }
    }
    comparison {
      left {
        key
        label
      }
      right {
        key
        label
      }
      ...ComparisonFields
    }
  }
}
    fragment ComparisonFields on LineageComparison {
  data {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    dataset {
      name
    }
  }
  models {
    change
    role
    left {
      key
      label
    }
    right {
      key
      label
    }
    model {
      name
    }
  }
  code {
    same
    left {
      sha
      dirty
    }
    right {
      sha
      dirty
    }
    compareUrl
  }
  packages {
    change
    name
    left
    right
  }
  parameters {
    change
    name
    left
    right
  }
  metrics {
    change
    name
    left
    right
    difference
  }
  notCompared
}`, {"answer":{"servingComparison":{"endpoint":{"namespace":true,"name":true},"leftAt":true,"rightAt":true,"left":{"trafficPercent":true,"modelVersion":{"key":true,"label":true}},"right":{"trafficPercent":true,"modelVersion":{"key":true,"label":true}},"comparison":{"left":{"key":true,"label":true},"right":{"key":true,"label":true},"data":{"change":true,"role":true,"left":{"key":true,"label":true},"right":{"key":true,"label":true},"dataset":{"name":true}},"models":{"change":true,"role":true,"left":{"key":true,"label":true},"right":{"key":true,"label":true},"model":{"name":true}},"code":{"same":true,"left":{"sha":true,"dirty":true},"right":{"sha":true,"dirty":true},"compareUrl":true},"packages":{"change":true,"name":true,"left":true,"right":true},"parameters":{"change":true,"name":true,"left":true,"right":true},"metrics":{"change":true,"name":true,"left":true,"right":true,"difference":true},"notCompared":true}}}}) as unknown as TypedDocumentString<CliServingComparisonQuery, CliServingComparisonQueryVariables>;
export const CliDeletionCandidatesDocument = new TypedDocumentString(`
    query CliDeletionCandidates($namespace: String, $recordedBefore: DateTime, $first: Int!, $after: String) {
  deletionCandidates(
    namespace: $namespace
    recordedBefore: $recordedBefore
    first: $first
    after: $after
  ) {
    totalCount
    totalBytes
    edges {
      node {
        ...NodeLine
        sizeBytes
        recordedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"answer":{"deletionCandidates":{"totalCount":true,"totalBytes":true,"edges":{"node":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true,"sizeBytes":true,"recordedAt":true}},"pageInfo":{"hasNextPage":true,"endCursor":true}}}}) as unknown as TypedDocumentString<CliDeletionCandidatesQuery, CliDeletionCandidatesQueryVariables>;
export const CliDeletionPlanDocument = new TypedDocumentString(`
    query CliDeletionPlan($of: [NodeRefInput!]!, $limit: Int!) {
  deletionPlan(of: $of) {
    ...DeletionPlanFields
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}
fragment DeletionPlanFields on DeletionPlan {
  targets {
    ...NodeLine
    tombstone {
      at
      by
      reason
    }
    ... on DatasetSnapshot {
      sizeBytes
    }
    ... on ModelVersion {
      artifactSizeBytes
    }
  }
  verdict
  blockerCount
  blockers(limit: $limit) {
    ...AffectedNodeFields
  }
  impact {
    counts {
      severity
      kind
      count
    }
    ...BlindSpotFields
    completeness {
      ...CompletenessFields
    }
  }
  aliases {
    name
    version {
      ...NodeLine
    }
  }
  copies {
    ...NodeLine
  }
  duplicates {
    ...NodeLine
  }
  similarDatasets {
    ...SimilarDatasetFields
  }
  impactToken
}
fragment CompletenessFields on Completeness {
  status
  reason
  reasons
  reachedCount
  undecidedCount
  undecided(limit: 5) {
    ...NodeLine
  }
}
fragment BlindSpotFields on Impact {
  blindSpotCount
  blindSpots(limit: 5) {
    ...NodeLine
  }
}
fragment AffectedNodeFields on AffectedNode {
  severity
  depth
  reason
  node {
    ...NodeLine
  }
}
fragment SimilarDatasetFields on SimilarDataset {
  dataset {
    key
  }
  similar {
    key
    namespace
    name
  }
  snapshotCount
}`, {"answer":{"deletionPlan":{"targets":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true,"tombstone":{"at":true,"by":true,"reason":true}},"verdict":true,"blockerCount":true,"blockers":{"severity":true,"depth":true,"reason":true,"node":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}},"impact":{"counts":{"severity":true,"kind":true,"count":true},"blindSpotCount":true,"blindSpots":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"completeness":{"status":true,"reason":true,"reasons":true,"reachedCount":true,"undecidedCount":true,"undecided":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}},"aliases":{"name":true,"version":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}},"copies":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"duplicates":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"similarDatasets":{"dataset":{"key":true},"similar":{"key":true,"namespace":true,"name":true},"snapshotCount":true},"impactToken":true}}}) as unknown as TypedDocumentString<CliDeletionPlanQuery, CliDeletionPlanQueryVariables>;
export const CliPlanCopiesDocument = new TypedDocumentString(`
    query CliPlanCopies($of: [NodeRefInput!]!) {
  deletionPlan(of: $of) {
    copies {
      ...NodeLine
      impact {
        productionDeployments {
          modelVersion {
            key
          }
        }
      }
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"answer":{"deletionPlan":{"copies":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true,"impact":{"productionDeployments":{"modelVersion":{"key":true}}}}}}}) as unknown as TypedDocumentString<CliPlanCopiesQuery, CliPlanCopiesQueryVariables>;
export const CliReproducibilityLostDocument = new TypedDocumentString(`
    query CliReproducibilityLost($of: [NodeRefInput!]!, $limit: Int!) {
  deletionPlan(of: $of) {
    reproducibilityLostCount
    reproducibilityLost(limit: $limit) {
      ...NodeLine
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"answer":{"deletionPlan":{"reproducibilityLostCount":true,"reproducibilityLost":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}}}) as unknown as TypedDocumentString<CliReproducibilityLostQuery, CliReproducibilityLostQueryVariables>;
export const CliTombstoneDocument = new TypedDocumentString(`
    mutation CliTombstone($input: TombstoneInput!, $limit: Int!) {
  tombstone(input: $input) {
    status
    tombstoned {
      ...NodeLine
    }
    plan {
      ...DeletionPlanFields
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}
fragment DeletionPlanFields on DeletionPlan {
  targets {
    ...NodeLine
    tombstone {
      at
      by
      reason
    }
    ... on DatasetSnapshot {
      sizeBytes
    }
    ... on ModelVersion {
      artifactSizeBytes
    }
  }
  verdict
  blockerCount
  blockers(limit: $limit) {
    ...AffectedNodeFields
  }
  impact {
    counts {
      severity
      kind
      count
    }
    ...BlindSpotFields
    completeness {
      ...CompletenessFields
    }
  }
  aliases {
    name
    version {
      ...NodeLine
    }
  }
  copies {
    ...NodeLine
  }
  duplicates {
    ...NodeLine
  }
  similarDatasets {
    ...SimilarDatasetFields
  }
  impactToken
}
fragment CompletenessFields on Completeness {
  status
  reason
  reasons
  reachedCount
  undecidedCount
  undecided(limit: 5) {
    ...NodeLine
  }
}
fragment BlindSpotFields on Impact {
  blindSpotCount
  blindSpots(limit: 5) {
    ...NodeLine
  }
}
fragment AffectedNodeFields on AffectedNode {
  severity
  depth
  reason
  node {
    ...NodeLine
  }
}
fragment SimilarDatasetFields on SimilarDataset {
  dataset {
    key
  }
  similar {
    key
    namespace
    name
  }
  snapshotCount
}`, {"answer":{"tombstone":{"status":true,"tombstoned":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"plan":{"targets":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true,"tombstone":{"at":true,"by":true,"reason":true}},"verdict":true,"blockerCount":true,"blockers":{"severity":true,"depth":true,"reason":true,"node":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}},"impact":{"counts":{"severity":true,"kind":true,"count":true},"blindSpotCount":true,"blindSpots":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"completeness":{"status":true,"reason":true,"reasons":true,"reachedCount":true,"undecidedCount":true,"undecided":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}},"aliases":{"name":true,"version":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}},"copies":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"duplicates":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"similarDatasets":{"dataset":{"key":true},"similar":{"key":true,"namespace":true,"name":true},"snapshotCount":true},"impactToken":true}}}}) as unknown as TypedDocumentString<CliTombstoneMutation, CliTombstoneMutationVariables>;
export const CliRestoreDocument = new TypedDocumentString(`
    mutation CliRestore($input: RestoreInput!) {
  restore(input: $input) {
    ...NodeLine
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"answer":{"restore":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}}) as unknown as TypedDocumentString<CliRestoreMutation, CliRestoreMutationVariables>;
export const CliEndDeploymentDocument = new TypedDocumentString(`
    mutation CliEndDeployment($input: EndDeploymentInput!) {
  endDeployment(input: $input) {
    key
    label
    validTo
  }
}
    `, {"answer":{"endDeployment":{"key":true,"label":true,"validTo":true}}}) as unknown as TypedDocumentString<CliEndDeploymentMutation, CliEndDeploymentMutationVariables>;
export const CliHistoryDocument = new TypedDocumentString(`
    query CliHistory($namespace: String!, $name: String!, $first: Int!) {
  endpoint(namespace: $namespace, name: $name) {
    history(first: $first) {
      ...DeploymentPage
    }
  }
}
    fragment DeploymentPage on DeploymentConnection {
  totalCount
  edges {
    node {
      key
      isStub
      validFrom
      validTo
      state
      trafficPercent
      by
      modelVersion {
        label
      }
      endpoint {
        namespace
        name
      }
      stage
      release {
        key
      }
    }
  }
}`, {"answer":{"endpoint":{"history":{"totalCount":true,"edges":{"node":{"key":true,"isStub":true,"validFrom":true,"validTo":true,"state":true,"trafficPercent":true,"by":true,"modelVersion":{"label":true},"endpoint":{"namespace":true,"name":true},"stage":true,"release":{"key":true}}}}}}}) as unknown as TypedDocumentString<CliHistoryQuery, CliHistoryQueryVariables>;
export const CliOutsideDocument = new TypedDocumentString(`
    query CliOutside($namespace: String, $stage: DeploymentStage, $first: Int!) {
  deployments(
    namespace: $namespace
    stage: $stage
    serving: true
    backedByRelease: false
    first: $first
  ) {
    ...DeploymentPage
  }
}
    fragment DeploymentPage on DeploymentConnection {
  totalCount
  edges {
    node {
      key
      isStub
      validFrom
      validTo
      state
      trafficPercent
      by
      modelVersion {
        label
      }
      endpoint {
        namespace
        name
      }
      stage
      release {
        key
      }
    }
  }
}`, {"answer":{"deployments":{"totalCount":true,"edges":{"node":{"key":true,"isStub":true,"validFrom":true,"validTo":true,"state":true,"trafficPercent":true,"by":true,"modelVersion":{"label":true},"endpoint":{"namespace":true,"name":true},"stage":true,"release":{"key":true}}}}}}) as unknown as TypedDocumentString<CliOutsideQuery, CliOutsideQueryVariables>;
export const CliDefineEndpointDocument = new TypedDocumentString(`
    mutation CliDefineEndpoint($input: DefineEndpointInput!) {
  defineEndpoint(input: $input) {
    ...EndpointFields
  }
}
    fragment EndpointFields on Endpoint {
  namespace
  name
  stage
  serving {
    trafficPercent
    modelVersion {
      label
    }
  }
  policy {
    requiredApprovals
    requirePinnedEnvironment
    requireCleanCommit
    requireReproducible
    forbidRecalledUpstream
    forbidTombstonedUpstream
    metrics {
      name
      comparison
      value
    }
    noWorseThanServing {
      name
      higherIsBetter
      tolerance
    }
  }
}`, {"answer":{"defineEndpoint":{"namespace":true,"name":true,"stage":true,"serving":{"trafficPercent":true,"modelVersion":{"label":true}},"policy":{"requiredApprovals":true,"requirePinnedEnvironment":true,"requireCleanCommit":true,"requireReproducible":true,"forbidRecalledUpstream":true,"forbidTombstonedUpstream":true,"metrics":{"name":true,"comparison":true,"value":true},"noWorseThanServing":{"name":true,"higherIsBetter":true,"tolerance":true}}}}}) as unknown as TypedDocumentString<CliDefineEndpointMutation, CliDefineEndpointMutationVariables>;
export const CliEndpointsDocument = new TypedDocumentString(`
    query CliEndpoints($namespace: String, $stage: DeploymentStage, $first: Int!) {
  endpoints(namespace: $namespace, stage: $stage, first: $first) {
    totalCount
    edges {
      node {
        ...EndpointFields
      }
    }
  }
}
    fragment EndpointFields on Endpoint {
  namespace
  name
  stage
  serving {
    trafficPercent
    modelVersion {
      label
    }
  }
  policy {
    requiredApprovals
    requirePinnedEnvironment
    requireCleanCommit
    requireReproducible
    forbidRecalledUpstream
    forbidTombstonedUpstream
    metrics {
      name
      comparison
      value
    }
    noWorseThanServing {
      name
      higherIsBetter
      tolerance
    }
  }
}`, {"answer":{"endpoints":{"totalCount":true,"edges":{"node":{"namespace":true,"name":true,"stage":true,"serving":{"trafficPercent":true,"modelVersion":{"label":true}},"policy":{"requiredApprovals":true,"requirePinnedEnvironment":true,"requireCleanCommit":true,"requireReproducible":true,"forbidRecalledUpstream":true,"forbidTombstonedUpstream":true,"metrics":{"name":true,"comparison":true,"value":true},"noWorseThanServing":{"name":true,"higherIsBetter":true,"tolerance":true}}}}}}}) as unknown as TypedDocumentString<CliEndpointsQuery, CliEndpointsQueryVariables>;
export const CliImpactDocument = new TypedDocumentString(`
    query CliImpact($of: NodeRefInput!, $asOf: DateTime, $minSeverity: ImpactSeverity, $kinds: [LineageKind!], $first: Int!, $after: String) {
  impact(of: [$of], asOf: $asOf) {
    severity
    counts {
      severity
      kind
      count
    }
    ...BlindSpotFields
    similarDatasets {
      ...SimilarDatasetFields
    }
    affected(minSeverity: $minSeverity, kinds: $kinds, first: $first, after: $after) {
      totalCount
      edges {
        node {
          ...AffectedNodeFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    completeness {
      ...CompletenessFields
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}
fragment CompletenessFields on Completeness {
  status
  reason
  reasons
  reachedCount
  undecidedCount
  undecided(limit: 5) {
    ...NodeLine
  }
}
fragment BlindSpotFields on Impact {
  blindSpotCount
  blindSpots(limit: 5) {
    ...NodeLine
  }
}
fragment AffectedNodeFields on AffectedNode {
  severity
  depth
  reason
  node {
    ...NodeLine
  }
}
fragment SimilarDatasetFields on SimilarDataset {
  dataset {
    key
  }
  similar {
    key
    namespace
    name
  }
  snapshotCount
}`, {"answer":{"impact":{"severity":true,"counts":{"severity":true,"kind":true,"count":true},"blindSpotCount":true,"blindSpots":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"similarDatasets":{"dataset":{"key":true},"similar":{"key":true,"namespace":true,"name":true},"snapshotCount":true},"affected":{"totalCount":true,"edges":{"node":{"severity":true,"depth":true,"reason":true,"node":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}},"pageInfo":{"hasNextPage":true,"endCursor":true}},"completeness":{"status":true,"reason":true,"reasons":true,"reachedCount":true,"undecidedCount":true,"undecided":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}}}}) as unknown as TypedDocumentString<CliImpactQuery, CliImpactQueryVariables>;
export const CliSimilarDatasetImpactDocument = new TypedDocumentString(`
    query CliSimilarDatasetImpact($of: NodeRefInput!, $asOf: DateTime) {
  impact(of: [$of], asOf: $asOf) {
    productionDeployments {
      modelVersion {
        key
      }
    }
  }
}
    `, {"answer":{"impact":{"productionDeployments":{"modelVersion":{"key":true}}}}}) as unknown as TypedDocumentString<CliSimilarDatasetImpactQuery, CliSimilarDatasetImpactQueryVariables>;
export const CliProbeDocument = new TypedDocumentString(`
    query CliProbe {
  __typename
}
    `, {"answer":{"__typename":true}}) as unknown as TypedDocumentString<CliProbeQuery, CliProbeQueryVariables>;
export const CliImportVersionsDocument = new TypedDocumentString(`
    query CliImportVersions($namespace: String!, $model: String!, $after: String) {
  model(namespace: $namespace, name: $model) {
    versions(first: 100, after: $after) {
      edges {
        node {
          version
          artifactUri
          producedBy {
            externalId
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"answer":{"model":{"versions":{"edges":{"node":{"version":true,"artifactUri":true,"producedBy":{"externalId":true}}},"pageInfo":{"hasNextPage":true,"endCursor":true}}}}}) as unknown as TypedDocumentString<CliImportVersionsQuery, CliImportVersionsQueryVariables>;
export const CliImportServedDocument = new TypedDocumentString(`
    query CliImportServed($namespace: String!, $endpoint: String!) {
  endpoint(namespace: $namespace, name: $endpoint) {
    history(first: 100) {
      edges {
        node {
          validFrom
          validTo
          endReason
          recordedAt
          by
          release {
            id
          }
          modelVersion {
            version
            model {
              name
            }
          }
        }
      }
    }
  }
}
    `, {"answer":{"endpoint":{"history":{"edges":{"node":{"validFrom":true,"validTo":true,"endReason":true,"recordedAt":true,"by":true,"release":{"id":true},"modelVersion":{"version":true,"model":{"name":true}}}}}}}}) as unknown as TypedDocumentString<CliImportServedQuery, CliImportServedQueryVariables>;
export const CliImportAliasDocument = new TypedDocumentString(`
    query CliImportAlias($namespace: String!, $model: String!, $alias: String!) {
  modelVersion(namespace: $namespace, model: $model, alias: $alias) {
    version
  }
}
    `, {"answer":{"modelVersion":{"version":true}}}) as unknown as TypedDocumentString<CliImportAliasQuery, CliImportAliasQueryVariables>;
export const CliAuditLogDocument = new TypedDocumentString(`
    query CliAuditLog($target: String, $by: String, $action: String, $since: DateTime, $until: DateTime, $first: Int!) {
  auditLog(
    target: $target
    by: $by
    action: $action
    since: $since
    until: $until
    first: $first
  ) {
    totalCount
    edges {
      node {
        sequence
        at
        by
        action
        targets
        detail
        hash
      }
    }
  }
}
    `, {"answer":{"auditLog":{"totalCount":true,"edges":{"node":{"sequence":true,"at":true,"by":true,"action":true,"targets":true,"detail":true,"hash":true}}}}}) as unknown as TypedDocumentString<CliAuditLogQuery, CliAuditLogQueryVariables>;
export const CliLedgerDocument = new TypedDocumentString(`
    query CliLedger($last: Int!, $before: String, $withCount: Boolean!) {
  auditLog(last: $last, before: $before) {
    totalCount @include(if: $withCount)
    pageInfo {
      hasPreviousPage
      startCursor
    }
    edges {
      node {
        sequence
        at
        by
        action
        targets
        detail
        previousHash
        hash
      }
    }
  }
}
    `, {"answer":{"auditLog":{"pageInfo":{"hasPreviousPage":true,"startCursor":true},"edges":{"node":{"sequence":true,"at":true,"by":true,"action":true,"targets":true,"detail":true,"previousHash":true,"hash":true}}}}}) as unknown as TypedDocumentString<CliLedgerQuery, CliLedgerQueryVariables>;
export const CliLineageDocument = new TypedDocumentString(`
    query CliLineage($key: String!, $direction: LineageDirection!, $maxDepth: Int, $kinds: [LineageKind!], $asOf: DateTime, $limit: Int!, $withEdges: Boolean!) {
  lineage(
    of: [{key: $key}]
    direction: $direction
    maxDepth: $maxDepth
    kinds: $kinds
    asOf: $asOf
    limit: $limit
  ) {
    nodes {
      depth
      node {
        ...NodeLine
      }
    }
    edges @include(if: $withEdges) {
      upstreamKey
      downstreamKey
      kind
      role
      inferred
    }
    counts {
      kind
      count
    }
    totalCount
    completeness {
      ...CompletenessFields
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}
fragment CompletenessFields on Completeness {
  status
  reason
  reasons
  reachedCount
  undecidedCount
  undecided(limit: 5) {
    ...NodeLine
  }
}`, {"answer":{"lineage":{"nodes":{"depth":true,"node":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}},"counts":{"kind":true,"count":true},"totalCount":true,"completeness":{"status":true,"reason":true,"reasons":true,"reachedCount":true,"undecidedCount":true,"undecided":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}}}}}) as unknown as TypedDocumentString<CliLineageQuery, CliLineageQueryVariables>;
export const CliShowDocument = new TypedDocumentString(`
    query CliShow($key: String!) {
  lineageNode(ref: {key: $key}) {
    ...NodeDetails
    ... on DatasetSnapshot {
      dataset {
        namespace
        name
      }
      version
      digest
      uri
      sizeBytes
      rowCount
      createdAt
      producedBy {
        ...NodeLine
      }
      usedBy(first: 20) {
        totalCount
        edges {
          node {
            ...NodeLine
          }
        }
      }
    }
    ... on CodeCommit {
      repository
      sha
      dirty
      message
    }
    ... on Environment {
      digest
      imageUri
      pythonVersion
      pinned
      packages {
        name
        version
        specifier
        marker
        url
      }
    }
    ... on Run {
      externalId
      name
      experiment
      status
      startedAt
      endedAt
      by
      parameters {
        name
        value
      }
      tags {
        name
        value
      }
      metrics {
        name
        text
        step
        dataset {
          ...NodeLine
        }
      }
      inputs {
        role
        inferred
        node {
          ...NodeLine
        }
      }
      outputs {
        role
        inferred
        node {
          ...NodeLine
        }
      }
      codeCommit {
        ...NodeLine
      }
      environment {
        ...NodeLine
      }
    }
    ... on ModelVersion {
      model {
        namespace
        name
      }
      version
      aliases
      artifactUri
      artifactDigest
      producedBy {
        ...NodeLine
      }
      trainingData {
        ...NodeLine
      }
      deployments(first: 20) {
        totalCount
        edges {
          node {
            ...NodeLine
          }
        }
      }
    }
    ... on Deployment {
      endpoint {
        namespace
        name
      }
      stage
      modelVersion {
        ...NodeLine
      }
      state
      trafficPercent
      validFrom
      validTo
      by
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}
fragment NodeDetails on LineageNode {
  __typename
  ...NodeLine
  id
  recordedAt
  tombstone {
    at
    by
    reason
  }
  recalls {
    id
    openedAt
    reason
  }
  notes {
    at
    by
    text
  }
}`, {"answer":{"lineageNode":{"__typename":true,"key":true,"kind":true,"label":true,"namespace":true,"isStub":true,"id":true,"recordedAt":true,"tombstone":{"at":true,"by":true,"reason":true},"recalls":{"id":true,"openedAt":true,"reason":true},"notes":{"at":true,"by":true,"text":true}}}}) as unknown as TypedDocumentString<CliShowQuery, CliShowQueryVariables>;
export const CliAddNoteDocument = new TypedDocumentString(`
    mutation CliAddNote($input: AddNoteInput!) {
  addNote(input: $input) {
    id
  }
}
    `, {"answer":{"addNote":{"id":true}}}) as unknown as TypedDocumentString<CliAddNoteMutation, CliAddNoteMutationVariables>;
export const CliSearchDocument = new TypedDocumentString(`
    query CliSearch($text: String!, $kinds: [LineageKind!], $first: Int!, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    edges {
      node {
        ...NodeLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"answer":{"search":{"totalCount":true,"edges":{"node":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}},"pageInfo":{"hasNextPage":true,"endCursor":true}}}}) as unknown as TypedDocumentString<CliSearchQuery, CliSearchQueryVariables>;
export const CliRecallsReachingDocument = new TypedDocumentString(`
    query CliRecallsReaching($key: String!) {
  lineageNode(ref: {key: $key}) {
    recalls {
      id
      reason
    }
  }
}
    `, {"answer":{"lineageNode":{"recalls":{"id":true,"reason":true}}}}) as unknown as TypedDocumentString<CliRecallsReachingQuery, CliRecallsReachingQueryVariables>;
export const CliRecallDocument = new TypedDocumentString(`
    query CliRecall($id: ID!) {
  recall(id: $id) {
    ...RecallFields
  }
}
    fragment RecallSummary on Recall {
  id
  state
  reason
  by
  openedAt
  closedAt
  openTaskCount
}
fragment RecallFields on Recall {
  ...RecallSummary
  watchedScopes
  targets {
    key
    label
  }
  tasks {
    deployment {
      id
      key
      label
      stage
      trafficPercent
    }
    isServing
    resolvedAt
    resolvedBy
    resolution
  }
}`, {"answer":{"recall":{"id":true,"state":true,"reason":true,"by":true,"openedAt":true,"closedAt":true,"openTaskCount":true,"watchedScopes":true,"targets":{"key":true,"label":true},"tasks":{"deployment":{"id":true,"key":true,"label":true,"stage":true,"trafficPercent":true},"isServing":true,"resolvedAt":true,"resolvedBy":true,"resolution":true}}}}) as unknown as TypedDocumentString<CliRecallQuery, CliRecallQueryVariables>;
export const CliRecallsDocument = new TypedDocumentString(`
    query CliRecalls($state: RecallState, $first: Int!) {
  recalls(state: $state, first: $first) {
    totalCount
    edges {
      node {
        ...RecallSummary
      }
    }
  }
}
    fragment RecallSummary on Recall {
  id
  state
  reason
  by
  openedAt
  closedAt
  openTaskCount
}`, {"answer":{"recalls":{"totalCount":true,"edges":{"node":{"id":true,"state":true,"reason":true,"by":true,"openedAt":true,"closedAt":true,"openTaskCount":true}}}}}) as unknown as TypedDocumentString<CliRecallsQuery, CliRecallsQueryVariables>;
export const CliOpenTasksDocument = new TypedDocumentString(`
    query CliOpenTasks {
  recalls(state: OPEN, first: 200) {
    edges {
      node {
        tasks {
          deployment {
            key
            label
          }
        }
      }
    }
  }
}
    `, {"answer":{"recalls":{"edges":{"node":{"tasks":{"deployment":{"key":true,"label":true}}}}}}}) as unknown as TypedDocumentString<CliOpenTasksQuery, CliOpenTasksQueryVariables>;
export const CliOpenRecallDocument = new TypedDocumentString(`
    mutation CliOpenRecall($input: OpenRecallInput!) {
  openRecall(input: $input) {
    ...RecallFields
  }
}
    fragment RecallSummary on Recall {
  id
  state
  reason
  by
  openedAt
  closedAt
  openTaskCount
}
fragment RecallFields on Recall {
  ...RecallSummary
  watchedScopes
  targets {
    key
    label
  }
  tasks {
    deployment {
      id
      key
      label
      stage
      trafficPercent
    }
    isServing
    resolvedAt
    resolvedBy
    resolution
  }
}`, {"answer":{"openRecall":{"id":true,"state":true,"reason":true,"by":true,"openedAt":true,"closedAt":true,"openTaskCount":true,"watchedScopes":true,"targets":{"key":true,"label":true},"tasks":{"deployment":{"id":true,"key":true,"label":true,"stage":true,"trafficPercent":true},"isServing":true,"resolvedAt":true,"resolvedBy":true,"resolution":true}}}}) as unknown as TypedDocumentString<CliOpenRecallMutation, CliOpenRecallMutationVariables>;
export const CliResolveRecallTaskDocument = new TypedDocumentString(`
    mutation CliResolveRecallTask($input: ResolveRecallTaskInput!) {
  resolveRecallTask(input: $input) {
    ...RecallFields
  }
}
    fragment RecallSummary on Recall {
  id
  state
  reason
  by
  openedAt
  closedAt
  openTaskCount
}
fragment RecallFields on Recall {
  ...RecallSummary
  watchedScopes
  targets {
    key
    label
  }
  tasks {
    deployment {
      id
      key
      label
      stage
      trafficPercent
    }
    isServing
    resolvedAt
    resolvedBy
    resolution
  }
}`, {"answer":{"resolveRecallTask":{"id":true,"state":true,"reason":true,"by":true,"openedAt":true,"closedAt":true,"openTaskCount":true,"watchedScopes":true,"targets":{"key":true,"label":true},"tasks":{"deployment":{"id":true,"key":true,"label":true,"stage":true,"trafficPercent":true},"isServing":true,"resolvedAt":true,"resolvedBy":true,"resolution":true}}}}) as unknown as TypedDocumentString<CliResolveRecallTaskMutation, CliResolveRecallTaskMutationVariables>;
export const CliCloseRecallDocument = new TypedDocumentString(`
    mutation CliCloseRecall($recall: ID!) {
  closeRecall(recall: $recall) {
    ...RecallFields
  }
}
    fragment RecallSummary on Recall {
  id
  state
  reason
  by
  openedAt
  closedAt
  openTaskCount
}
fragment RecallFields on Recall {
  ...RecallSummary
  watchedScopes
  targets {
    key
    label
  }
  tasks {
    deployment {
      id
      key
      label
      stage
      trafficPercent
    }
    isServing
    resolvedAt
    resolvedBy
    resolution
  }
}`, {"answer":{"closeRecall":{"id":true,"state":true,"reason":true,"by":true,"openedAt":true,"closedAt":true,"openTaskCount":true,"watchedScopes":true,"targets":{"key":true,"label":true},"tasks":{"deployment":{"id":true,"key":true,"label":true,"stage":true,"trafficPercent":true},"isServing":true,"resolvedAt":true,"resolvedBy":true,"resolution":true}}}}) as unknown as TypedDocumentString<CliCloseRecallMutation, CliCloseRecallMutationVariables>;
export const CliVerifyDocument = new TypedDocumentString(`
    query CliVerify($key: String!) {
  lineageNode(ref: {key: $key}) {
    ...RecordedContent
    ... on ModelVersion {
      producedBy {
        inputs {
          role
          node {
            ...RecordedContent
          }
        }
      }
    }
    ... on Run {
      inputs {
        role
        node {
          ...RecordedContent
        }
      }
      outputs {
        role
        node {
          ...RecordedContent
        }
      }
    }
  }
}
    fragment RecordedContent on LineageNode {
  __typename
  key
  ... on DatasetSnapshot {
    digest
    uri
  }
  ... on ModelVersion {
    artifactDigest
    artifactUri
  }
}`, {"answer":{"lineageNode":{"__typename":true,"key":true}}}) as unknown as TypedDocumentString<CliVerifyQuery, CliVerifyQueryVariables>;
export const CliReleaseDocument = new TypedDocumentString(`
    query CliRelease($id: ID!) {
  release(id: $id) {
    ...ReleaseFields
  }
}
    fragment ReleaseFields on Release {
  id
  key
  state
  trafficPercent
  note
  proposedBy
  proposedAt
  closedAt
  closedBy
  closeReason
  override
  checks {
    check
    outcome
    message
  }
  approvals {
    by
    at
    approved
    note
  }
  modelVersion {
    key
    label
  }
  endpoint {
    namespace
    name
  }
  deployment {
    key
  }
}`, {"answer":{"release":{"id":true,"key":true,"state":true,"trafficPercent":true,"note":true,"proposedBy":true,"proposedAt":true,"closedAt":true,"closedBy":true,"closeReason":true,"override":true,"checks":{"check":true,"outcome":true,"message":true},"approvals":{"by":true,"at":true,"approved":true,"note":true},"modelVersion":{"key":true,"label":true},"endpoint":{"namespace":true,"name":true},"deployment":{"key":true}}}}) as unknown as TypedDocumentString<CliReleaseQuery, CliReleaseQueryVariables>;
export const CliReleasesDocument = new TypedDocumentString(`
    query CliReleases($endpoint: EndpointRefInput, $states: [ReleaseState!], $first: Int!) {
  releases(endpoint: $endpoint, states: $states, first: $first) {
    totalCount
    edges {
      node {
        ...ReleaseFields
      }
    }
  }
}
    fragment ReleaseFields on Release {
  id
  key
  state
  trafficPercent
  note
  proposedBy
  proposedAt
  closedAt
  closedBy
  closeReason
  override
  checks {
    check
    outcome
    message
  }
  approvals {
    by
    at
    approved
    note
  }
  modelVersion {
    key
    label
  }
  endpoint {
    namespace
    name
  }
  deployment {
    key
  }
}`, {"answer":{"releases":{"totalCount":true,"edges":{"node":{"id":true,"key":true,"state":true,"trafficPercent":true,"note":true,"proposedBy":true,"proposedAt":true,"closedAt":true,"closedBy":true,"closeReason":true,"override":true,"checks":{"check":true,"outcome":true,"message":true},"approvals":{"by":true,"at":true,"approved":true,"note":true},"modelVersion":{"key":true,"label":true},"endpoint":{"namespace":true,"name":true},"deployment":{"key":true}}}}}}) as unknown as TypedDocumentString<CliReleasesQuery, CliReleasesQueryVariables>;
export const CliProposeDocument = new TypedDocumentString(`
    mutation CliPropose($input: ProposeReleaseInput!) {
  proposeRelease(input: $input) {
    ...ReleaseFields
  }
}
    fragment ReleaseFields on Release {
  id
  key
  state
  trafficPercent
  note
  proposedBy
  proposedAt
  closedAt
  closedBy
  closeReason
  override
  checks {
    check
    outcome
    message
  }
  approvals {
    by
    at
    approved
    note
  }
  modelVersion {
    key
    label
  }
  endpoint {
    namespace
    name
  }
  deployment {
    key
  }
}`, {"answer":{"proposeRelease":{"id":true,"key":true,"state":true,"trafficPercent":true,"note":true,"proposedBy":true,"proposedAt":true,"closedAt":true,"closedBy":true,"closeReason":true,"override":true,"checks":{"check":true,"outcome":true,"message":true},"approvals":{"by":true,"at":true,"approved":true,"note":true},"modelVersion":{"key":true,"label":true},"endpoint":{"namespace":true,"name":true},"deployment":{"key":true}}}}) as unknown as TypedDocumentString<CliProposeMutation, CliProposeMutationVariables>;
export const CliReviewDocument = new TypedDocumentString(`
    mutation CliReview($input: ReviewReleaseInput!) {
  reviewRelease(input: $input) {
    ...ReleaseFields
  }
}
    fragment ReleaseFields on Release {
  id
  key
  state
  trafficPercent
  note
  proposedBy
  proposedAt
  closedAt
  closedBy
  closeReason
  override
  checks {
    check
    outcome
    message
  }
  approvals {
    by
    at
    approved
    note
  }
  modelVersion {
    key
    label
  }
  endpoint {
    namespace
    name
  }
  deployment {
    key
  }
}`, {"answer":{"reviewRelease":{"id":true,"key":true,"state":true,"trafficPercent":true,"note":true,"proposedBy":true,"proposedAt":true,"closedAt":true,"closedBy":true,"closeReason":true,"override":true,"checks":{"check":true,"outcome":true,"message":true},"approvals":{"by":true,"at":true,"approved":true,"note":true},"modelVersion":{"key":true,"label":true},"endpoint":{"namespace":true,"name":true},"deployment":{"key":true}}}}) as unknown as TypedDocumentString<CliReviewMutation, CliReviewMutationVariables>;
export const CliWithdrawDocument = new TypedDocumentString(`
    mutation CliWithdraw($input: WithdrawReleaseInput!) {
  withdrawRelease(input: $input) {
    ...ReleaseFields
  }
}
    fragment ReleaseFields on Release {
  id
  key
  state
  trafficPercent
  note
  proposedBy
  proposedAt
  closedAt
  closedBy
  closeReason
  override
  checks {
    check
    outcome
    message
  }
  approvals {
    by
    at
    approved
    note
  }
  modelVersion {
    key
    label
  }
  endpoint {
    namespace
    name
  }
  deployment {
    key
  }
}`, {"answer":{"withdrawRelease":{"id":true,"key":true,"state":true,"trafficPercent":true,"note":true,"proposedBy":true,"proposedAt":true,"closedAt":true,"closedBy":true,"closeReason":true,"override":true,"checks":{"check":true,"outcome":true,"message":true},"approvals":{"by":true,"at":true,"approved":true,"note":true},"modelVersion":{"key":true,"label":true},"endpoint":{"namespace":true,"name":true},"deployment":{"key":true}}}}) as unknown as TypedDocumentString<CliWithdrawMutation, CliWithdrawMutationVariables>;
export const CliDeployDocument = new TypedDocumentString(`
    mutation CliDeploy($input: DeployReleaseInput!) {
  deployRelease(input: $input) {
    status
    release {
      ...ReleaseFields
    }
  }
}
    fragment ReleaseFields on Release {
  id
  key
  state
  trafficPercent
  note
  proposedBy
  proposedAt
  closedAt
  closedBy
  closeReason
  override
  checks {
    check
    outcome
    message
  }
  approvals {
    by
    at
    approved
    note
  }
  modelVersion {
    key
    label
  }
  endpoint {
    namespace
    name
  }
  deployment {
    key
  }
}`, {"answer":{"deployRelease":{"status":true,"release":{"id":true,"key":true,"state":true,"trafficPercent":true,"note":true,"proposedBy":true,"proposedAt":true,"closedAt":true,"closedBy":true,"closeReason":true,"override":true,"checks":{"check":true,"outcome":true,"message":true},"approvals":{"by":true,"at":true,"approved":true,"note":true},"modelVersion":{"key":true,"label":true},"endpoint":{"namespace":true,"name":true},"deployment":{"key":true}}}}}) as unknown as TypedDocumentString<CliDeployMutation, CliDeployMutationVariables>;
export const CliReproductionDocument = new TypedDocumentString(`
    query CliReproduction($key: String!, $asOf: DateTime) {
  reproduction(of: {key: $key}, asOf: $asOf) {
    of {
      ...NodeLine
    }
    verdict
    findings {
      code
      message
      node {
        ...NodeLine
      }
    }
    script
  }
}
    fragment NodeLine on LineageNode {
  key
  kind
  label
  namespace
  isStub
}`, {"answer":{"reproduction":{"of":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true},"verdict":true,"findings":{"code":true,"message":true,"node":{"key":true,"kind":true,"label":true,"namespace":true,"isStub":true}},"script":true}}}) as unknown as TypedDocumentString<CliReproductionQuery, CliReproductionQueryVariables>;
export const CliRetractDocument = new TypedDocumentString(`
    mutation CliRetract($input: RetractInput!) {
  retract(input: $input) {
    sequence
    at
    targets
  }
}
    `, {"answer":{"retract":{"sequence":true,"at":true,"targets":true}}}) as unknown as TypedDocumentString<CliRetractMutation, CliRetractMutationVariables>;
export const CliSameDatasetDocument = new TypedDocumentString(`
    mutation CliSameDataset($input: DeclareSameDatasetInput!) {
  declareSameDataset(input: $input) {
    key
  }
}
    `, {"answer":{"declareSameDataset":{"key":true}}}) as unknown as TypedDocumentString<CliSameDatasetMutation, CliSameDatasetMutationVariables>;
export const CliRollbackPlanDocument = new TypedDocumentString(`
    query CliRollbackPlan($endpoint: EndpointRefInput!) {
  rollbackPlan(endpoint: $endpoint) {
    ...RollbackPlanFields
  }
}
    fragment RollbackDeployment on Deployment {
  id
  key
  label
  validFrom
  validTo
  trafficPercent
}
fragment RollbackPlanFields on RollbackPlan {
  endpoint {
    namespace
    name
  }
  serving {
    ...RollbackDeployment
  }
  target {
    deployment {
      key
    }
    modelVersion {
      label
    }
  }
  candidates {
    eligible
    reasons
    deployment {
      ...RollbackDeployment
    }
    modelVersion {
      key
      label
    }
  }
}`, {"answer":{"rollbackPlan":{"endpoint":{"namespace":true,"name":true},"serving":{"id":true,"key":true,"label":true,"validFrom":true,"validTo":true,"trafficPercent":true},"target":{"deployment":{"key":true},"modelVersion":{"label":true}},"candidates":{"eligible":true,"reasons":true,"deployment":{"id":true,"key":true,"label":true,"validFrom":true,"validTo":true,"trafficPercent":true},"modelVersion":{"key":true,"label":true}}}}}) as unknown as TypedDocumentString<CliRollbackPlanQuery, CliRollbackPlanQueryVariables>;
export const CliRollbackDocument = new TypedDocumentString(`
    mutation CliRollback($input: RollbackInput!) {
  rollback(input: $input) {
    status
    message
    deployment {
      key
    }
    plan {
      ...RollbackPlanFields
    }
  }
}
    fragment RollbackDeployment on Deployment {
  id
  key
  label
  validFrom
  validTo
  trafficPercent
}
fragment RollbackPlanFields on RollbackPlan {
  endpoint {
    namespace
    name
  }
  serving {
    ...RollbackDeployment
  }
  target {
    deployment {
      key
    }
    modelVersion {
      label
    }
  }
  candidates {
    eligible
    reasons
    deployment {
      ...RollbackDeployment
    }
    modelVersion {
      key
      label
    }
  }
}`, {"answer":{"rollback":{"status":true,"message":true,"deployment":{"key":true},"plan":{"endpoint":{"namespace":true,"name":true},"serving":{"id":true,"key":true,"label":true,"validFrom":true,"validTo":true,"trafficPercent":true},"target":{"deployment":{"key":true},"modelVersion":{"label":true}},"candidates":{"eligible":true,"reasons":true,"deployment":{"id":true,"key":true,"label":true,"validFrom":true,"validTo":true,"trafficPercent":true},"modelVersion":{"key":true,"label":true}}}}}}) as unknown as TypedDocumentString<CliRollbackMutation, CliRollbackMutationVariables>;
export const CliRunsDocument = new TypedDocumentString(`
    query CliRuns($filter: RunFilterInput!, $orderBy: RunOrderInput!, $first: Int!, $after: String) {
  runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    edges {
      node {
        key
        label
        isStub
        name
        externalId
        experiment
        status
        startedAt
        endedAt
        by
        parameters {
          name
          value
        }
        metrics {
          name
          value
          text
          step
          at
          dataset {
            key
          }
        }
        codeCommit {
          key
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"answer":{"runs":{"totalCount":true,"edges":{"node":{"key":true,"label":true,"isStub":true,"name":true,"externalId":true,"experiment":true,"status":true,"startedAt":true,"endedAt":true,"by":true,"parameters":{"name":true,"value":true},"metrics":{"name":true,"value":true,"text":true,"step":true,"at":true,"dataset":{"key":true}},"codeCommit":{"key":true}}},"pageInfo":{"hasNextPage":true,"endCursor":true}}}}) as unknown as TypedDocumentString<CliRunsQuery, CliRunsQueryVariables>;
export const CliServedDocument = new TypedDocumentString(`
    query CliServed($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime, $decisionKey: String) {
  servedAt(
    endpoint: $endpoint
    at: $at
    knownAt: $knownAt
    decisionKey: $decisionKey
  ) {
    endpoint {
      namespace
      name
      stage
    }
    at
    knownAt
    exact
    decisionBucket
    candidates {
      trafficPercent
      firstBucket
      endBucket
      deployment {
        key
        validFrom
        validTo
        release {
          key
        }
      }
      modelVersion {
        key
        label
        trainingData {
          key
          label
        }
        producedBy {
          key
          externalId
          codeCommit {
            key
            label
          }
          environment {
            key
            label
          }
          parameters {
            name
            value
          }
          metrics {
            name
            text
          }
        }
      }
    }
  }
}
    `, {"answer":{"servedAt":{"endpoint":{"namespace":true,"name":true,"stage":true},"at":true,"knownAt":true,"exact":true,"decisionBucket":true,"candidates":{"trafficPercent":true,"firstBucket":true,"endBucket":true,"deployment":{"key":true,"validFrom":true,"validTo":true,"release":{"key":true}},"modelVersion":{"key":true,"label":true,"trainingData":{"key":true,"label":true},"producedBy":{"key":true,"externalId":true,"codeCommit":{"key":true,"label":true},"environment":{"key":true,"label":true},"parameters":{"name":true,"value":true},"metrics":{"name":true,"text":true}}}}}}}) as unknown as TypedDocumentString<CliServedQuery, CliServedQueryVariables>;