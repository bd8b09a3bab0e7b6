import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { datasetOf } from "../../catalog/dataset/dataset.repository.js";
import { Dataset } from "../../catalog/dataset/dataset.type.js";
import { declareSameDataset } from "./dataset-alias.service.js";
import { DeclareSameDatasetInput } from "./dataset-alias.type.js";

@Resolver()
export class DatasetAliasResolver {
  @Mutation(() => Dataset, {
    description:
      "Declares that two names are one dataset, such as a renamed table, or `s3` and `s3a`. From then on, snapshots with the same version or the same content under both names are one thing. Take it back with `retract`.",
  })
  @Extensions({ role: "admin" })
  async declareSameDataset(
    @Arg("input", () => DeclareSameDatasetInput, { description: "Both names and the reason." })
    input: DeclareSameDatasetInput,
    @Ctx() context: RequestContext,
  ): Promise<Dataset> {
    return datasetOf(await declareSameDataset(context, input));
  }
}
