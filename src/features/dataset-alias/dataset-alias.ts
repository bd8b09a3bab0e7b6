import { Arg, Ctx, Extensions, Field, InputType, Mutation, Resolver } from "type-graphql";
import { z } from "zod";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import type { RequestContext } from "../../core/api/context.js";
import { defineStatement } from "../../core/graph/statement.js";
import { joinAliases } from "../../catalog/content/content.statements.js";
import { DatasetRefInput } from "../../catalog/dataset/dataset.input.js";
import { datasetOf } from "../../catalog/dataset/dataset.repository.js";
import { Dataset } from "../../catalog/dataset/dataset.type.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { identifier, line } from "../../core/shared/fact-fields.js";
import { datasetKey } from "../../core/shared/key.js";
import { readInput } from "../../core/shared/read-input.js";

const dataset = z.object({ namespace: identifier, name: identifier });

const request = z.object({
  dataset,
  alias: dataset,
  reason: line
    .transform((reason) => reason.trim())
    .refine((reason) => reason !== "", "is empty; state why both names are one dataset"),
  idempotencyKey: identifier.nullish(),
});

const named = dataset.extend({ key: z.string() });

export const saveAlias = defineStatement("dataset-alias/save-alias", {
  mode: "write",
  params: z.object({ dataset: named, alias: named, recordedAt: z.number(), sequence: z.number() }),
  row: z.object({ snapshots: z.array(z.string()) }),
});

function withKey(ref: z.infer<typeof dataset>): z.infer<typeof named> {
  return { ...ref, key: datasetKey(ref.namespace, ref.name) };
}

@InputType({ description: "Two names of one dataset." })
export class DeclareSameDatasetInput {
  @Field(() => DatasetRefInput, { description: "Name under which the dataset remains known." })
  dataset!: DatasetRefInput;

  @Field(() => DatasetRefInput, { description: "Its other name. It need not be recorded yet." })
  alias!: DatasetRefInput;

  @Field(() => String, { description: "Why both names are one dataset. Not blank, at most 4,000 characters." })
  reason!: string;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}

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
    @Ctx() { decisions }: RequestContext,
  ): Promise<Dataset> {
    const { idempotencyKey, ...asked } = readInput(request, input);
    const [one, other] = [withKey(asked.dataset), withKey(asked.alias)];
    if (one.key === other.key) throw new InvalidInputError(`dataset and alias are both ${one.key}; give two names`);
    await decisions.take(
      { action: "declareSameDataset", body: asked, idempotencyKey },
      z.object({ dataset: z.string() }),
      async (transaction) => {
        const { recordedAt, nextSequence: sequence } = transaction;
        const saved = await transaction.run(saveAlias, { dataset: one, alias: other, recordedAt, sequence });
        const rows = saved.flatMap(({ snapshots }) => snapshots).map((key) => ({ key, sequence }));
        if (rows.length > 0) await transaction.run(joinAliases, { rows, recordedAt });
        return { result: { dataset: one.key }, targets: [one.key, other.key], detail: asked };
      },
    );
    return datasetOf(one.key);
  }
}

export const datasetAliasResolvers = [DatasetAliasResolver] as const;
