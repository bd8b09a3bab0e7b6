import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { ModelVersion, ModelVersionRefInput } from "../../catalog/model/index.js";
import { Run, RunRefInput } from "../../catalog/run/index.js";
import { compareReferences } from "./comparison.service.js";
import {
  CodeChange,
  LineageComparison,
  DataChange,
  EnvironmentChange,
  ModelComparison,
  RunComparison,
  UsedModelChange,
} from "./comparison.type.js";

@Resolver(() => ModelComparison)
export class ModelComparisonResolver {
  @Query(() => ModelComparison, {
    description: "What differs between two model versions in data, code, packages, parameters and metrics.",
  })
  @Extensions({ role: "reader" })
  modelComparison(
    @Arg("left", () => ModelVersionRefInput, { description: "One model version, such as the one that worked." })
    left: ModelVersionRefInput,
    @Arg("right", () => ModelVersionRefInput, { description: "Another one." }) right: ModelVersionRefInput,
    @Ctx() context: RequestContext,
  ): Promise<ModelComparison> {
    return compareReferences(context, "ModelComparison", { modelVersion: left }, { modelVersion: right });
  }

  @FieldResolver(() => ModelVersion, { description: "The model version on the left side." })
  left(@Root() { leftKey }: ModelComparison, @Ctx() { loaders }: RequestContext): Promise<LineageNode | null> {
    return loaders.lineageNode.load(leftKey);
  }

  @FieldResolver(() => ModelVersion, { description: "The model version on the right side." })
  right(@Root() { rightKey }: ModelComparison, @Ctx() { loaders }: RequestContext): Promise<LineageNode | null> {
    return loaders.lineageNode.load(rightKey);
  }
}

@Resolver(() => RunComparison)
export class RunComparisonResolver {
  @Query(() => RunComparison, {
    description: "What differs between two runs in data, code, packages, parameters and metrics.",
  })
  @Extensions({ role: "reader" })
  runComparison(
    @Arg("left", () => RunRefInput, { description: "One run, such as the one that worked." }) left: RunRefInput,
    @Arg("right", () => RunRefInput, { description: "Another one." }) right: RunRefInput,
    @Ctx() context: RequestContext,
  ): Promise<RunComparison> {
    return compareReferences(context, "RunComparison", { run: left }, { run: right });
  }

  @FieldResolver(() => Run, { description: "The run on the left side." })
  left(@Root() { leftKey }: RunComparison, @Ctx() { loaders }: RequestContext): Promise<LineageNode | null> {
    return loaders.lineageNode.load(leftKey);
  }

  @FieldResolver(() => Run, { description: "The run on the right side." })
  right(@Root() { rightKey }: RunComparison, @Ctx() { loaders }: RequestContext): Promise<LineageNode | null> {
    return loaders.lineageNode.load(rightKey);
  }
}

@Resolver(() => LineageComparison)
export class ComparisonResolver {
  @FieldResolver(() => [DataChange], {
    description:
      "Data, by dataset and role; what was trained on comes first. Of a model version that no known run made, the data of the versions that it was derived from.",
  })
  data(@Root() { differences }: LineageComparison): DataChange[] {
    return differences.data.map((record) => ({ record, change: record.change, role: record.role }));
  }

  @FieldResolver(() => [UsedModelChange], { description: "Model versions that were used, by model and role." })
  models(@Root() { differences }: LineageComparison): UsedModelChange[] {
    return differences.models.map((record) => ({ record, change: record.change, role: record.role }));
  }

  @FieldResolver(() => CodeChange, { description: "The code." })
  code(@Root() { sides, differences }: LineageComparison): CodeChange {
    return { sides, same: differences.isSameCode };
  }

  @FieldResolver(() => EnvironmentChange, { description: "What the code ran in." })
  environment(@Root() { sides }: LineageComparison): EnvironmentChange {
    return { sides, same: sides.left.environment !== null && sides.left.environment === sides.right.environment };
  }
}
