import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { CodeCommit } from "../../catalog/code/code-commit.type.js";
import { loadCommit } from "../../catalog/code/code.repository.js";
import { datasetOf } from "../../catalog/dataset/dataset.repository.js";
import { Dataset } from "../../catalog/dataset/dataset.type.js";
import { DatasetSnapshot } from "../../catalog/dataset/dataset-snapshot.type.js";
import { Environment } from "../../catalog/environment/environment.type.js";
import { Model } from "../../catalog/model/model.type.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import { modelOf } from "../../catalog/model/model.repository.js";
import { compareUrl } from "./compare-url.js";
import { CodeChange, DataChange, EnvironmentChange, UsedModelChange } from "./comparison.type.js";

/** Loads a node that one side may not have. */
function loadIfKnown({ loaders }: RequestContext, key: string | null): Promise<LineageNode | null> | null {
  return key === null ? null : loaders.lineageNode.load(key);
}

@Resolver(() => DataChange)
export class DataChangeResolver {
  @FieldResolver(() => Dataset, { description: "The dataset of the snapshots." })
  dataset(@Root() { record }: DataChange): Dataset {
    return datasetOf(record.container);
  }

  @FieldResolver(() => DatasetSnapshot, {
    nullable: true,
    description: "The snapshot on the left side; null if the change is ADDED.",
  })
  left(@Root() { record }: DataChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, record.left);
  }

  @FieldResolver(() => DatasetSnapshot, {
    nullable: true,
    description: "The snapshot on the right side; null if the change is REMOVED.",
  })
  right(@Root() { record }: DataChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, record.right);
  }
}

@Resolver(() => UsedModelChange)
export class UsedModelChangeResolver {
  @FieldResolver(() => Model, { description: "The model of the versions." })
  model(@Root() { record }: UsedModelChange): Model {
    return modelOf(record.container);
  }

  @FieldResolver(() => ModelVersion, {
    nullable: true,
    description: "The version on the left side; null if the change is ADDED.",
  })
  left(@Root() { record }: UsedModelChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, record.left);
  }

  @FieldResolver(() => ModelVersion, {
    nullable: true,
    description: "The version on the right side; null if the change is REMOVED.",
  })
  right(@Root() { record }: UsedModelChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, record.right);
  }
}

@Resolver(() => CodeChange)
export class CodeChangeResolver {
  @FieldResolver(() => CodeCommit, {
    nullable: true,
    description: "The commit on the left side; null if none is recorded.",
  })
  left(@Root() { sides }: CodeChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, sides.left.commit?.key ?? null);
  }

  @FieldResolver(() => CodeCommit, {
    nullable: true,
    description: "The commit on the right side; null if none is recorded.",
  })
  right(@Root() { sides }: CodeChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, sides.right.commit?.key ?? null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "URL at which GitHub or GitLab shows the difference between the two commits; null if they are not two commits of one repository on either.",
  })
  async compareUrl(@Root() { sides }: CodeChange, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    const {
      left: { commit: leftCommit },
      right: { commit: rightCommit },
    } = sides;
    if (!leftCommit || !rightCommit) return null;
    const [left, right] = await Promise.all([
      loadCommit(loaders, leftCommit.key),
      loadCommit(loaders, rightCommit.key),
    ]);
    return left && right && compareUrl(left, right);
  }
}

@Resolver(() => EnvironmentChange)
export class EnvironmentChangeResolver {
  @FieldResolver(() => Environment, {
    nullable: true,
    description: "The environment on the left side; null if none is recorded.",
  })
  left(@Root() { sides }: EnvironmentChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, sides.left.environment);
  }

  @FieldResolver(() => Environment, {
    nullable: true,
    description: "The environment on the right side; null if none is recorded.",
  })
  right(@Root() { sides }: EnvironmentChange, @Ctx() context: RequestContext): Promise<LineageNode | null> | null {
    return loadIfKnown(context, sides.right.environment);
  }
}
