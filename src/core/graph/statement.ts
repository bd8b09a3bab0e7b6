import { readFileSync } from "node:fs";
import type { z } from "zod";

/** One Cypher statement of the `cypher` folder with the shapes of what goes in and what comes out. */
export interface Statement<Params, Row> {
  readonly name: string;
  readonly text: string;
  readonly mode: "read" | "write";
  readonly params: z.ZodType<Params>;
  readonly row: z.ZodType<Row>;
}

const cypherFolder = new URL("../../../cypher/", import.meta.url);
const catalogue = new Map<string, Statement<never, unknown>>();

/** Reads `cypher/<name>.cypher`; throws at start-up, not at the first request, when the file is missing. */
export function defineStatement<Params, Row>(
  name: string,
  shape: Pick<Statement<Params, Row>, "mode" | "params" | "row">,
): Statement<Params, Row> {
  const statement = { name, text: readFileSync(new URL(`${name}.cypher`, cypherFolder), "utf8"), ...shape };
  catalogue.set(name, statement as unknown as Statement<never, unknown>);
  return statement;
}

/** Every statement declared so far, by name: the contract tests hold it against the files. */
export function statementCatalogue(): ReadonlyMap<string, Statement<never, unknown>> {
  return catalogue;
}
