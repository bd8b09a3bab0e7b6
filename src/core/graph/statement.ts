import type { z } from "zod";
import { expandCypherFile } from "./cypher-file.js";

/** One Cypher statement of the `cypher` folder with the shapes of its parameters and rows. */
export interface Statement<Params, Row> {
  readonly name: string;
  readonly text: string;
  /** A shorter text for answers about the present, which assumes that `$asOf` is null. Defaults to `text`. */
  readonly presentText?: string | undefined;
  readonly mode: "read" | "write";
  readonly params: z.ZodType<Params>;
  readonly row: z.ZodType<Row>;
}

const catalogue = new Map<string, Statement<never, unknown>>();

/** Reads `cypher/<name>.cypher` with its fragments. Throws at start-up, not at the first request, if one is missing. */
export function defineStatement<Params, Row>(
  name: string,
  shape: Pick<Statement<Params, Row>, "mode" | "params" | "row">,
): Statement<Params, Row> {
  const statement = { name, text: textOf(name, false), presentText: textOf(name, true), ...shape };
  catalogue.set(name, statement as unknown as Statement<never, unknown>);
  return statement;
}

function textOf(name: string, isNow: boolean): string {
  const { header, body } = expandCypherFile(name, { isNow });
  return [...header, body].join("\n");
}

/** Every declared statement by name. The contract tests compare it with the files. */
export function statementCatalogue(): ReadonlyMap<string, Statement<never, unknown>> {
  return catalogue;
}
