import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({ simpleResolvers: true, description: "A deployment that made, or may have made, the decision." })
export class ServingCandidate {
  readonly deploymentKey!: string;
  readonly modelVersionKey!: string;
  /** Recorded time of the question, in epoch milliseconds; null for the present. */
  readonly knownAt!: number | null;

  @Field(() => Float, { description: "Share of the traffic at that time, in percent, above 0." })
  readonly trafficPercent!: number;

  @Field(() => Int, { description: "First bucket of the deployment, from 0 to 9,999." })
  readonly firstBucket!: number;

  @Field(() => Int, {
    description:
      "End of the range of buckets, exclusive: the deployment has the buckets from `firstBucket` to `endBucket` - 1.",
  })
  readonly endBucket!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "The deployments that served an endpoint at one time, as recorded at another.",
})
export class ServingRecord {
  readonly endpointKey!: string;

  @Field(() => DateTime, { description: "Time that the question is about." })
  readonly at!: number;

  @Field(() => DateTime, { description: "Time of the recorded state that the answer describes." })
  readonly knownAt!: number;

  @Field(() => [ServingCandidate], {
    description:
      "Deployments that may have made the decision, oldest first. Empty if nothing served. Several if traffic was split and no decision key was given.",
  })
  readonly candidates!: readonly ServingCandidate[];

  @Field(() => Boolean, {
    description:
      "True if all candidates serve the same model version, so that it made the decision. False if there are no candidates.",
  })
  readonly exact!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "Bucket of the decision: the first eight bytes of SHA-256(decisionKey), big-endian, modulo 10,000. Null without a decision key.",
  })
  readonly decisionBucket!: number | null;
}
