import { Args, Ctx, Extensions, Query, Resolver } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { type AuditEntry, AuditEntryConnection, AuditLogArgs } from "./audit-entry.type.js";
import { listAuditEntries } from "./audit.repository.js";

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: "Entries of the ledger, newest first: every write and every decision, with its principal and time.",
  })
  @Extensions({ role: "reader" })
  auditLog(@Args(() => AuditLogArgs) args: AuditLogArgs, @Ctx() { graph }: RequestContext): Connection<AuditEntry> {
    const { target = null, by = null, action = null, since, until } = args;
    return listAuditEntries(
      graph,
      { target, by, action, since: since?.getTime() ?? null, until: until?.getTime() ?? null },
      args,
    );
  }
}
