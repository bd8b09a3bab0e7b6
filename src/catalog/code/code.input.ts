import { Field, InputType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@InputType({ description: "Names one commit." })
export class CodeCommitRefInput {
  @Field(() => String, { description: "Address of the repository, as registered." })
  repository!: string;

  @Field(() => String, {
    description:
      "The commit's full hash; of a changed work tree, the hash, '+' and the first digits of its patch's SHA-256.",
  })
  sha!: string;
}

@InputType({ description: "What a source says of one commit; what is left out is unknown to it." })
export class RegisterCodeCommitInput extends CodeCommitRefInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True when the work tree had changes that the commit does not hold.",
  })
  dirty?: boolean | null;

  @Field(() => String, { nullable: true, description: "Digest of those changes as a patch, 'algorithm:hex'." })
  patchDigest?: string | null;

  @Field(() => String, { nullable: true, description: "The commit's message." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: "Who wrote it." })
  author?: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was committed." })
  committedAt?: Date | null;

  @Field(() => String, { nullable: true, description: "A branch that it was seen on." })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: "A tag that it was seen with." })
  tag?: string | null;
}
