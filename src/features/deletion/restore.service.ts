import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import { ConflictError, InvalidInputError } from "../../core/shared/errors.js";
import { identifier, reasonFor } from "../../core/shared/fact-fields.js";
import { readInput } from "../../core/shared/read-input.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { listFilesOfTombstones, loadTombstones, restoreNodes } from "./deletion.statements.js";
import type { RestoreInput } from "./deletion.type.js";

const request = z.object({
  reason: reasonFor("state the reason for the restore"),
  idempotencyKey: identifier.nullish(),
});

/** The decision, stored with its ledger entry: the sorted keys of the restored nodes. */
const outcome = z.object({ restored: z.array(z.string()) });

/**
 * Ends the tombstones of the targets and of the files that were tombstoned with them as folders. Returns the sorted keys
 * of the restored nodes. Targets without a tombstone stay as they are. The ledger entry contains the tombstones that it
 * ends.
 * @throws NotFoundError when a target does not exist; ConflictError when no target is tombstoned.
 */
export async function restore(
  { decisions }: Pick<RequestContext, "decisions">,
  { targets, ...input }: RestoreInput,
): Promise<readonly string[]> {
  if (targets.length === 0) throw new InvalidInputError("targets is empty; name at least one node");
  const { reason, idempotencyKey } = readInput(request, input);
  const body = { targets, reason };
  const { restored } = await decisions.take(
    { action: "restore", body, idempotencyKey },
    outcome,
    async (transaction) => {
      const keys = await resolveNodeRefs(transaction.reader, targets);
      const files = await transaction.run(listFilesOfTombstones, { folders: keys });
      const ended = await transaction.run(loadTombstones, {
        keys: [...new Set([...keys, ...files.map(({ key }) => key)])],
        asOf: null,
      });
      if (ended.length === 0)
        throw new ConflictError(
          `${keys.slice(0, 20).join(", ")} ${keys.length === 1 ? "is" : "are"} not tombstoned; restore applies to tombstoned nodes only`,
          { keys },
        );
      const restoredKeys = ended.map(({ key }) => key).sort();
      await transaction.run(restoreNodes, { keys: restoredKeys, recordedAt: transaction.recordedAt });
      return {
        result: { restored: restoredKeys },
        targets: keys,
        detail: { reason, restored: restoredKeys, tombstones: ended },
      };
    },
  );
  return restored;
}
