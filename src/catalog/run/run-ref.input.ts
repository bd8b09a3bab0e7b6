import { Field, InputType } from "type-graphql";

@InputType({ description: "Names one run." })
export class RunRefInput {
  @Field(() => String, { description: "The run's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The run's id in the system that ran it." })
  externalId!: string;
}
