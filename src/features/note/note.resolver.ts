import { Arg, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { recordKey } from "../../core/shared/key.js";
import { addNote } from "./note.service.js";
import { AddNoteInput, Note } from "./note.type.js";

@Resolver(() => Note)
export class NoteResolver {
  @Mutation(() => Note, {
    description: "Adds a note to a lineage node. Notes cannot be changed or removed; to correct one, add another.",
  })
  @Extensions({ role: "writer" })
  async addNote(
    @Arg("input", () => AddNoteInput, { description: "The note to add." }) input: AddNoteInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    const id = await addNote(context, input);
    return context.loaders.container.load(recordKey("note", id));
  }

  @FieldResolver(() => LineageNode, { description: "The lineage node that the note is about." })
  about(@Root() { owner }: Note, @Ctx() { loaders }: RequestContext): Promise<LineageNode | null> {
    return loaders.lineageNode.load(owner);
  }
}

@Resolver(() => LineageNode)
export class NodeNotesResolver {
  @FieldResolver(() => [Note], { description: "Notes about this node, oldest first." })
  notes(@Root() { key }: LineageNode, @Ctx() { loaders }: RequestContext): Promise<readonly Note[]> {
    return loaders.notes.load(key);
  }
}
