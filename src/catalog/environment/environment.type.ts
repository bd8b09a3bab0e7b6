import { Field, ObjectType } from "type-graphql";
import { LineageNode, Node } from "../../core/api/node/node.type.js";

@ObjectType({
  implements: [Node, LineageNode],
  simpleResolvers: true,
  description:
    "What code ran in: packages, Python version and container image. Identified by the digest of its canonical content.",
})
export class Environment extends LineageNode {
  @Field(() => String, {
    nullable: true,
    description:
      "SHA-256 of the canonical content. If only an image was registered, the digest of the image. Never null: the type allows a query to select it beside the digest of a snapshot.",
  })
  readonly digest!: string;

  @Field(() => String, { nullable: true, description: "Address of the container image. Null if there is none." })
  readonly imageUri!: string | null;

  @Field(() => String, { nullable: true, description: "Digest of the container image. Null if unknown." })
  readonly imageDigest!: string | null;

  @Field(() => String, { nullable: true, description: "Python version. Null if unknown." })
  readonly pythonVersion!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether every package is pinned to one version, or the image is identified by digest. False if unknown.",
  })
  readonly pinned!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "One package that an environment requires." })
export class PackageRequirement {
  @Field(() => String, {
    description: "Package name, normalized by PEP 503. For an unnamed requirement, its path or address.",
  })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Version that the package is pinned to. Null if it is not pinned.",
  })
  readonly version!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Allowed versions: PEP 440 for pip, the match specification for conda. Null if any version is allowed.",
  })
  readonly specifier!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'PEP 508 environment marker, such as `python_version < "3.11"`. Null if the requirement always applies.',
  })
  readonly marker!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Path or address that the package is installed from. Null if it comes from a package index.",
  })
  readonly url!: string | null;
}
