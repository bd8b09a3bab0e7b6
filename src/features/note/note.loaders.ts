import type DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import { createListLoader } from "../../core/api/relation-loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { recordIdOf, recordKey, toGlobalId } from "../../core/shared/key.js";
import { type NoteRow, loadNotes, loadNotesAbout } from "./note.statements.js";
import type { Note } from "./note.type.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Notes by the key of their node, oldest first. */
    readonly notes: DataLoader<string, readonly Note[]>;
  }
}

/** The source from which the shared loader loads notes. */
export const noteSource: NodeSource<ContainerNode> = {
  kind: "note",
  load: async (graph, keys) =>
    (await graph.read(loadNotes, { ids: keys.map((key) => recordIdOf("note", key) ?? "") })).map(toNote),
};

/** Creates the loaders of notes for one request. */
export function createNoteLoaders(graph: GraphReader) {
  return {
    notes: createListLoader(async (keys) => (await graph.read(loadNotesAbout, { keys: [...keys] })).map(toNote)),
  } satisfies Partial<Loaders>;
}

function toNote({ id, ...row }: NoteRow): Note {
  const key = recordKey("note", id);
  return { __typename: "Note", id: toGlobalId(key), key, ...row };
}
