/**
 * What the contract has and the API does not serve yet, by the steps that will bring it. Whoever builds one of them takes
 * it out of here: the schema test fails where something is both listed and there.
 */
export const laterTypes: readonly string[] = [
  // audit, recovery
  "ServingCandidate", "ServingRecord", "RollbackCandidate", "RollbackInput", "RollbackPayload", "RollbackPlan",
  // reproduction, comparison
  "ModelComparison", "ChangeKind", "CodeChange", "DataChange", "MetricChange", "ValueChange",
  // releases
  "DeployReleaseInput", "DeployPayload", "DeployStatus",
  // recalls
  "Recall", "RecallState", "RecallTask", "OpenRecallInput", "ResolveRecallTaskInput",
  // ledger, notes
  "AuditEntry", "AuditEntryConnection", "AuditEntryEdge", "JSONObject", "Note", "AddNoteInput",
];

const lineageTypes = ["LineageNode", "DatasetSnapshot", "CodeCommit", "Environment", "Run", "ModelVersion", "Deployment"];

export const laterFields: readonly string[] = [
  ...lineageTypes.flatMap((type) => [`${type}.recalls`, `${type}.notes`]),
  ...["servedAt", "modelComparison", "rollbackPlan", "recall", "auditLog"].map((field) => `Query.${field}`),
  ...["deployRelease", "rollback", "openRecall", "resolveRecallTask", "closeRecall", "addNote"].map((field) => `Mutation.${field}`),
];
