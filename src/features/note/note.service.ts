import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { identifier, prose } from "../../core/shared/fact-fields.js";
import { readInput } from "../../core/shared/read-input.js";
import { searchWordsOfProse } from "../../core/shared/search-words.js";
import { saveNote } from "./note.statements.js";
import type { AddNoteInput } from "./note.type.js";

const shape = z.object({
  text: prose.refine((text) => text.trim() !== "", "is empty"),
  idempotencyKey: identifier.nullish(),
});
const written = z.object({ id: z.string() });

/**
 * Adds a note and returns its id.
 * @throws NotFoundError when the target does not exist; InvalidInputError when the target refers to several nodes.
 */
export async function addNote(
  { principal, decisions }: Pick<RequestContext, "principal" | "decisions">,
  { target, ...input }: AddNoteInput,
): Promise<string> {
  const { text, idempotencyKey } = readInput(shape, input);
  const { id } = await decisions.take(
    { action: "addNote", body: { target, text }, idempotencyKey },
    written,
    async (transaction) => {
      const keys = await resolveNodeRefs(transaction.reader, [target]);
      const [key] = keys;
      if (key === undefined || keys.length > 1)
        throw new InvalidInputError(
          `target refers to ${keys.length} nodes, but a note is about one; give the key of one of them: ${keys.slice(0, 20).join(", ")}`,
        );
      const note = { id: randomUUID(), by: principal.name, text };
      await transaction.run(saveNote, {
        ...note,
        searchWords: searchWordsOfProse(text),
        target: key,
        recordedAt: transaction.recordedAt,
        sequence: transaction.nextSequence,
      });
      return { result: { id: note.id }, targets: [key], detail: { note: note.id, text } };
    },
  );
  return id;
}
