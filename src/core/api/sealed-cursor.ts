import type { Moment } from "../graph/moment.js";

/** The moment in base 36, known and at, before the position. A position in base64url contains no dot. */
const sealed = /^([0-9a-z]{1,11})-([0-9a-z]{1,11})\.(.*)$/s;
const base = 36;

/** A cursor that carries the moment of the answer that it belongs to, so that the following pages describe the same moment. */
export function sealCursor(position: string, { known, at }: Moment): string {
  return `${known.toString(base)}-${at.toString(base)}.${position}`;
}

/** The parts of a cursor. The moment is undefined if the cursor carries none. */
export function openCursor(cursor: string): { readonly position: string; readonly moment?: Moment } {
  const [, known, at, position] = sealed.exec(cursor) ?? [];
  if (known === undefined || at === undefined || position === undefined) return { position: cursor };
  return { position, moment: { known: parseInt(known, base), at: parseInt(at, base) } };
}
