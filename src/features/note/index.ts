import { NodeNotesResolver, NoteResolver } from "./note.resolver.js";

export { createNoteLoaders, noteSource } from "./note.loaders.js";

export const noteResolvers = [NoteResolver, NodeNotesResolver] as const;
