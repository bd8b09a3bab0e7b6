import { Field, ObjectType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({
  simpleResolvers: true,
  description: "The record that the thing itself was deleted. Its node stays and goes on conducting lineage.",
})
export class Tombstone {
  @Field(() => DateTime, { description: "When." })
  readonly at!: number;

  @Field(() => String, { description: "By whom." })
  readonly by!: string;

  @Field(() => String, { description: "Why." })
  readonly reason!: string;

  @Field(() => Boolean, {
    description:
      "True where an administrator had it deleted although something depended on it, or although nobody could know.",
  })
  readonly override!: boolean;
}
