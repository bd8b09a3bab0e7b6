import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { recordKey } from "../../core/shared/key.js";
import { AuditEntry } from "../audit/audit-entry.type.js";
import { retract } from "./retraction.service.js";
import { RetractInput } from "./retraction.type.js";

@Resolver()
export class RetractionResolver {
  @Mutation(() => [AuditEntry], {
    description:
      "Retracts edges and nodes that were reported wrongly, all of them or none. They are no longer part of answers; `asOf` an earlier time still shows them. A repeated report does not undo a retraction: its outcome has a warning. A version that is deployed can be retracted together with its deployments only. Returns the ledger entry.",
  })
  @Extensions({ role: "admin" })
  async retract(
    @Arg("input", () => RetractInput, { description: "The edges and nodes to retract, and the reason." })
    input: RetractInput,
    @Ctx() context: RequestContext,
  ) {
    const sequence = await retract(context, input);
    const entry = await context.loaders.container.load(recordKey("ledger-entry", String(sequence)));
    return entry ? [entry] : [];
  }
}
