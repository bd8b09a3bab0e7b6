import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Extensions, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { AffectedNode, Impact } from "../impact/index.js";
import { nodesOf } from "../lineage/reached-nodes.js";
import { findRootKeys } from "../lineage/root-keys.js";
import { ModelVersion } from "../../catalog/model/index.js";
import { NodeRefInput } from "../../catalog/reference/index.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { DeletionAnswer } from "./deletion-answer.js";
import { countBlockers, impactTokenOf, verdictOf } from "./deletion-plan.js";
import { DeletionVerdict } from "./deletion.enum.js";
import { DeletionPlan, TombstoneInput, TombstonePayload } from "./deletion.type.js";
import { tombstone } from "./tombstone.service.js";

const standardLimit = 500;
const maxLimit = 10_000;

@Resolver(() => DeletionPlan)
export class DeletionPlanResolver {
  @Query(() => DeletionPlan, {
    description:
      "What deleting some nodes would break, and whether they may be deleted. Asking deletes nothing; `tombstone` does, with the token.",
  })
  @Extensions({ role: "reader" })
  async deletionPlan(
    @Arg("of", () => [NodeRefInput], { description: "The nodes, of any kind; at least one." }) of: NodeRefInput[],
    @Ctx() context: RequestContext,
  ): Promise<DeletionPlan> {
    return { answer: new DeletionAnswer(await findRootKeys(context.graph, of, null), context) };
  }

  @FieldResolver(() => [LineageNode], { description: "The nodes that were asked about." })
  async targets(
    @Root() { answer }: DeletionPlan,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    const { roots, completeness } = await answer.summary();
    // Where time ran out, nothing but their keys is known.
    return nodesOf(roots, completeness.reason === "TIME_BUDGET" || needsDetails(info), context);
  }

  @FieldResolver(() => DeletionVerdict, { description: "Whether they may be deleted." })
  async verdict(@Root() { answer }: DeletionPlan): Promise<DeletionVerdict> {
    return verdictOf(await answer.summary());
  }

  @FieldResolver(() => Impact, { description: "What deleting them affects." })
  impact(@Root() { answer }: DeletionPlan): Impact {
    return answer.impact;
  }

  @FieldResolver(() => [AffectedNode], {
    description:
      "What stands against it: whatever is PENDING_RELEASE or worse, targets among them; worst first, then closest, then by key.",
  })
  async blockers(
    @Root() { answer }: DeletionPlan,
    @Arg("limit", () => Int, limitOptions("Blockers")) limit: number | null,
  ): Promise<AffectedNode[]> {
    const { affected } = await answer.withBlockers(readLimit(limit));
    return affected.map((record) => ({
      record,
      impact: answer.impact,
      severity: record.severity,
      depth: record.depth,
      reason: record.reason,
    }));
  }

  @FieldResolver(() => Int, { description: "How many blockers there are, listed or not." })
  async blockerCount(@Root() { answer }: DeletionPlan): Promise<number> {
    return countBlockers(await answer.summary());
  }

  @FieldResolver(() => [ModelVersion], {
    description: "Model versions that could be reproduced before and not after, by key.",
  })
  async reproducibilityLost(
    @Root() { answer }: DeletionPlan,
    @Arg("limit", () => Int, limitOptions("Model versions")) limit: number | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode[]> {
    const keys = (await answer.lost()).slice(0, readLimit(limit));
    const nodes = await Promise.all(keys.map((key) => loaders.lineageNode.load(key)));
    return nodes.filter((node) => node !== null);
  }

  @FieldResolver(() => Int, { description: "How many model versions that is, listed or not." })
  async reproducibilityLostCount(@Root() { answer }: DeletionPlan): Promise<number> {
    return (await answer.lost()).length;
  }

  @FieldResolver(() => String, {
    description:
      "SHA-256 over the targets and everything affected with its severity; changes whenever any of them does.",
  })
  async impactToken(@Root() { answer }: DeletionPlan): Promise<string> {
    return impactTokenOf(await answer.withMembers());
  }
}

@Resolver(() => TombstonePayload)
export class TombstoneResolver {
  @Mutation(() => TombstonePayload, {
    description:
      "Records that things are deleted, all of them or none, provided that what depends on them is still what the token says and does not forbid it. Delete their bytes after that.",
  })
  @Extensions({ role: "deleter" })
  async tombstone(
    @Arg("input", () => TombstoneInput, { description: "What is deleted and why." }) input: TombstoneInput,
    @Ctx() context: RequestContext,
  ): Promise<TombstonePayload> {
    const { status, targets, tombstoned } = await tombstone(context, input);
    return { status, keys: tombstoned, plan: { answer: new DeletionAnswer(targets, context) } };
  }

  @FieldResolver(() => [LineageNode], {
    description: "What this request tombstoned, by key; targets that had been before are not among them.",
  })
  async tombstoned(@Root() { keys }: TombstonePayload, @Ctx() { loaders }: RequestContext): Promise<LineageNode[]> {
    const nodes = await Promise.all(keys.map((key) => loaders.lineageNode.load(key)));
    return nodes.filter((node) => node !== null);
  }
}

function limitOptions(what: string) {
  return {
    nullable: true,
    defaultValue: standardLimit,
    description: `${what} to list at the most, up to ${maxLimit}.`,
  };
}

function readLimit(given: number | null): number {
  const limit = given ?? standardLimit;
  if (limit < 0 || limit > maxLimit)
    throw new InvalidInputError(`limit is ${limit}; give a number from 0 to ${maxLimit}`);
  return limit;
}
