import { Field, ObjectType } from "type-graphql";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({ implements: [Node, LineageNode], simpleResolvers: true, description: "One commit of a code repository." })
export class CodeCommit extends LineageNode {
  @Field(() => String, { description: "Address of the repository, as registered." })
  readonly repository!: string;

  @Field(() => String, {
    description:
      "Full commit hash. For a work tree with uncommitted changes: the hash, `+` and the first digits of the SHA-256 of the patch.",
  })
  readonly sha!: string;

  @Field(() => Boolean, { description: "Whether the work tree had uncommitted changes. False if unknown." })
  readonly dirty!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Digest of the uncommitted changes as a patch, in the format `algorithm:value`. Null if unknown.",
  })
  readonly patchDigest!: string | null;

  @Field(() => String, { nullable: true, description: "Commit message. Null if unknown." })
  readonly message!: string | null;

  @Field(() => String, { nullable: true, description: "Author of the commit. Null if unknown." })
  readonly author!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Commit time. Null if unknown." })
  readonly committedAt!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Branch that the commit was reported on. If several were reported, the first in alphabetical order. Null if unknown.",
  })
  readonly branch!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Tag that the commit was reported with. If several were reported, the first in alphabetical order. Null if unknown.",
  })
  readonly tag!: string | null;
}
