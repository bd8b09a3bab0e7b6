import { Extensions, Field, ID, InputType } from "type-graphql";
import { CodeCommitRefInput } from "../code/code.input.js";
import { DatasetRefInput, DatasetSnapshotRefInput } from "../dataset/dataset.input.js";
import { DeploymentRefInput } from "../deployment/deployment.input.js";
import { EnvironmentRefInput } from "../environment/environment.input.js";
import { ModelVersionRefInput } from "../ref/model-version-ref.input.js";
import { RunRefInput } from "../ref/run-ref.input.js";

@InputType({ description: "Reference to the environments that install a package." })
export class PackageRefInput {
  @Field(() => String, { description: "Package name. Spellings that are equal by PEP 503 refer to the same package." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "PEP 440 version specifiers, such as `>=1.26,<2`. If omitted, any version matches. Environments that may or may not install a matching version make the answer PARTIAL (UNPINNED).",
  })
  specifier?: string | null;
}

@InputType({ description: "Reference to lineage nodes. Set exactly one field." })
@Extensions({ oneOf: true })
export class NodeRefInput {
  @Field(() => ID, { nullable: true, description: "Global id of the node." })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Key of the node. The key of a dataset refers to all of its snapshots; the key of an endpoint refers to the deployment that serves there.",
  })
  key?: string | null;

  @Field(() => DatasetSnapshotRefInput, { nullable: true, description: "Reference to one snapshot." })
  datasetSnapshot?: DatasetSnapshotRefInput | null;

  @Field(() => DatasetRefInput, {
    nullable: true,
    description: "Reference to all snapshots of a dataset, under every name that was declared to be the same.",
  })
  dataset?: DatasetRefInput | null;

  @Field(() => CodeCommitRefInput, { nullable: true, description: "Reference to one commit." })
  codeCommit?: CodeCommitRefInput | null;

  @Field(() => EnvironmentRefInput, { nullable: true, description: "Reference to one environment." })
  environment?: EnvironmentRefInput | null;

  @Field(() => RunRefInput, { nullable: true, description: "Reference to one run." })
  run?: RunRefInput | null;

  @Field(() => ModelVersionRefInput, {
    nullable: true,
    description: "Reference to one model version, by version or by alias.",
  })
  modelVersion?: ModelVersionRefInput | null;

  @Field(() => DeploymentRefInput, {
    nullable: true,
    description: "Reference to the deployment that serves at an endpoint.",
  })
  deployment?: DeploymentRefInput | null;

  @Field(() => PackageRefInput, {
    nullable: true,
    description: "Reference to all environments that certainly install a package in a matching version.",
  })
  package?: PackageRefInput | null;
}
