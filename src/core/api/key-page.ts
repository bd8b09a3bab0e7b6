import { z } from "zod";
import { type Connection, lazyConnection, pageOf } from "./connection.js";
import { type PageArgs, pageRequest, rowLimit } from "./page.js";

/** Parameters of a statement that lists a page in order of keys. */
export const keyPageShape = { afterKey: z.string().nullable(), isBackward: z.boolean(), limit: z.number() };
type KeyPageParams = z.infer<z.ZodObject<typeof keyPageShape>>;

/** A connection of the items that match a filter, in order of keys. */
export function keyConnection<Row extends { readonly key: string }, Item>(
  args: PageArgs,
  list: (params: KeyPageParams) => Promise<readonly Row[]>,
  count: () => Promise<readonly { readonly count: number }[]>,
  toItem: (row: Row) => Item,
): Connection<Item> {
  const page = pageRequest(args, z.string());
  return lazyConnection(
    async () => {
      const rows = await list({ afterKey: page.position, isBackward: page.isBackward, limit: rowLimit(page) });
      return pageOf(rows, page, ({ key }) => key, toItem);
    },
    async () => (await count())[0]?.count ?? 0,
  );
}
