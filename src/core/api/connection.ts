import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { type PageRequest, formatCursor } from "./page.js";

@ObjectType({ simpleResolvers: true, description: "Position of a page in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether the list has items after this page." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether the list has items before this page." })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the first item, for `before`. Null if the page is empty.",
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last item, for `after`. Null if the page is empty.",
  })
  readonly endCursor!: string | null;
}

/** One item of a list with its cursor. */
export interface Edge<Item> {
  readonly cursor: string;
  readonly node: Item;
}

/** One page of a list. */
export interface Page<Item> {
  readonly edges: readonly Edge<Item>[];
  readonly pageInfo: PageInfo;
}

/** A page and the size of the whole list. A function runs only if the request selects its field. */
export interface Connection<Item> {
  readonly edges: readonly Edge<Item>[] | (() => Promise<readonly Edge<Item>[]>);
  readonly pageInfo: PageInfo | (() => Promise<PageInfo>);
  readonly totalCount: number | (() => Promise<number>);
}

/** A connection that loads its page and its count only if the request selects them, each once. */
export function lazyConnection<Item>(
  loadPage: () => Promise<Page<Item>>,
  totalCount: () => Promise<number>,
): Connection<Item> {
  let page: Promise<Page<Item>> | undefined;
  const load = (): Promise<Page<Item>> => (page ??= loadPage());
  return { edges: async () => (await load()).edges, pageInfo: async () => (await load()).pageInfo, totalCount };
}

/**
 * Makes a page of rows that were loaded from the position of the page, in its direction. One row more than the size of the
 * page shows that the list continues.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { size, isBackward, position }: PageRequest<unknown>,
  positionOf: (row: Row) => unknown,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = isBackward ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const hasMore = rows.length > size;
  const edges = shown.map((row) => ({
    // Computed on access, because few requests select the cursor of every item.
    get cursor() {
      return formatCursor(positionOf(row));
    },
    node: toItem(row),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: isBackward ? position !== null : hasMore,
      hasPreviousPage: isBackward ? hasMore : position !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Defines the GraphQL types `<name>Connection` and `<name>Edge`. Returns the former. */
export function connectionType(name: string, item: () => object, plural: string): ClassType {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One item of a list of ${plural}, with its cursor.`,
  })
  class ItemEdge {
    @Field(() => String, { description: "Position of the item in the list, for `after` and `before`." })
    readonly cursor!: string;

    @Field(() => item(), { description: "The item at this position." })
    readonly node!: unknown;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${plural}.` })
  class ItemConnection {
    @Field(() => [ItemEdge], { description: "Items of the page, in the order of the list." })
    readonly edges!: readonly ItemEdge[];

    @Field(() => PageInfo, { description: "Position of the page in the list." })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: "Number of items in the whole list." })
    readonly totalCount!: number;
  }
  return ItemConnection;
}
