import { Field, InputType } from "type-graphql";

@InputType({ description: "Reference to one environment." })
export class EnvironmentRefInput {
  @Field(() => String, {
    description: "Digest of the environment in the format `algorithm:value`. At most 300 characters.",
  })
  digest!: string;
}

@InputType({
  description:
    "Content of an environment: `requirements`, `condaYaml` or `imageUri`. `imageUri` may be combined with one of the other two.",
})
export class RegisterEnvironmentInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Text of a `requirements.txt`, or of a `pylock.toml`, `uv.lock`, `poetry.lock` or `Pipfile.lock`, whose packages are recorded as a requirements file. At most 5,000 packages and 2,000,000 characters; the limit for the size of a request may be lower.",
  })
  requirements?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Text of a conda environment file. At most 5,000 packages and 100,000 characters.",
  })
  condaYaml?: string | null;

  @Field(() => String, { nullable: true, description: "Address of the container image. At most 4,000 characters." })
  imageUri?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Digest of the container image in the format `algorithm:value`. Requires `imageUri`. At most 300 characters.",
  })
  imageDigest?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Python version, such as `3.12.4`. Defaults to the version in `condaYaml`, if any. At most 4,000 characters.",
  })
  pythonVersion?: string | null;
}
