import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import { nameFormOf } from "../../catalog/dataset/name-form.js";
import { inheritMakers } from "../../catalog/content/join-content.js";
import { joinOtherNames, joinPartsOfOtherNames } from "../../catalog/content/other-names.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { identifier, reasonFor } from "../../core/shared/fact-fields.js";
import { datasetKey } from "../../core/shared/key.js";
import { readInput } from "../../core/shared/read-input.js";
import { widenRecallsTo } from "../recall/widen-recalls.js";
import { saveAlias } from "./dataset-alias.statements.js";
import type { DeclareSameDatasetInput } from "./dataset-alias.type.js";

const dataset = z.object({ namespace: identifier, name: identifier });

const request = z.object({
  dataset,
  alias: dataset,
  reason: reasonFor("state why both names are one dataset"),
  idempotencyKey: identifier.nullish(),
});

/** The decision, stored with its ledger entry: the key of the dataset. */
const outcome = z.object({ dataset: z.string() });

/**
 * Declares that two names are one dataset, joins their snapshots, and returns the key of the dataset.
 * @throws InvalidInputError when both names are the same.
 */
export async function declareSameDataset(
  { decisions }: Pick<RequestContext, "decisions">,
  input: DeclareSameDatasetInput,
): Promise<string> {
  const { idempotencyKey, ...asked } = readInput(request, input);
  const [one, other] = [withKey(asked.dataset), withKey(asked.alias)];
  if (one.key === other.key) throw new InvalidInputError(`dataset and alias are both ${one.key}; give two names`);
  await decisions.take({ action: "declareSameDataset", body: asked, idempotencyKey }, outcome, async (transaction) => {
    const { recordedAt, nextSequence: sequence } = transaction;
    const snapshots = await transaction.run(saveAlias, { dataset: one, alias: other, recordedAt, sequence });
    const folders = await joinOtherNames(
      transaction,
      snapshots.map(({ key }) => ({ key, sequence })),
    );
    await inheritMakers(transaction, await joinPartsOfOtherNames(transaction, { folders }));
    await widenRecallsTo(
      transaction,
      snapshots.map(({ key, datasetKey }) => ({ key, fields: { datasetKey } })),
    );
    return { result: { dataset: one.key }, targets: [one.key, other.key], detail: asked };
  });
  return one.key;
}

function withKey(ref: z.output<typeof dataset>) {
  return { ...ref, key: datasetKey(ref.namespace, ref.name), nameForm: nameFormOf(ref.namespace, ref.name) };
}
