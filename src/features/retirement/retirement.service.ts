import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { retireDeployment } from "../../catalog/deployment/decide-deployment.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { identifier, instant, reasonFor } from "../../core/shared/fact-fields.js";
import { parseKey } from "../../core/shared/key.js";
import { readInput } from "../../core/shared/read-input.js";
import type { EndDeploymentInput } from "./retirement.type.js";

const request = z.object({
  at: instant.nullish(),
  reason: reasonFor("state the reason for the end"),
  idempotencyKey: identifier.nullish(),
});

/** The part of the decision that is stored with its ledger entry. */
const outcome = z.object({ deployment: z.string() });

/**
 * Ends a deployment as RETIRED and returns its key.
 * @throws NotFoundError when the reference matches no node; InvalidInputError when it does not match exactly one deployment.
 * @throws ConflictError when the deployment had ended by then.
 */
export async function endDeployment(
  { decisions }: Pick<RequestContext, "decisions">,
  { deployment: ref, ...input }: EndDeploymentInput,
): Promise<string> {
  const { idempotencyKey, at = null, reason } = readInput(request, input);
  const body = { deployment: ref, at, reason };
  const { deployment } = await decisions.take(
    { action: "endDeployment", body, idempotencyKey },
    outcome,
    async (transaction) => {
      const key = await findDeployment(transaction, ref);
      const ended = await retireDeployment(transaction, key, at ?? transaction.recordedAt);
      return {
        result: { deployment: key },
        targets: [key, ended.endpointKey, ended.modelVersionKey],
        detail: { deployment: key, endedAt: new Date(ended.at).toISOString(), endReason: "RETIRED", reason },
      };
    },
  );
  return deployment;
}

async function findDeployment(transaction: LedgerTransaction, ref: NodeRefInput): Promise<string> {
  const keys = await resolveNodeRefs(transaction.reader, [ref]);
  const [key] = keys;
  if (key !== undefined && keys.length === 1 && parseKey(key)?.kind === "deployment") return key;
  throw new InvalidInputError(`deployment refers to ${keys.slice(0, 20).join(", ")}; give the key of one deployment`, {
    keys: keys.slice(0, 20),
  });
}
