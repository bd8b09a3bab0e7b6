import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({ simpleResolvers: true, description: "A deployment that served a moment's decisions, or some of them." })
export class ServingCandidate {
  readonly deploymentKey!: string;
  readonly modelVersionKey!: string;

  @Field(() => Float, { description: "Its share of the traffic at that moment." })
  readonly trafficPercent!: number;

  @Field(() => Int, { description: "The first of its buckets, of 10,000." })
  readonly firstBucket!: number;

  @Field(() => Int, {
    description: "The bucket after its last one: it has those from `firstBucket` to the one before this.",
  })
  readonly endBucket!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "What served at an endpoint at a moment, as it was known at another.",
})
export class ServingRecord {
  readonly endpointKey!: string;

  @Field(() => DateTime, { description: "The moment that was asked about." })
  readonly at!: number;

  @Field(() => DateTime, { description: "What was recorded until then is what the answer is from." })
  readonly knownAt!: number;

  @Field(() => [ServingCandidate], {
    description: "Empty: nothing served then. Several: traffic was split and no decision key was given. Oldest first.",
  })
  readonly candidates!: readonly ServingCandidate[];

  @Field(() => Boolean, {
    description: "True where one model version made the decision, whichever of the candidates it was.",
  })
  readonly exact!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "The decision's bucket: the first eight bytes of SHA-256(decisionKey), big-endian, modulo 10,000. Null without a decision key.",
  })
  readonly decisionBucket!: number | null;
}
