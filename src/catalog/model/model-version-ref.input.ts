import { Field, InputType } from "type-graphql";

@InputType({ description: "Names one version of a model. Exactly one of version and alias." })
export class ModelVersionRefInput {
  @Field(() => String, { description: "The model's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The model's name." })
  model!: string;

  @Field(() => String, { nullable: true, description: "The version, as registered." })
  version?: string | null;

  @Field(() => String, { nullable: true, description: "A name that points to a version now, such as `champion`." })
  alias?: string | null;
}
