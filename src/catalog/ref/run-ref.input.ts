import { Field, InputType } from "type-graphql";

@InputType({ description: "Reference to one run." })
export class RunRefInput {
  @Field(() => String, { description: "Namespace of the run. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, {
    description: "Id of the run in the system that executed it. 1 to 1,000 characters, no surrounding white space.",
  })
  externalId!: string;
}
