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
    "One entry of the ledger: a write, or a decision that was refused. Each holds the hash of the one before, so that a change, a gap and another order show.",
})
export class AuditEntry extends Node {
  readonly key!: string;

  @Field(() => BigInt, { description: "Its place in the ledger, from 1 on without a gap." })
  readonly sequence!: number;

  @Field(() => DateTime, { description: "When; later than every entry before." })
  readonly at!: number;

  @Field(() => String, { description: "Who." })
  readonly by!: string;

  @Field(() => String, {
    description: "What was done: the name of the mutation, or `recordFacts` for a batch of several kinds.",
  })
  readonly action!: string;

  @Field(() => [String], { description: "Keys of what it was done to." })
  readonly targets!: readonly string[];

  @Field(() => JSONObject, { description: "What else is to be said, such as the reason and what was decided." })
  readonly detail!: Record<string, unknown>;

  @Field(() => String, { description: "Hash of the entry before; 64 zeros for the first." })
  readonly previousHash!: string;

  @Field(() => String, {
    description:
      "SHA-256 of a zero byte, the 32 bytes of previousHash and the entry's canonical JSON (RFC 8785) of sequence, at (epoch milliseconds), by, action, targets and detail, in hexadecimal.",
  })
  readonly hash!: string;
}

/** A page of the ledger. */
export const AuditEntryConnection = connectionType("AuditEntry", () => AuditEntry, "entries of the ledger");

/** Which entries of the ledger to list. */
@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "The key of something that was written or decided about." })
  target?: string | null;

  @Field(() => String, { nullable: true, description: "Who." })
  by?: string | null;

  @Field(() => String, { nullable: true, description: "The name of a mutation." })
  action?: string | null;

  @Field(() => DateTime, { nullable: true, description: "From this moment on." })
  since?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Before this moment." })
  until?: Date | null;
}
