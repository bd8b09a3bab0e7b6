import { NodeNotesResolver, NoteResolver } from "./note.resolver.js";

export const noteResolvers = [NoteResolver, NodeNotesResolver] as const;
