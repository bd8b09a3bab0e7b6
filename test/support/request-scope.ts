import { randomUUID } from "node:crypto";
import type { RequestScope } from "../../src/core/api/context.js";
import { type Role, roles } from "../../src/core/api/principal.js";

/** A request of a principal, without HTTP. */
export function scopeOf(name: string, held: readonly Role[] = roles): RequestScope {
  return {
    requestId: randomUUID(),
    principal: { name, roles: new Set(held) },
    bookmarks: [],
    signal: new AbortController().signal,
    timeoutMs: 30_000,
    statements: [],
  };
}
