import { encodeParams } from "./encode.js";
import type { Moment } from "./moment.js";
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
 *
 * `$asOf` is the moment that the values name, else that of the reader, else null. Statements that always answer as of the
 * moment of their reader do not declare it.
 * @throws ZodError when the values are not those that the statement declares.
 */
export function bindStatement<Params>(
  statement: Statement<Params, unknown>,
  params: Params,
  moment?: Moment,
): BoundStatement {
  const values = statement.params.parse(params) as Readonly<Record<string, unknown>>;
  const bound = moment ? { ...values, asOf: values.asOf ?? moment.known } : values;
  const text = (bound.asOf ?? null) === null ? (statement.presentText ?? statement.text) : statement.text;
  return { text: sentText(text), params: { p: encodeParams(bound) } };
}

/** The text of a statement as it is sent. */
export function sentText(text: string): string {
  const known = sentTexts.get(text);
  if (known !== undefined) return known;
  const sent = text.replace(/\$(\w+)/g, "$p.$1");
  sentTexts.set(text, sent);
  return sent;
}
