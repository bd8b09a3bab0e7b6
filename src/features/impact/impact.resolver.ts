import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Extensions, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { z } from "zod";
import { closureCost } from "../../core/api/answer-size.js";
import { type Connection, lazyConnection, pageOf } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { toLineageNode } from "../../core/api/node/lineage-node.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { pageRequest, rowLimit } from "../../core/api/page.js";
import { Deployment } from "../../catalog/deployment/deployment.type.js";
import { readAsOf } from "../../core/api/as-of.js";
import type { CompletenessRecord } from "../lineage/completeness.js";
import { Completeness } from "../lineage/lineage.type.js";
import { labelsOf, lowerBudget } from "../lineage/lineage.args.js";
import { nodesOf } from "../../core/api/node/nodes-of.js";
import { kindOfLabel, rootsOf } from "../lineage/reached-nodes.js";
import { findRoots } from "../lineage/roots.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { ImpactAnswer } from "./impact-answer.js";
import { ImpactSeverity } from "./impact.enum.js";
import { scopeOf } from "./impact.loaders.js";
import {
  AffectedArgs,
  AffectedNode,
  AffectedNodeConnection,
  Impact,
  ImpactArgs,
  SeverityCount,
} from "./impact.type.js";
import { rankOf, severities } from "./severity.js";

const affectedPosition = z.tuple([z.number(), z.number(), z.string()]);

@Resolver(() => Impact)
export class ImpactResolver {
  @Query(() => Impact, {
    nullable: true,
    description: "The impact of a change to nodes: everything downstream of them, and which of it serves production.",
  })
  @Extensions({ role: "reader", cost: closureCost })
  async impact(
    @Arg("of", () => [NodeRefInput], { description: "The changed nodes; at least one." }) of: NodeRefInput[],
    @Args(() => ImpactArgs) args: ImpactArgs,
    @Ctx() context: RequestContext,
  ): Promise<Impact> {
    const asOf = readAsOf(args.asOf);
    const lowered = lowerBudget(context, args.budget);
    const roots = await findRoots(context.graph, of, asOf);
    return new ImpactAnswer(roots, asOf, lowered, scopeOf(args.includeCopies ?? false));
  }

  @FieldResolver(() => [LineageNode], { description: "The nodes that the question is about." })
  async roots(
    @Root() impact: ImpactAnswer,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return rootsOf(await impact.summary(), info, context);
  }

  @FieldResolver(() => ImpactSeverity, {
    description:
      "Worst severity among the affected nodes; NONE if nothing is affected. If time ran out before anything was found, SERVING_PRODUCTION, because the worst must be assumed.",
  })
  async severity(@Root() impact: ImpactAnswer): Promise<ImpactSeverity> {
    return (await impact.summary()).severity;
  }

  @FieldResolver(() => [SeverityCount], {
    description: "Number of affected nodes by severity and kind, worst severity first. Roots are not counted.",
  })
  async counts(@Root() impact: ImpactAnswer): Promise<SeverityCount[]> {
    return (await impact.summary()).counts.map(({ severity, kind, count }) => ({
      severity,
      kind: kindOfLabel(kind),
      count,
    }));
  }

  @FieldResolver(() => [Deployment], { description: "Affected deployments that serve production with traffic." })
  async productionDeployments(
    @Root() impact: ImpactAnswer,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return nodesOf((await impact.summary()).production, needsDetails(info), context);
  }

  @FieldResolver(() => AffectedNodeConnection, {
    description: "Affected nodes: worst severity first, then closest, then by key. Roots are not included.",
  })
  affected(
    @Root() impact: ImpactAnswer,
    @Args(() => AffectedArgs) args: AffectedArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<AffectedNode> {
    return affectedConnection(impact.asOfReader(graph), args);
  }

  @FieldResolver(() => Completeness, { description: "Whether the answer covers everything that is affected." })
  async completeness(@Root() impact: ImpactAnswer): Promise<CompletenessRecord> {
    return (await impact.summary()).completeness;
  }
}

@Resolver(() => LineageNode)
export class NodeImpactResolver {
  @FieldResolver(() => Impact, {
    description: "The impact of a change to this node: everything downstream of it, and which of it serves production.",
  })
  @Extensions({ cost: closureCost })
  impact(
    @Root() { key }: LineageNode,
    @Args(() => ImpactArgs) { asOf, budget, includeCopies }: ImpactArgs,
    @Ctx() context: RequestContext,
  ): Promise<Impact> {
    return context.loaders.nodeImpact.load({
      key,
      asOf: readAsOf(asOf),
      includeCopies: includeCopies ?? false,
      context: lowerBudget(context, budget),
    });
  }
}

@Resolver(() => AffectedNode)
export class AffectedNodeResolver {
  @FieldResolver(() => LineageNode, { description: "The affected lineage node." })
  node(
    @Root() { record }: AffectedNode,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): LineageNode | Promise<LineageNode | null> {
    return needsDetails(info) ? loaders.lineageNode.load(record.key) : toLineageNode(record);
  }

  @FieldResolver(() => [LineageNode], { description: "A shortest path from a root to the node. Includes both." })
  async path(
    @Root() { record, impact }: AffectedNode,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return nodesOf(await impact.path(record), needsDetails(info), context);
  }
}

function affectedConnection(impact: ImpactAnswer, args: AffectedArgs): Connection<AffectedNode> {
  const page = pageRequest(args, affectedPosition);
  const minSeverity = args.minSeverity == null ? null : rankOf(args.minSeverity);
  const kinds = labelsOf(args.kinds);
  const [severity, depth, key] = page.position ?? [];
  const position = severity === undefined || depth === undefined || key === undefined ? null : { severity, depth, key };
  return lazyConnection(
    async () => {
      const rows = await impact.affected({
        minSeverity,
        kinds,
        position,
        isBackward: page.isBackward,
        limit: rowLimit(page),
      });
      return pageOf(
        rows,
        page,
        (row) => [row.rank, row.depth, row.key],
        (record) => ({ record, impact, severity: record.severity, depth: record.depth, reason: record.reason }),
      );
    },
    async () => {
      const counted = (await impact.summary()).counts.filter(
        ({ rank, kind }) => rank <= (minSeverity ?? severities.length) && (kinds?.includes(kind) ?? true),
      );
      return counted.reduce((sum, { count }) => sum + count, 0);
    },
  );
}
