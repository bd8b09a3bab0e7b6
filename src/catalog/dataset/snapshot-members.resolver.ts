import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Connection, lazyConnection, pageOf } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { PageArgs, pageRequest, rowLimit } from "../../core/api/page.js";
import { z } from "zod";
import { pageMembers } from "../content/content.statements.js";
import { DatasetSnapshot, SnapshotMember, SnapshotMemberConnection } from "./dataset-snapshot.type.js";
import { loadSnapshot } from "./dataset.loaders.js";

@Resolver(() => DatasetSnapshot)
export class SnapshotMembersResolver {
  @FieldResolver(() => SnapshotMemberConnection, {
    nullable: true,
    description:
      "Files of the folder, ordered by path. Null if the snapshot is no folder, or its files were not recorded.",
  })
  members(
    @Root() { key: folder, memberCount }: DatasetSnapshot,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<SnapshotMember> | null {
    if (memberCount === null) return null;
    const page = pageRequest(args, z.string());
    return lazyConnection(
      async () => {
        const { position: afterKey, isBackward } = page;
        const rows = await graph.read(pageMembers, { folder, afterKey, isBackward, limit: rowLimit(page) });
        return pageOf(
          rows,
          page,
          ({ path }) => path,
          (row) => row,
        );
      },
      () => Promise.resolve(memberCount),
    );
  }
}

@Resolver(() => SnapshotMember)
export class MemberSnapshotResolver {
  @FieldResolver(() => DatasetSnapshot, {
    nullable: true,
    description: "The file as a snapshot of its own, if it is recorded as one in the namespace of the folder.",
  })
  async snapshot(
    @Root() { contentKey }: SnapshotMember,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DatasetSnapshot | null> {
    const key = contentKey === null ? null : await loaders.snapshotKeyOfContent.load(contentKey);
    return key === null ? null : loadSnapshot(loaders, key);
  }
}
