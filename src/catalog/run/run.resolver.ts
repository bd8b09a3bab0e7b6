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
  @Query(() => Run, { nullable: true, description: "The run with this id, or null." })
  @Extensions({ role: "reader" })
  run(
    @Arg("namespace", () => String, { description: "The run's namespace." }) namespace: string,
    @Arg("externalId", () => String, { description: "The run's id in the system that ran it." }) externalId: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Run | null> {
    return loadRun(loaders, runKey(namespace, externalId));
  }

  @Query(() => RunConnection, { description: "Runs, those that started last first unless an order is given." })
  @Extensions({ role: "reader" })
  runs(
    @Arg("filter", () => RunFilterInput, { nullable: true, description: "Which runs; all unless given." })
    filter: RunFilterInput | null = null,
    @Arg("orderBy", () => RunOrderInput, { nullable: true, description: "In which order." })
    orderBy: RunOrderInput | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Run> {
    return listRuns(graph, filter, orderBy, page);
  }

  @Mutation(() => Run, {
    description:
      "Starts, updates and ends a run: facts accumulate, a metric's newest value wins, a parameter never changes.",
  })
  @Extensions({ role: "writer" })
  async recordRun(
    @Arg("input", () => RecordRunInput, { description: "What is known of the run." }) input: RecordRunInput,
    @Ctx() context: RequestContext,
  ): Promise<Run | null> {
    return loadRun(context.loaders, await recordFact(context, { operation: "recordRun", input }));
  }

  @FieldResolver(() => CodeCommit, { nullable: true, description: "The commit that ran, where known." })
  async codeCommit(@Root() { codeCommitKey }: Run, @Ctx() { loaders }: RequestContext): Promise<CodeCommit | null> {
    return codeCommitKey === null ? null : loadCommit(loaders, codeCommitKey);
  }

  @FieldResolver(() => Environment, { nullable: true, description: "What it ran in, where known." })
  async environment(@Root() { environmentKey }: Run, @Ctx() { loaders }: RequestContext): Promise<Environment | null> {
    return environmentKey === null ? null : loadEnvironment(loaders, environmentKey);
  }

  @FieldResolver(() => Run, {
    nullable: true,
    description: "The run that started it, such as a search over parameters.",
  })
  async parent(@Root() { parentKey }: Run, @Ctx() { loaders }: RequestContext): Promise<Run | null> {
    return parentKey === null ? null : loadRun(loaders, parentKey);
  }

  @FieldResolver(() => RunConnection, { description: "The runs that it started, latest first." })
  children(
    @Root() { key }: Run,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<Run> {
    return timeConnection(key, args, loaders.startedRunPage, loaders.startedRunCount);
  }
}
