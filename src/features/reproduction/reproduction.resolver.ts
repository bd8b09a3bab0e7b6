import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { readAsOf } from "../../core/api/as-of.js";
import type { RequestContext } from "../../core/api/context.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { NodeRefInput } from "../../catalog/reference/index.js";
import { loadRecipe } from "./load-recipe.js";
import { getReproduction } from "./reproduction.service.js";
import { Reproduction, ReproductionFinding } from "./reproduction.type.js";
import { rebuildScript } from "./script/rebuild-script.js";

@Resolver(() => Reproduction)
export class ReproductionResolver {
  @Query(() => Reproduction, {
    description: "Whether and how a model version, a run, a snapshot or what a deployment serves could be made again.",
  })
  @Extensions({ role: "reader" })
  async reproduction(
    @Arg("of", () => NodeRefInput, {
      description: "One model version, run or snapshot; of a deployment, its model version is meant.",
    })
    of: NodeRefInput,
    @Arg("asOf", () => DateTime, {
      nullable: true,
      description: "Judge by the relationships and tombstones known at this moment; now unless given.",
    })
    asOf: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<Reproduction> {
    const { asked, evidence, judged } = await getReproduction(context, of, readAsOf(asOf));
    const findings = judged.findings.map((finding) => ({ finding, code: finding.code, message: finding.message }));
    return { asked, evidence, judged, verdict: judged.verdict, findings };
  }

  @FieldResolver(() => LineageNode, { description: "What was asked about." })
  of(@Root() { asked }: Reproduction, @Ctx() { loaders }: RequestContext): Promise<LineageNode | null> {
    return loaders.lineageNode.load(asked);
  }

  @FieldResolver(() => String, {
    description:
      "A POSIX shell script that rebuilds it: code, environment, data with digests to check, command, parameters, metrics expected. Read it before you run it.",
  })
  async script(@Root() { evidence, judged }: Reproduction, @Ctx() { loaders }: RequestContext): Promise<string> {
    return rebuildScript(await loadRecipe(loaders, evidence, judged));
  }
}

@Resolver(() => ReproductionFinding)
export class ReproductionFindingResolver {
  @FieldResolver(() => LineageNode, { nullable: true, description: "The node that it is about, where there is one." })
  node(
    @Root() { finding }: ReproductionFinding,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode | null> | null {
    return finding.node === null ? null : loaders.lineageNode.load(finding.node);
  }
}
