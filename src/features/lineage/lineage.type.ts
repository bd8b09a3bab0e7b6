import { Field, Int, ObjectType } from "type-graphql";
import { LineageKind } from "../../core/api/node/lineage-kind.enum.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import type { CompletenessRecord } from "./completeness.js";
import { CompletenessStatus, LineageDirection, LineageEdgeKind, PartialReason } from "./lineage.enum.js";
import type { LineageRecord, PathRecord } from "./lineage.service.js";

@ObjectType({
  simpleResolvers: true,
  description: "Whether the answer is all there is. A PARTIAL answer never authorises anything.",
})
export class Completeness implements CompletenessRecord {
  @Field(() => CompletenessStatus, { description: "COMPLETE, or PARTIAL where there may be more." })
  readonly status!: CompletenessRecord["status"];

  @Field(() => PartialReason, { nullable: true, description: "Why it is PARTIAL; null where it is COMPLETE." })
  readonly reason!: CompletenessRecord["reason"];

  @Field(() => Int, {
    description: "Nodes reached, roots not counted; where a budget ran out, those that were counted until then.",
  })
  readonly reachedCount!: number;
}

@ObjectType({ simpleResolvers: true, description: "How many nodes of a kind there are." })
export class KindCount {
  @Field(() => LineageKind, { description: "The kind." })
  readonly kind!: LineageKind;

  @Field(() => Int, { description: "How many." })
  readonly count!: number;
}

@ObjectType({ simpleResolvers: true, description: "A node of a closure." })
export class ReachedNode {
  @Field(() => LineageNode, { description: "The node." })
  readonly node!: LineageNode;

  @Field(() => Int, { description: "Hops from the nearest root." })
  readonly depth!: number;
}

@ObjectType({ simpleResolvers: true, description: "Data flows from upstream to downstream." })
export class LineageEdge {
  @Field(() => String, { description: "Key of the node that it leads from." })
  readonly upstreamKey!: string;

  @Field(() => String, { description: "Key of the node that it leads to." })
  readonly downstreamKey!: string;

  @Field(() => LineageEdgeKind, { description: "What the upstream node is to the downstream one." })
  readonly kind!: LineageEdgeKind;

  @Field(() => String, { nullable: true, description: "What for, such as `training`, where that is known." })
  readonly role!: string | null;

  @Field(() => Boolean, { description: "True where this was concluded and not reported." })
  readonly inferred!: boolean;

  @Field(() => DateTime, { description: "When this API learnt of it." })
  readonly recordedAt!: number;
}

@ObjectType({ simpleResolvers: true, description: "What is upstream or downstream of some nodes." })
export class Lineage {
  readonly record!: LineageRecord;

  @Field(() => LineageDirection, { description: "Which way was walked." })
  readonly direction!: LineageDirection;

  @Field(() => DateTime, { nullable: true, description: "The moment whose knowledge the answer is from; null is now." })
  readonly asOf!: number | null;

  @Field(() => [KindCount], {
    description: "Over the whole closure, not only the nodes shown; kinds of which there is none are left out.",
  })
  readonly counts!: readonly KindCount[];

  @Field(() => Int, { description: "Nodes of the whole closure, of all kinds, roots not counted." })
  readonly totalCount!: number;

  @Field(() => Completeness, { description: "Whether the closure is all there is." })
  readonly completeness!: CompletenessRecord;
}

@ObjectType({ simpleResolvers: true, description: "A shortest path along the flow of data." })
export class LineagePath {
  readonly record!: PathRecord;

  @Field(() => [LineageEdge], { description: "Its edges, from upstream to downstream." })
  readonly edges!: readonly LineageEdge[];

  @Field(() => Int, { description: "Its number of edges; 0 where both ends are the same node." })
  readonly length!: number;
}
