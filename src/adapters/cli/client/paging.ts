/** As many as the API gives at a time. */
const largestPage = 500;

/** How many to ask for, page after page, until so many came. */
export function* pageSizes(limit: number, pageSize = largestPage): Generator<number> {
  for (let left = limit; left > 0; left -= pageSize) yield Math.min(pageSize, left);
}
