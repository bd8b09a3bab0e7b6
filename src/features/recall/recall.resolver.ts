import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { PageArgs } from "../../core/api/page.js";
import { forgetLoaded } from "../../core/api/record-fact.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/index.js";
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
  @Query(() => Recall, { nullable: true, description: "The recall with this id, or null." })
  @Extensions({ role: "reader" })
  async recall(
    @Arg("id", () => ID, { description: "Its global id." }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    const key = fromGlobalId(id) ?? id;
    return parseKey(key)?.kind === "recall" ? loaders.container.load(key) : null;
  }

  @Query(() => RecallConnection, { description: "Recalls, newest first." })
  @Extensions({ role: "reader" })
  recalls(
    @Arg("state", () => RecallState, { nullable: true, description: "Only those that are so; all unless given." })
    state: RecallState | null = null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Recall> {
    return listRecalls(graph, state, args);
  }

  @Mutation(() => Recall, {
    description:
      "Declares that something is bad: every deployment downstream that serves becomes a task, later ones too, and nothing downstream is released or rolled back to.",
  })
  @Extensions({ role: "releaser" })
  async openRecall(
    @Arg("input", () => OpenRecallInput, { description: "What is bad and why." }) input: OpenRecallInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return reload(context, await openRecall(context, input));
  }

  @Mutation(() => Recall, { description: "Writes down how a deployment that a recall reaches was dealt with." })
  @Extensions({ role: "releaser" })
  async resolveRecallTask(
    @Arg("input", () => ResolveRecallTaskInput, { description: "Which task, and how." }) input: ResolveRecallTaskInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return reload(context, await resolveRecallTask(context, input));
  }

  @Mutation(() => Recall, { description: "Closes a recall all of whose tasks are resolved." })
  @Extensions({ role: "releaser" })
  async closeRecall(
    @Arg("recall", () => ID, { description: "Its global id." }) recall: string,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return reload(context, await closeRecall(context, recall));
  }

  @FieldResolver(() => [LineageNode], {
    description: "What is bad, by key; of a dataset or a package that is recalled as a whole, what there is of it.",
  })
  async targets(@Root() { recallId }: Recall, @Ctx() { loaders }: RequestContext): Promise<LineageNode[]> {
    const rows = await loaders.recallTargets.load(recallId);
    const nodes = await Promise.all(rows.map(({ key }) => loaders.lineageNode.load(key)));
    return nodes.filter((node) => node !== null);
  }

  @FieldResolver(() => [RecallTask], {
    description:
      "Every deployment downstream that served at any moment since the recall was opened: open tasks first, of those what serves first.",
  })
  async tasks(@Root() { recallId }: Recall, @Ctx() { loaders }: RequestContext): Promise<RecallTask[]> {
    return (await loaders.recallTasks.load(recallId)).map(({ deployment, ...task }) => ({
      deploymentKey: deployment,
      ...task,
    }));
  }

  @FieldResolver(() => Int, { description: "Tasks that nobody dealt with yet." })
  async openTaskCount(@Root() { recallId }: Recall, @Ctx() { loaders }: RequestContext): Promise<number> {
    return (await loaders.recallTasks.load(recallId)).filter(({ resolvedAt }) => resolvedAt === null).length;
  }
}

@Resolver(() => RecallTask)
export class RecallTaskResolver {
  @FieldResolver(() => Deployment, { description: "The deployment." })
  deployment(@Root() { deploymentKey }: RecallTask, @Ctx() { loaders }: RequestContext): Promise<Deployment | null> {
    return loadDeployment(loaders, deploymentKey);
  }
}

@Resolver(() => LineageNode)
export class NodeRecallsResolver {
  @FieldResolver(() => [Recall], { description: "Open recalls that reach it, its own included, oldest first." })
  recalls(@Root() { key }: LineageNode, @Ctx() { loaders }: RequestContext): Promise<readonly Recall[]> {
    return loaders.recallsReaching.load(key);
  }
}

function reload({ loaders }: RequestContext, id: string): Promise<ContainerNode | null> {
  forgetLoaded(loaders);
  return loaders.container.load(recordKey("recall", id));
}
