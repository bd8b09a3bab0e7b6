import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageKind } from "../../core/api/node/lineage-kind.enum.js";
import { PageArgs } from "../../core/api/page.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import type { ImpactAnswer } from "./impact-answer.js";
import { ImpactSeverity } from "./impact.enum.js";
import type { AffectedRecord } from "./impact.service.js";

@ObjectType({ simpleResolvers: true, description: "How many nodes of a kind have a severity." })
export class SeverityCount {
  @Field(() => ImpactSeverity, { description: "The severity." })
  readonly severity!: ImpactSeverity;

  @Field(() => LineageKind, { description: "The kind." })
  readonly kind!: LineageKind;

  @Field(() => Int, { description: "How many." })
  readonly count!: number;
}

@ObjectType({ simpleResolvers: true, description: "A node that a change would affect." })
export class AffectedNode {
  readonly record!: AffectedRecord;
  readonly impact!: ImpactAnswer;

  @Field(() => ImpactSeverity, { description: "How bad it is." })
  readonly severity!: ImpactSeverity;

  @Field(() => Int, { description: "Hops from the nearest root." })
  readonly depth!: number;

  @Field(() => String, { description: "One sentence a person can act on." })
  readonly reason!: string;
}

/** A page of what is affected. */
export const AffectedNodeConnection = connectionType("AffectedNode", () => AffectedNode, "affected nodes");

/** Which of the affected nodes to list. */
@ArgsType()
export class AffectedArgs extends PageArgs {
  @Field(() => ImpactSeverity, { nullable: true, description: "This severity and worse; all unless given." })
  minSeverity?: ImpactSeverity | null;

  @Field(() => [LineageKind], { nullable: true, description: "Kinds to list; all unless given." })
  kinds?: LineageKind[] | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "What a change to some nodes affects: everything downstream of them, worst first.",
})
export class Impact {
  @Field(() => DateTime, { nullable: true, description: "The moment whose knowledge the answer is from; null is now." })
  readonly asOf!: number | null;
}
