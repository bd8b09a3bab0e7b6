import { NodeNotesResolver, NoteResolver } from "./note.resolver.js";

export { createNoteLoaders, noteSource } from "./note.loaders.js";
export { addNote } from "./note.service.js";

export const noteResolvers = [NoteResolver, NodeNotesResolver] as const;
