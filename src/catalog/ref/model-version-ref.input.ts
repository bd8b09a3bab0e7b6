import { Field, InputType } from "type-graphql";

@InputType({ description: "Reference to one version of a model. Set exactly one of `version` and `alias`." })
export class ModelVersionRefInput {
  @Field(() => String, { description: "Namespace of the model. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, { description: "Name of the model. 1 to 1,000 characters, no surrounding white space." })
  model!: string;

  @Field(() => String, {
    nullable: true,
    description: "Version identifier. 1 to 1,000 characters, no surrounding white space.",
  })
  version?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Alias that points to the version, such as `champion`. 1 to 1,000 characters, no surrounding white space.",
  })
  alias?: string | null;
}
