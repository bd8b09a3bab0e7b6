import { Field, ObjectType } from "type-graphql";
import { LineageNode, Node } from "../../core/api/node/node.type.js";

@ObjectType({
  implements: [Node, LineageNode],
  simpleResolvers: true,
  description: "What code ran in: packages, Python, image. Known by the digest of its canonical content.",
})
export class Environment extends LineageNode {
  @Field(() => String, { description: "SHA-256 over the canonical content, or the image digest." })
  readonly digest!: string;

  @Field(() => String, { nullable: true, description: "The container image, where there is one." })
  readonly imageUri!: string | null;

  @Field(() => String, { nullable: true, description: "Digest of the image, where known." })
  readonly imageDigest!: string | null;

  @Field(() => String, { nullable: true, description: "Python's version, where known." })
  readonly pythonVersion!: string | null;

  @Field(() => Boolean, {
    description: "True when every package is pinned to one version, or the image is given by digest.",
  })
  readonly pinned!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "One package that an environment asks for." })
export class PackageRequirement {
  @Field(() => String, { description: "The package's name, normalised." })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: "The one version that it is pinned to, if it is." })
  readonly version!: string | null;

  @Field(() => String, { nullable: true, description: "The versions that are allowed, by PEP 440." })
  readonly specifier!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it applies, such as `python_version < "3.11"`.' })
  readonly marker!: string | null;

  @Field(() => String, { nullable: true, description: "Where it comes from, if not from an index of packages." })
  readonly url!: string | null;
}
