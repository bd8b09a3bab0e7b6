import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { readAsOf } from "../../core/api/as-of.js";
import type { RequestContext } from "../../core/api/context.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { loadRecipe } from "./load-recipe.js";
import { getReproduction } from "./reproduction.service.js";
import { Reproduction, ReproductionFinding } from "./reproduction.type.js";
import { rebuildScript } from "./script/rebuild-script.js";

@Resolver(() => Reproduction)
export class ReproductionResolver {
  @Query(() => Reproduction, {
    nullable: true,
    description:
      "Whether a model version, run or snapshot can be rebuilt, what prevents it, and a script that rebuilds it.",
  })
  @Extensions({ role: "reader" })
  async reproduction(
    @Arg("of", () => NodeRefInput, {
      description:
        "The model version, run, snapshot or deployment; must refer to exactly one node. For a deployment, its model version is evaluated.",
    })
    of: NodeRefInput,
    @Arg("asOf", () => DateTime, {
      nullable: true,
      description: "Evaluate the relationships and tombstones recorded at this time. Defaults to now.",
    })
    asOf: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<Reproduction> {
    const { asked, evidence, judged } = await getReproduction(context, of, readAsOf(asOf));
    const findings = judged.findings.map((finding) => ({ finding, code: finding.code, message: finding.message }));
    return { asked, evidence, judged, verdict: judged.verdict, findings };
  }

  @FieldResolver(() => LineageNode, { description: "The node that the question is about." })
  of(@Root() { asked }: Reproduction, @Ctx() { loaders }: RequestContext): Promise<LineageNode | null> {
    return loaders.lineageNode.load(asked);
  }

  @FieldResolver(() => String, {
    description:
      "POSIX shell script that rebuilds the node: code, environment, data with digests to verify, command, parameters and expected metrics. Review it before running it.",
  })
  async script(@Root() { evidence, judged }: Reproduction, @Ctx() { loaders }: RequestContext): Promise<string> {
    return rebuildScript(await loadRecipe(loaders, evidence, judged));
  }
}

@Resolver(() => ReproductionFinding)
export class ReproductionFindingResolver {
  @FieldResolver(() => LineageNode, {
    nullable: true,
    description: "The node that the finding is about; null if there is none.",
  })
  node(
    @Root() { finding }: ReproductionFinding,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode | null> | null {
    return finding.node === null ? null : loaders.lineageNode.load(finding.node);
  }
}
