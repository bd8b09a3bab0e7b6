import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { readAsOf } from "../../core/api/as-of.js";
import { recordFact } from "../../core/api/record-fact.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { modelKey, modelVersionKey } from "../../core/shared/key.js";
import { ModelVersion } from "./model-version.type.js";
import { RegisterModelVersionInput } from "./model.input.js";
import { loadModelVersion } from "./model.loaders.js";
import { findAliased, modelOf } from "./model.repository.js";
import { Model } from "./model.type.js";

@Resolver(() => ModelVersion)
export class ModelVersionResolver {
  @Query(() => ModelVersion, {
    nullable: true,
    description: "Returns a model version, or null if it does not exist. Set exactly one of `version` and `alias`.",
  })
  @Extensions({ role: "reader" })
  async modelVersion(
    @Arg("namespace", () => String, { description: "Namespace of the model." }) namespace: string,
    @Arg("model", () => String, { description: "Name of the model." }) model: string,
    @Arg("version", () => String, { nullable: true, description: "Version identifier, as registered." })
    version: string | null = null,
    @Arg("alias", () => String, {
      nullable: true,
      description: "Alias that points to the version, such as `champion`.",
    })
    alias: string | null = null,
    @Arg("asOf", () => DateTime, {
      nullable: true,
      description:
        "Time at which the alias is resolved. A version recorded later is not returned. Defaults to now; must not be in the future.",
    })
    asOf: Date | null = null,
    @Ctx() { loaders, graph }: RequestContext,
  ): Promise<ModelVersion | null> {
    if ((version === null) === (alias === null))
      throw new InvalidInputError("modelVersion requires exactly one of version and alias");
    const moment = readAsOf(asOf);
    const key =
      alias === null
        ? modelVersionKey(namespace, model, version ?? "")
        : (await findAliased(graph, [{ modelKey: modelKey(namespace, model), alias }], moment))[0]?.key;
    const found = key === undefined ? null : await loadModelVersion(loaders, key);
    return found && moment !== null && found.recordedAt > moment ? null : found;
  }

  @Mutation(() => ModelVersion, {
    description:
      "Registers a model version or adds fields that were unknown. A different value for a recorded field is a CONFLICT.",
  })
  @Extensions({ role: "writer" })
  async registerModelVersion(
    @Arg("input", () => RegisterModelVersionInput, { description: "The model version to register." })
    input: RegisterModelVersionInput,
    @Ctx() context: RequestContext,
  ): Promise<ModelVersion | null> {
    return loadModelVersion(context.loaders, await recordFact(context, { operation: "registerModelVersion", input }));
  }

  @FieldResolver(() => Model, { description: "Model of the version." })
  model(@Root() { modelKey: key }: ModelVersion): Model {
    return modelOf(key);
  }

  @FieldResolver(() => [ModelVersion], {
    description:
      "Versions that this version was derived from without a recorded run: fine-tuned, quantized or copied. Ordered by key.",
  })
  async baseVersions(
    @Root() { derivedFromKeys }: ModelVersion,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ModelVersion[]> {
    const upstream = await Promise.all(derivedFromKeys.map((key) => loadModelVersion(loaders, key)));
    return upstream.filter((version) => version !== null);
  }
}
