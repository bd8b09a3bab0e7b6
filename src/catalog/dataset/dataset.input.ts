import { Field, InputType } from "type-graphql";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { ModelVersionRefInput } from "../ref/model-version-ref.input.js";

@InputType({ description: "Reference to a dataset." })
export class DatasetRefInput {
  @Field(() => String, { description: "Namespace of the dataset." })
  namespace!: string;

  @Field(() => String, { description: "Name of the dataset." })
  name!: string;
}

@InputType({ description: "Reference to one snapshot of a dataset." })
export class DatasetSnapshotRefInput {
  @Field(() => String, { description: "Namespace of the dataset. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, { description: "Name of the dataset. 1 to 1,000 characters, no surrounding white space." })
  dataset!: string;

  @Field(() => String, { description: "Version of the snapshot. 1 to 1,000 characters, no surrounding white space." })
  version!: string;
}

@InputType({
  description: "Reference to one deployment by its identifying fields. The deployment may be recorded later.",
})
export class EmittingDeploymentInput {
  @Field(() => String, { description: "Namespace of the endpoint. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, { description: "Name of the endpoint. 1 to 1,000 characters, no surrounding white space." })
  endpoint!: string;

  @Field(() => ModelVersionRefInput, {
    description:
      "Model version that the deployment serves. Requires `version`; an alias is rejected, because it may have moved since.",
  })
  modelVersion!: ModelVersionRefInput;

  @Field(() => DateTime, { description: "Time at which the deployment started to serve." })
  validFrom!: Date;
}

@InputType({ description: "One file of a folder." })
export class SnapshotMemberInput {
  @Field(() => String, { description: "Path within the folder, such as `images/a.txt`. At most 1,000 characters." })
  path!: string;

  @Field(() => String, {
    description: "Content digest of the file in the format `algorithm:value`. At most 300 characters.",
  })
  digest!: string;

  @Field(() => BigInt, { nullable: true, description: "Size in bytes. Must not be negative." })
  sizeBytes?: number | null;
}

@InputType({ description: "One snapshot as reported by a source. Omitted fields are unknown." })
export class RegisterDatasetSnapshotInput extends DatasetSnapshotRefInput {
  @Field(() => String, {
    nullable: true,
    description: "Content digest in the format `algorithm:value`, such as `sha256:9f86d0…`. At most 300 characters.",
  })
  digest?: string | null;

  @Field(() => String, { nullable: true, description: "Location of the data. At most 4,000 characters." })
  uri?: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size in bytes. Must not be negative." })
  sizeBytes?: number | null;

  @Field(() => BigInt, { nullable: true, description: "Number of rows. Must not be negative." })
  rowCount?: number | null;

  @Field(() => DateTime, { nullable: true, description: "Time at which the data reached this state." })
  createdAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the snapshot is a folder. `members` implies it. A question about a folder that is recorded without members is PARTIAL.",
  })
  isFolder?: boolean | null;

  @Field(() => [SnapshotMemberInput], {
    nullable: true,
    description:
      "Files that the folder contains; at most 10,000. A file that is also recorded as a snapshot of the namespace flows into the folder.",
  })
  members?: SnapshotMemberInput[] | null;

  @Field(() => [DatasetSnapshotRefInput], {
    nullable: true,
    description:
      "Upstream snapshots, if the run that derived this snapshot is unknown, such as the source of a copy. At most 1,000.",
  })
  derivedFrom?: DatasetSnapshotRefInput[] | null;

  @Field(() => EmittingDeploymentInput, {
    nullable: true,
    description: "Deployment whose logged predictions the snapshot contains.",
  })
  emittedBy?: EmittingDeploymentInput | null;
}
