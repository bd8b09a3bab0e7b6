import { encodeParams } from "./encode.js";
import type { Statement } from "./statement.js";

/** What is sent to Neo4j for one run of a statement. */
export interface BoundStatement {
  readonly text: string;
  readonly params: { readonly p: unknown };
}

const sentTexts = new Map<string, string>();

/**
 * Binds a statement to the values of one run, with all of them in one map: `$limit` is sent as `$p.limit`. Neo4j keeps a
 * plan for each combination of parameter types, in which null differs from a number, and a list from a longer one.
 * Planning a long statement takes seconds. The type of a map does not depend on its entries, so there is one plan.
 * @throws ZodError when the values are not those that the statement declares.
 */
export function bindStatement<Params>(statement: Statement<Params, unknown>, params: Params): BoundStatement {
  return { text: sentText(statement.text), params: { p: encodeParams(statement.params.parse(params)) } };
}

/** The text of a statement as it is sent. */
export function sentText(text: string): string {
  const known = sentTexts.get(text);
  if (known !== undefined) return known;
  const sent = text.replace(/\$(\w+)/g, "$p.$1");
  sentTexts.set(text, sent);
  return sent;
}
