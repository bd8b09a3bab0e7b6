import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description:
    "A dataset that may be the dataset of a target or root: its name differs only in letter case, slashes, a variant of the scheme, a default port or its Unicode form. If it is, declare it with `declareSameDataset`.",
})
export class SimilarDataset {
  readonly datasetKey!: string;
  readonly similarKey!: string;

  @Field(() => Int, { description: "Number of snapshots of the similar dataset." })
  readonly snapshotCount!: number;
}
