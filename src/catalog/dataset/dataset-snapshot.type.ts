import { Field, ObjectType } from "type-graphql";
import { type Connection, connectionType } from "../../core/api/connection.js";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({
  implements: [Node, LineageNode],
  simpleResolvers: true,
  description: "One immutable state of a dataset.",
})
export class DatasetSnapshot extends LineageNode {
  readonly datasetKey!: string;
  readonly producedByKey!: string | null;
  readonly derivedFromKeys!: readonly string[];
  readonly emittedByKeys!: readonly string[];

  @Field(() => String, { description: "The explicit version identifier, as its producer gave it." })
  readonly version!: string;

  @Field(() => String, { nullable: true, description: "Content digest, 'algorithm:hex', where known." })
  readonly digest!: string | null;

  @Field(() => String, { nullable: true, description: "Where the data lies. Never opened by this API." })
  readonly uri!: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size in bytes, where known." })
  readonly sizeBytes!: number | null;

  @Field(() => BigInt, { nullable: true, description: "Number of rows, where known." })
  readonly rowCount!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When the data got this state, where known." })
  readonly createdAt!: number | null;
}

/** A connection of snapshots, and what they take up together. */
export interface SizedConnection<Item> extends Connection<Item> {
  readonly totalBytes: number | (() => Promise<number>);
}

export const DatasetSnapshotConnection = connectionType("DatasetSnapshot", () => DatasetSnapshot, "snapshots");
