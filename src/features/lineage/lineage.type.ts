import { Field, Int, ObjectType } from "type-graphql";
import { LineageKind } from "../../core/api/node/lineage-kind.enum.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import type { CompletenessRecord } from "./completeness.js";
import { CompletenessStatus, LineageDirection, LineageEdgeKind, PartialReason } from "./lineage.enum.js";
import type { LineageRecord, PathRecord } from "./lineage.service.js";

@ObjectType({
  simpleResolvers: true,
  description: "Whether an answer is complete. A PARTIAL answer never authorises anything.",
})
export class Completeness implements CompletenessRecord {
  @Field(() => CompletenessStatus, { description: "COMPLETE, or PARTIAL if more nodes may exist." })
  readonly status!: CompletenessRecord["status"];

  @Field(() => PartialReason, {
    nullable: true,
    description: "First reason for a PARTIAL answer; null if the answer is COMPLETE.",
  })
  readonly reason!: CompletenessRecord["reason"];

  @Field(() => [PartialReason], {
    description: "All reasons for a PARTIAL answer; empty if the answer is COMPLETE.",
  })
  readonly reasons!: CompletenessRecord["reasons"];

  @Field(() => Int, {
    description: "Number of nodes reached, roots not counted. If a budget was exceeded, the number counted so far.",
  })
  readonly reachedCount!: number;

  readonly undecidedKeys!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: "Number of nodes of one kind." })
export class KindCount {
  @Field(() => LineageKind, { description: "Kind of the counted nodes." })
  readonly kind!: LineageKind;

  @Field(() => Int, { description: "Number of nodes of this kind." })
  readonly count!: number;
}

@ObjectType({ simpleResolvers: true, description: "A node of a closure, with its distance." })
export class ReachedNode {
  @Field(() => LineageNode, { description: "The reached lineage node." })
  readonly node!: LineageNode;

  @Field(() => Int, { description: "Number of hops from the nearest root." })
  readonly depth!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A flow relationship between two lineage nodes. Data flows from upstream to downstream.",
})
export class LineageEdge {
  @Field(() => String, { description: "Key of the upstream node." })
  readonly upstreamKey!: string;

  @Field(() => String, { description: "Key of the downstream node." })
  readonly downstreamKey!: string;

  @Field(() => LineageEdgeKind, { description: "Relationship of the upstream node to the downstream node." })
  readonly kind!: LineageEdgeKind;

  @Field(() => String, {
    nullable: true,
    description: "Role of the upstream node, such as `training`; null if none is recorded.",
  })
  readonly role!: string | null;

  @Field(() => Boolean, { description: "True if the edge was inferred, not reported." })
  readonly inferred!: boolean;

  @Field(() => DateTime, { description: "When the edge was first recorded." })
  readonly recordedAt!: number;
}

@ObjectType({ simpleResolvers: true, description: "The upstream or downstream closure of the roots." })
export class Lineage {
  readonly record!: LineageRecord;

  @Field(() => LineageDirection, { description: "Direction in which the closure was traversed." })
  readonly direction!: LineageDirection;

  @Field(() => DateTime, {
    nullable: true,
    description: "Time of the recorded state that the answer describes; null for the present.",
  })
  readonly asOf!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last listed node, for `after`. Null if no more nodes follow.",
  })
  readonly endCursor!: string | null;

  @Field(() => [KindCount], {
    description: "Number of nodes by kind within `maxDepth`, listed or not. Kinds without nodes are omitted.",
  })
  readonly counts!: readonly KindCount[];

  @Field(() => Int, {
    description: "Number of nodes within `maxDepth`, of all kinds, listed or not. Roots are not counted.",
  })
  readonly totalCount!: number;

  @Field(() => Completeness, { description: "Whether the closure is complete." })
  readonly completeness!: CompletenessRecord;
}

@ObjectType({ simpleResolvers: true, description: "A shortest path along the flow of data." })
export class LineagePath {
  readonly record!: PathRecord;

  @Field(() => [LineageEdge], { description: "Edges of the path, from upstream to downstream." })
  readonly edges!: readonly LineageEdge[];

  @Field(() => Int, { description: "Number of edges; 0 if both ends are the same node." })
  readonly length!: number;
}
