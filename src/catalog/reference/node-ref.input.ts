import { Field, ID, InputType } from "type-graphql";
import { CodeCommitRefInput } from "../code/index.js";
import { DatasetRefInput, DatasetSnapshotRefInput } from "../dataset/index.js";
import { DeploymentRefInput } from "../deployment/index.js";
import { EnvironmentRefInput } from "../environment/index.js";
import { ModelVersionRefInput } from "../model/index.js";
import { RunRefInput } from "../run/index.js";

@InputType({ description: "Names a package, in some of its versions." })
export class PackageRefInput {
  @Field(() => String, { description: "The package's name, in any spelling that PEP 503 takes for the same." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Which versions, by PEP 440, such as `>=1.26,<2`; left out: any, also where the version is not pinned.",
  })
  specifier?: string | null;
}

@InputType({ description: "Names lineage nodes. Exactly one field is given (@oneOf)." })
export class NodeRefInput {
  @Field(() => ID, { nullable: true, description: "The node with this global id." })
  id?: string | null;

  @Field(() => String, { nullable: true, description: "The node with this key." })
  key?: string | null;

  @Field(() => DatasetSnapshotRefInput, { nullable: true, description: "This snapshot." })
  datasetSnapshot?: DatasetSnapshotRefInput | null;

  @Field(() => DatasetRefInput, { nullable: true, description: "Every snapshot of the dataset." })
  dataset?: DatasetRefInput | null;

  @Field(() => CodeCommitRefInput, { nullable: true, description: "This commit." })
  codeCommit?: CodeCommitRefInput | null;

  @Field(() => EnvironmentRefInput, { nullable: true, description: "This environment." })
  environment?: EnvironmentRefInput | null;

  @Field(() => RunRefInput, { nullable: true, description: "This run." })
  run?: RunRefInput | null;

  @Field(() => ModelVersionRefInput, {
    nullable: true,
    description: "This model version, or the one that an alias points to now.",
  })
  modelVersion?: ModelVersionRefInput | null;

  @Field(() => DeploymentRefInput, { nullable: true, description: "The deployment that serves at this endpoint now." })
  deployment?: DeploymentRefInput | null;

  @Field(() => PackageRefInput, {
    nullable: true,
    description:
      "Every environment that installs the package in a version that the specifier matches (PEP 440; left out: any version).",
  })
  package?: PackageRefInput | null;
}
