import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import { ModelVersionRefInput } from "../../catalog/ref/model-version-ref.input.js";
import { Run } from "../../catalog/run/run.type.js";
import { RunRefInput } from "../../catalog/ref/run-ref.input.js";
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
    nullable: true,
    description: "Differences between two model versions in data, code, packages, parameters and metrics.",
  })
  @Extensions({ role: "reader" })
  modelComparison(
    @Arg("left", () => ModelVersionRefInput, {
      description: "The model version on the left side, such as the last good one.",
    })
    left: ModelVersionRefInput,
    @Arg("right", () => ModelVersionRefInput, { description: "The model version on the right side." })
    right: ModelVersionRefInput,
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
    nullable: true,
    description: "Differences between two runs in data, code, packages, parameters and metrics.",
  })
  @Extensions({ role: "reader" })
  runComparison(
    @Arg("left", () => RunRefInput, { description: "The run on the left side, such as the last good one." })
    left: RunRefInput,
    @Arg("right", () => RunRefInput, { description: "The run on the right side." }) right: RunRefInput,
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
      "Differences in data, by dataset and role: CHANGED first, then ADDED, then REMOVED; " +
      "among these, training data first. " +
      "For a model version without a recorded run: the data of the versions that it was derived from.",
  })
  data(@Root() { differences }: LineageComparison): DataChange[] {
    return differences.data.map((record) => ({ record, change: record.change, role: record.role }));
  }

  @FieldResolver(() => [UsedModelChange], {
    description: "Differences in the model versions that were used, by model and role.",
  })
  models(@Root() { differences }: LineageComparison): UsedModelChange[] {
    return differences.models.map((record) => ({ record, change: record.change, role: record.role }));
  }

  @FieldResolver(() => CodeChange, { description: "The commits on both sides." })
  code(@Root() { sides, differences }: LineageComparison): CodeChange {
    return { sides, same: differences.isSameCode };
  }

  @FieldResolver(() => EnvironmentChange, { description: "The environments on both sides." })
  environment(@Root() { sides }: LineageComparison): EnvironmentChange {
    return { sides, same: sides.left.environment !== null && sides.left.environment === sides.right.environment };
  }
}
