import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "A movable name for a version of a model, such as `champion`." })
export class ModelAlias {
  readonly modelKey!: string;
  readonly versionKey!: string;

  @Field(() => String, { description: "The alias, unique within its model." })
  readonly name!: string;
}
