import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageKind } from "../../core/api/node/lineage-kind.enum.js";
import { PageArgs } from "../../core/api/page.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { MomentArgs } from "../lineage/lineage.args.js";
import type { ImpactAnswer } from "./impact-answer.js";
import { ImpactSeverity } from "./impact.enum.js";
import type { AffectedRecord } from "./impact.service.js";

@ObjectType({ simpleResolvers: true, description: "Number of affected nodes of one severity and kind." })
export class SeverityCount {
  @Field(() => ImpactSeverity, { description: "Severity of the counted nodes." })
  readonly severity!: ImpactSeverity;

  @Field(() => LineageKind, { description: "Kind of the counted nodes." })
  readonly kind!: LineageKind;

  @Field(() => Int, { description: "Number of nodes, roots not included." })
  readonly count!: number;
}

@ObjectType({ simpleResolvers: true, description: "A lineage node that a change to the roots affects." })
export class AffectedNode {
  readonly record!: AffectedRecord;
  readonly impact!: ImpactAnswer;

  @Field(() => ImpactSeverity, { description: "Severity of the impact on this node." })
  readonly severity!: ImpactSeverity;

  @Field(() => Int, { description: "Number of hops from the nearest root." })
  readonly depth!: number;

  @Field(() => String, {
    description:
      "One sentence that explains the severity: where the node serves, since when, and how it depends on a root.",
  })
  readonly reason!: string;
}

/** A page of affected nodes. */
export const AffectedNodeConnection = connectionType("AffectedNode", () => AffectedNode, "affected nodes");

/** Arguments of a question about impact. */
@ArgsType()
export class ImpactArgs extends MomentArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Whether to include everything that depends on copies: the same content in other namespaces. Defaults to false.",
  })
  includeCopies?: boolean | null;
}

/** Arguments that select affected nodes. */
@ArgsType()
export class AffectedArgs extends PageArgs {
  @Field(() => ImpactSeverity, { nullable: true, description: "Only nodes of this severity or worse; all by default." })
  minSeverity?: ImpactSeverity | null;

  @Field(() => [LineageKind], { nullable: true, description: "Only nodes of these kinds; all by default." })
  kinds?: LineageKind[] | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Everything downstream of the roots, and how severely a change to the roots affects it.",
})
export class Impact {
  @Field(() => DateTime, {
    nullable: true,
    description: "Time of the recorded state that the answer describes; null for the present.",
  })
  readonly asOf!: number | null;
}
