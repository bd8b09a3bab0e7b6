import { type LineageKind, typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { type Page, pageOf } from "../../core/api/connection.js";
import { type PageRequest, rowLimit } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { type SearchQuery, readSearchText } from "./search-query.js";
import { type MatchRow, searchNodes } from "./search.statements.js";

/** Maximum number of matches that are examined and counted: nobody pages further. */
export const maxMatches = 10_000;

/** The position of a match. */
export type MatchPosition = readonly [score: number, recordedAt: number, key: string];

/** One search. Its page and its count are loaded with one statement. */
export class SearchAnswer {
  readonly #graph: GraphReader;
  readonly #query: SearchQuery;
  readonly #kinds: string[] | null;
  readonly #page: PageRequest<MatchPosition>;
  #rows: Promise<readonly MatchRow[]> | undefined;

  /** @throws InvalidInputError when the text contains a word that is longer than any name. */
  constructor(
    graph: GraphReader,
    text: string,
    kinds: readonly LineageKind[] | null | undefined,
    page: PageRequest<MatchPosition>,
  ) {
    this.#graph = graph;
    this.#kinds = kinds?.map((kind) => typenameOf[kind]) ?? null;
    this.#query = readSearchText(text, this.#kinds);
    this.#page = page;
  }

  /** @throws InvalidInputError when the text has no words or too many, and is not the name of a node either. */
  async page(): Promise<Page<LineageNode>> {
    const rows = await this.#loadOnce();
    return pageOf(rows, this.#page, ({ score, recordedAt, key }) => [score, recordedAt, key], toLineageNode);
  }

  async count(): Promise<number> {
    const [row] = await this.#loadOnce();
    if (row || this.#page.position === null) return row?.total ?? 0;
    // After the last match, no row is left that contains the total.
    const [first] = await this.#load(null, 1);
    return first?.total ?? 0;
  }

  #loadOnce(): Promise<readonly MatchRow[]> {
    return (this.#rows ??= this.#load(this.#page.position, rowLimit(this.#page)));
  }

  async #load(position: MatchPosition | null, limit: number): Promise<readonly MatchRow[]> {
    const [afterScore = null, afterRecordedAt = null, afterKey = null] = position ?? [];
    const { nodes, notes, refusal } = this.#query;
    const rows = await this.#graph.read(searchNodes, {
      query: nodes,
      noteQuery: notes,
      kinds: this.#kinds,
      afterScore,
      afterRecordedAt,
      afterKey,
      limit,
      most: maxMatches,
    });
    if (rows.length === 0 && position === null && refusal !== null) throw new InvalidInputError(refusal);
    return rows;
  }
}
