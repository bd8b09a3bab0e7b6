import { Arg, Args, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { PageArgs } from "../../core/api/page.js";
import { recordFact } from "../../core/api/record-fact.js";
import { timeConnection } from "../../core/api/time-page.js";
import { CodeCommit } from "../code/code-commit.type.js";
import { loadCommit } from "../code/code.repository.js";
import { loadEnvironment } from "../environment/environment.loaders.js";
import { Environment } from "../environment/environment.type.js";
import { runKey } from "../../core/shared/key.js";
import { listRuns } from "./list-runs.js";
import { RunFilterInput, RunOrderInput } from "./run-filter.input.js";
import { RecordRunInput } from "./run.input.js";
import { loadRun } from "./run.loaders.js";
import { Run, RunConnection } from "./run.type.js";

@Resolver(() => Run)
export class RunResolver {
  @Query(() => Run, { nullable: true, description: "Returns a run, or null if it does not exist." })
  @Extensions({ role: "reader" })
  run(
    @Arg("namespace", () => String, { description: "Namespace of the run." }) namespace: string,
    @Arg("externalId", () => String, { description: "Id of the run in the system that executed it." })
    externalId: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Run | null> {
    return loadRun(loaders, runKey(namespace, externalId));
  }

  @Query(() => RunConnection, {
    description: "Lists runs. Ordered by start time, latest first, unless `orderBy` is set.",
  })
  @Extensions({ role: "reader" })
  runs(
    @Arg("filter", () => RunFilterInput, {
      nullable: true,
      description: "Conditions that the runs must meet. Defaults to all runs.",
    })
    filter: RunFilterInput | null = null,
    @Arg("orderBy", () => RunOrderInput, {
      nullable: true,
      description: "Order of the runs. Defaults to the start time, latest first.",
    })
    orderBy: RunOrderInput | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Run> {
    return listRuns(graph, filter, orderBy, page);
  }

  @Mutation(() => Run, {
    description:
      "Records the start, progress or end of a run. Reports of the same run accumulate. A different value for a recorded parameter is a CONFLICT.",
  })
  @Extensions({ role: "writer" })
  async recordRun(
    @Arg("input", () => RecordRunInput, { description: "The report of the run." }) input: RecordRunInput,
    @Ctx() context: RequestContext,
  ): Promise<Run | null> {
    return loadRun(context.loaders, await recordFact(context, { operation: "recordRun", input }));
  }

  @FieldResolver(() => CodeCommit, {
    nullable: true,
    description: "Commit of the code that ran. If several were reported, the first by key. Null if unknown.",
  })
  async codeCommit(@Root() { codeCommitKey }: Run, @Ctx() { loaders }: RequestContext): Promise<CodeCommit | null> {
    return codeCommitKey === null ? null : loadCommit(loaders, codeCommitKey);
  }

  @FieldResolver(() => Environment, {
    nullable: true,
    description: "Environment that the run used. If several were reported, the first by key. Null if unknown.",
  })
  async environment(@Root() { environmentKey }: Run, @Ctx() { loaders }: RequestContext): Promise<Environment | null> {
    return environmentKey === null ? null : loadEnvironment(loaders, environmentKey);
  }

  @FieldResolver(() => Run, {
    nullable: true,
    description: "Run that started this run, such as a hyperparameter search. Null if unknown.",
  })
  async parent(@Root() { parentKey }: Run, @Ctx() { loaders }: RequestContext): Promise<Run | null> {
    return parentKey === null ? null : loadRun(loaders, parentKey);
  }

  @FieldResolver(() => RunConnection, {
    description:
      "Runs that this run started, latest first by `startedAt`, or by `recordedAt` if `startedAt` is unknown.",
  })
  children(
    @Root() { key }: Run,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<Run> {
    return timeConnection(key, args, loaders.startedRunPage, loaders.startedRunCount);
  }
}
