/** Small enough for the server's limit on the cost of one question. */
const pageSize = 100;

/** How many to ask for, page after page, until so many came. */
export function* pageSizes(limit: number): Generator<number> {
  for (let left = limit; left > 0; left -= pageSize) yield Math.min(pageSize, left);
}
