import { DatasetResolver } from "./dataset.resolver.js";
import { DatasetSnapshotResolver, SnapshotConnectionResolver } from "./dataset-snapshot.resolver.js";

import { MemberSnapshotResolver, SnapshotMembersResolver } from "./snapshot-members.resolver.js";

export const datasetResolvers = [
  DatasetResolver,
  DatasetSnapshotResolver,
  SnapshotConnectionResolver,
  SnapshotMembersResolver,
  MemberSnapshotResolver,
] as const;
