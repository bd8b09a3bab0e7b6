import { Field, ObjectType } from "type-graphql";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({ implements: [Node, LineageNode], simpleResolvers: true, description: "One commit of a repository." })
export class CodeCommit extends LineageNode {
  @Field(() => String, { description: "Address of the repository, as its source names it." })
  readonly repository!: string;

  @Field(() => String, {
    description:
      "The commit's full hash; of a changed work tree, the hash, '+' and the first digits of its patch's SHA-256.",
  })
  readonly sha!: string;

  @Field(() => Boolean, { description: "True when the work tree had changes that the commit does not hold." })
  readonly dirty!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Digest of those changes as a patch, 'algorithm:hex', where known.",
  })
  readonly patchDigest!: string | null;

  @Field(() => String, { nullable: true, description: "The commit's message, where known." })
  readonly message!: string | null;

  @Field(() => String, { nullable: true, description: "Who wrote it, where known." })
  readonly author!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was committed, where known." })
  readonly committedAt!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "A branch that it was seen on; the first in the alphabet of those reported.",
  })
  readonly branch!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A tag that it was seen with; the first in the alphabet of those reported.",
  })
  readonly tag!: string | null;
}
