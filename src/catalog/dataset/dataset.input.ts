import { Field, InputType } from "type-graphql";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { ModelVersionRefInput } from "../model/model-version-ref.input.js";

@InputType({ description: "Names a dataset." })
export class DatasetRefInput {
  @Field(() => String, { description: "The dataset's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The dataset's name." })
  name!: string;
}

@InputType({ description: "Names one snapshot of a dataset." })
export class DatasetSnapshotRefInput {
  @Field(() => String, { description: "The dataset's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The dataset's name." })
  dataset!: string;

  @Field(() => String, { description: "The snapshot's version." })
  version!: string;
}

@InputType({
  description:
    "Names one deployment by what never changes of it; a reference to one that is not recorded yet is kept until it is.",
})
export class EmittingDeploymentInput {
  @Field(() => String, { description: "The endpoint's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The endpoint's name." })
  endpoint!: string;

  @Field(() => ModelVersionRefInput, { description: "What it serves, by version: an alias may have moved since." })
  modelVersion!: ModelVersionRefInput;

  @Field(() => DateTime, { description: "When it began to serve." })
  validFrom!: Date;
}

@InputType({ description: "What a source says of one snapshot; what is left out is unknown to it." })
export class RegisterDatasetSnapshotInput extends DatasetSnapshotRefInput {
  @Field(() => String, { nullable: true, description: "Content digest, 'algorithm:hex'." })
  digest?: string | null;

  @Field(() => String, { nullable: true, description: "Where the data lies." })
  uri?: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size in bytes." })
  sizeBytes?: number | null;

  @Field(() => BigInt, { nullable: true, description: "Number of rows." })
  rowCount?: number | null;

  @Field(() => DateTime, { nullable: true, description: "When the data got this state." })
  createdAt?: Date | null;

  @Field(() => [DatasetSnapshotRefInput], {
    nullable: true,
    description: "Upstream snapshots where no run is known: copied, split, filtered.",
  })
  derivedFrom?: DatasetSnapshotRefInput[] | null;

  @Field(() => EmittingDeploymentInput, {
    nullable: true,
    description: "The deployment whose logged predictions these are.",
  })
  emittedBy?: EmittingDeploymentInput | null;
}
