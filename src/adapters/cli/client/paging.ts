/** The API's maximum page size. */
const largestPage = 500;

/** The sizes of the pages to request for `limit` items. */
export function* pageSizes(limit: number, pageSize = largestPage): Generator<number> {
  for (let left = limit; left > 0; left -= pageSize) yield Math.min(pageSize, left);
}
