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
  readonly memberCount!: number | null;

  @Field(() => String, { description: "Version identifier, as registered." })
  readonly version!: string;

  @Field(() => String, {
    nullable: true,
    description: "Content digest in the format `algorithm:value`. Null if unknown.",
  })
  readonly digest!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Location of the data. This API never opens it. Null if unknown.",
  })
  readonly uri!: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size in bytes. Null if unknown." })
  readonly sizeBytes!: number | null;

  @Field(() => BigInt, { nullable: true, description: "Number of rows. Null if unknown." })
  readonly rowCount!: number | null;

  @Field(() => DateTime, { nullable: true, description: "Time at which the data reached this state. Null if unknown." })
  readonly createdAt!: number | null;

  @Field(() => Boolean, {
    description: "Whether the snapshot is known to be a folder. Its `members` may be unknown.",
  })
  readonly isFolder!: boolean;
}

/** A connection with the total size of its items. */
export interface SizedConnection<Item> extends Connection<Item> {
  readonly totalBytes: number | (() => Promise<number>);
}

export const DatasetSnapshotConnection = connectionType("DatasetSnapshot", () => DatasetSnapshot, "snapshots");

@ObjectType({ simpleResolvers: true, description: "One file of a folder." })
export class SnapshotMember {
  readonly contentKey!: string | null;

  @Field(() => String, { description: "Path within the folder." })
  readonly path!: string;

  @Field(() => String, { description: "Content digest of the file in the format `algorithm:value`." })
  readonly digest!: string;

  @Field(() => BigInt, { nullable: true, description: "Size in bytes. Null if unknown." })
  readonly sizeBytes!: number | null;
}

export const SnapshotMemberConnection = connectionType("SnapshotMember", () => SnapshotMember, "files of a folder");
