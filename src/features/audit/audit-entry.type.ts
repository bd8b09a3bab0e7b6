import { ArgsType, Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";
import { PageArgs } from "../../core/api/page.js";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { JSONObject } from "../../core/api/scalars/json-object.scalar.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "An entry of the ledger: a write, or a decision that was refused. Each entry contains the hash of the previous one, which makes changes, gaps and reordering detectable.",
})
export class AuditEntry extends Node {
  readonly key!: string;

  @Field(() => BigInt, { description: "Position in the ledger, starting at 1, without gaps." })
  readonly sequence!: number;

  @Field(() => DateTime, { description: "When the entry was recorded. Later than every previous entry." })
  readonly at!: number;

  @Field(() => String, { description: "Name of the principal who made the request." })
  readonly by!: string;

  @Field(() => String, {
    description: "Name of the mutation, or `recordFacts` for a batch of facts of several kinds.",
  })
  readonly action!: string;

  @Field(() => [String], { description: "Keys of the nodes that the action changed or decided about." })
  readonly targets!: readonly string[];

  @Field(() => JSONObject, {
    description: "Details of the action, such as the reason and the decision. The fields depend on the action.",
  })
  readonly detail!: Record<string, unknown>;

  @Field(() => String, { description: "Hash of the previous entry; 64 zeros for the first entry." })
  readonly previousHash!: string;

  @Field(() => String, {
    description:
      "SHA-256, in hexadecimal, of a zero byte, the 32 bytes of `previousHash`, and the canonical JSON (RFC 8785) of `sequence`, `at` (epoch milliseconds), `by`, `action`, `targets` and `detail`.",
  })
  readonly hash!: string;
}

/** A page of the ledger. */
export const AuditEntryConnection = connectionType("AuditEntry", () => AuditEntry, "entries of the ledger");

/** Arguments that select entries of the ledger. */
@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only entries with this key among their targets." })
  target?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only entries of this principal. Letter case and surrounding space do not matter.",
  })
  by?: string | null;

  @Field(() => String, { nullable: true, description: "Only entries with this action, the name of a mutation." })
  action?: string | null;

  @Field(() => DateTime, { nullable: true, description: "Only entries recorded at or after this time." })
  since?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Only entries recorded before this time." })
  until?: Date | null;
}
