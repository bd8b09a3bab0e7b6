import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { loadNodes } from "../../core/api/node/nodes-of.js";
import { PageArgs } from "../../core/api/page.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/deployment.type.js";
import { fromGlobalId, parseKey, recordKey } from "../../core/shared/key.js";
import { listRecalls } from "./recall.repository.js";
import { closeRecall, openRecall, resolveRecallTask } from "./recall.service.js";
import {
  OpenRecallInput,
  Recall,
  RecallConnection,
  RecallState,
  RecallTask,
  ResolveRecallTaskInput,
} from "./recall.type.js";

@Resolver(() => Recall)
export class RecallResolver {
  @Query(() => Recall, { nullable: true, description: "The recall with this id; null if it does not exist." })
  @Extensions({ role: "reader" })
  async recall(
    @Arg("id", () => ID, { description: "Global id or key of the recall." }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    const key = fromGlobalId(id) ?? id;
    return parseKey(key)?.kind === "recall" ? loaders.container.load(key) : null;
  }

  @Query(() => RecallConnection, { description: "Recalls, open and closed, newest first." })
  @Extensions({ role: "reader" })
  recalls(
    @Arg("state", () => RecallState, { nullable: true, description: "Only recalls in this state; all by default." })
    state: RecallState | null = null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Recall> {
    return listRecalls(graph, state, args);
  }

  @Mutation(() => Recall, {
    description:
      "Opens a recall: declares that nodes are defective. " +
      "Every deployment downstream that serves now or later becomes a task. " +
      "While the recall is open, a rollback never selects a version downstream, " +
      "and the release check `forbidRecalledUpstream` fails.",
  })
  @Extensions({ role: "releaser" })
  async openRecall(
    @Arg("input", () => OpenRecallInput, { description: "The recalled nodes and the reason." }) input: OpenRecallInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return reload(context, await openRecall(context, input));
  }

  @Mutation(() => Recall, { description: "Marks a task of an open recall as resolved and records the resolution." })
  @Extensions({ role: "releaser" })
  async resolveRecallTask(
    @Arg("input", () => ResolveRecallTaskInput, { description: "The task and its resolution." })
    input: ResolveRecallTaskInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return reload(context, await resolveRecallTask(context, input));
  }

  @Mutation(() => Recall, { description: "Closes a recall. Every task must be resolved; otherwise it is a CONFLICT." })
  @Extensions({ role: "releaser" })
  async closeRecall(
    @Arg("recall", () => ID, { description: "Global id or key of the recall." }) recall: string,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return reload(context, await closeRecall(context, recall));
  }

  @FieldResolver(() => [LineageNode], {
    description:
      "Recalled nodes, ordered by key. For a watched dataset or package: its registered snapshots, or the environments that install or may install it.",
  })
  async targets(@Root() { recallId }: Recall, @Ctx() { loaders }: RequestContext): Promise<LineageNode[]> {
    const rows = await loaders.recallTargets.load(recallId);
    return loadNodes(
      loaders,
      rows.map(({ key }) => key),
    );
  }

  @FieldResolver(() => [RecallTask], {
    description:
      "One task for each deployment downstream that has served at any time since the recall was opened. " +
      "Open tasks come first; among these, deployments that serve come first. " +
      "A closed recall lists its resolved tasks.",
  })
  async tasks(@Root() { recallId }: Recall, @Ctx() { loaders }: RequestContext): Promise<RecallTask[]> {
    return (await loaders.recallTasks.load(recallId)).map(({ deployment, ...task }) => ({
      deploymentKey: deployment,
      ...task,
    }));
  }

  @FieldResolver(() => Int, { description: "Number of unresolved tasks." })
  async openTaskCount(@Root() { recallId }: Recall, @Ctx() { loaders }: RequestContext): Promise<number> {
    return (await loaders.recallTasks.load(recallId)).filter(({ resolvedAt }) => resolvedAt === null).length;
  }
}

@Resolver(() => RecallTask)
export class RecallTaskResolver {
  @FieldResolver(() => Deployment, { description: "The affected deployment." })
  deployment(@Root() { deploymentKey }: RecallTask, @Ctx() { loaders }: RequestContext): Promise<Deployment | null> {
    return loadDeployment(loaders, deploymentKey);
  }
}

@Resolver(() => LineageNode)
export class NodeRecallsResolver {
  @FieldResolver(() => [Recall], {
    description: "Open recalls of this node or of anything upstream of it, oldest first.",
  })
  recalls(@Root() { key }: LineageNode, @Ctx() { loaders }: RequestContext): Promise<readonly Recall[]> {
    return loaders.recallsReaching.load(key);
  }
}

function reload({ loaders }: RequestContext, id: string): Promise<ContainerNode | null> {
  return loaders.container.load(recordKey("recall", id));
}
