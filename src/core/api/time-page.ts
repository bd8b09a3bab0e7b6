import type DataLoader from "dataloader";
import { z } from "zod";
import { type Connection, type Page, lazyConnection, pageOf } from "./connection.js";
import { type PageArgs, type PageRequest, pageRequest, rowLimit } from "./page.js";
import { type Owned, type OwnedPage, createPageLoader } from "./relation-loaders.js";

/** The position of an item in a list that is ordered by time, newest first, then by key in descending order. */
export const timePosition = z.tuple([z.number(), z.string()]);
/** The time of an item in epoch milliseconds, and its key. */
export type TimePosition = z.infer<typeof timePosition>;

/** Parameters of a statement that lists a page in order of time. */
export const timePageShape = {
  at: z.number().nullable(),
  afterKey: z.string().nullable(),
  isBackward: z.boolean(),
  limit: z.number(),
};
type TimePageParams = z.infer<z.ZodObject<typeof timePageShape>>;

/** A row of such a page. */
export interface TimedRow extends Owned {
  readonly at: number;
  readonly key: string;
}

/** Loads pages of lists in order of time, by the key of the owner. */
export type TimePageLoader<Item> = DataLoader<OwnedPage<TimePosition>, Page<Item>, string>;

/** Loads pages of lists in order of time, with one statement for all owners with the same requested page. */
export function createTimePageLoader<Row, Item>(
  load: (owners: string[], params: TimePageParams) => Promise<readonly (Row & TimedRow)[]>,
  toItem: (row: Row) => Item,
): TimePageLoader<Item> {
  return createPageLoader<TimePosition, Row & TimedRow, Item>(
    (owners, page) => load([...owners], timePageParams(page)),
    (rows, page) => pageOf(rows, page, ({ at, key }) => [at, key], toItem),
  );
}

function timePageParams(page: PageRequest<TimePosition>): TimePageParams {
  const [at = null, afterKey = null] = page.position ?? [];
  return { at, afterKey, isBackward: page.isBackward, limit: rowLimit(page) };
}

/** A connection of everything that a filter matches, newest first. */
export function timeListConnection<Row, Item>(
  args: PageArgs,
  list: (params: TimePageParams) => Promise<readonly Row[]>,
  count: () => Promise<readonly { readonly count: number }[]>,
  positionOf: (row: Row) => TimePosition,
  toItem: (row: Row) => Item,
): Connection<Item> {
  const page = pageRequest(args, timePosition);
  return lazyConnection(
    async () => pageOf(await list(timePageParams(page)), page, positionOf, toItem),
    async () => (await count())[0]?.count ?? 0,
  );
}

/** The connection of one owner's list in order of time. */
export function timeConnection<Item>(
  owner: string,
  args: PageArgs,
  pages: TimePageLoader<Item>,
  counts: DataLoader<string, number>,
): Connection<Item> {
  const page = pageRequest(args, timePosition);
  return lazyConnection(
    () => pages.load({ owner, page }),
    () => counts.load(owner),
  );
}

/** The newest item of one owner's list, or null. */
export async function newestOf<Item>(owner: string, pages: TimePageLoader<Item>): Promise<Item | null> {
  const { edges } = await pages.load({ owner, page: { size: 1, isBackward: false, position: null } });
  return edges[0]?.node ?? null;
}
