import { Field, ObjectType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({
  simpleResolvers: true,
  description: "Record of a deletion. The node remains and continues to conduct lineage.",
})
export class Tombstone {
  @Field(() => DateTime, { description: "When the node was tombstoned." })
  readonly at!: number;

  @Field(() => String, { description: "Name of the person who tombstoned the node." })
  readonly by!: string;

  @Field(() => String, { description: "Reason for the deletion." })
  readonly reason!: string;

  @Field(() => Boolean, {
    description: "True if the deletion overrode a verdict of BLOCKED or UNKNOWN.",
  })
  readonly override!: boolean;
}
