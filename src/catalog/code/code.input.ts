import { Field, InputType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@InputType({ description: "Reference to one commit." })
export class CodeCommitRefInput {
  @Field(() => String, { description: "Address of the repository. 1 to 1,000 characters, no surrounding white space." })
  repository!: string;

  @Field(() => String, {
    description:
      "Full commit hash. For a work tree with uncommitted changes: the hash, `+` and the first digits of the SHA-256 of the patch. 1 to 1,000 characters, no surrounding white space.",
  })
  sha!: string;
}

@InputType({ description: "One commit as reported by a source. Omitted fields are unknown." })
export class RegisterCodeCommitInput extends CodeCommitRefInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether the work tree had uncommitted changes. Defaults to false.",
  })
  dirty?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Digest of the uncommitted changes as a patch, in the format `algorithm:value`. At most 300 characters.",
  })
  patchDigest?: string | null;

  @Field(() => String, { nullable: true, description: "Commit message. At most 100,000 characters." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: "Author of the commit. At most 4,000 characters." })
  author?: string | null;

  @Field(() => DateTime, { nullable: true, description: "Time of the commit." })
  committedAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Branch that the source was on. At most 4,000 characters." })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: "Tag of the commit. At most 4,000 characters." })
  tag?: string | null;
}
