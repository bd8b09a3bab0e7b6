import { Field, InputType } from "type-graphql";

@InputType({ description: "Names one environment." })
export class EnvironmentRefInput {
  @Field(() => String, { description: "Its digest, 'algorithm:hex'." })
  digest!: string;
}

@InputType({
  description:
    "Exactly one of requirements (the text of a requirements.txt), condaYaml and imageUri, or imageUri beside one of the other two.",
})
export class RegisterEnvironmentInput {
  @Field(() => String, { nullable: true, description: "The text of a requirements.txt." })
  requirements?: string | null;

  @Field(() => String, { nullable: true, description: "The text of a conda environment file." })
  condaYaml?: string | null;

  @Field(() => String, { nullable: true, description: "The container image." })
  imageUri?: string | null;

  @Field(() => String, { nullable: true, description: "Digest of the image, with imageUri." })
  imageDigest?: string | null;

  @Field(() => String, { nullable: true, description: "Python's version." })
  pythonVersion?: string | null;
}
