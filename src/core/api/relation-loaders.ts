import DataLoader from "dataloader";
import type { Page } from "./connection.js";
import { groupBy } from "./group-by.js";
import type { PageRequest } from "./page.js";

/** A page of the list of one owner. */
export interface OwnedPage<Position> {
  /** Key of the owner. */
  readonly owner: string;
  readonly page: PageRequest<Position>;
}

/** A row of a statement that loads the lists of many owners at once. */
export interface Owned {
  readonly owner: string;
}

/** Loads pages of lists, with one statement for all owners with the same requested page. */
export function createPageLoader<Position, Row extends Owned, Item>(
  load: (owners: readonly string[], page: PageRequest<Position>) => Promise<readonly Row[]>,
  toPage: (rows: readonly Row[], page: PageRequest<Position>) => Page<Item>,
): DataLoader<OwnedPage<Position>, Page<Item>, string> {
  return new DataLoader<OwnedPage<Position>, Page<Item>, string>(
    async (wanted) => {
      const samePage = groupBy(wanted, ({ page }) => JSON.stringify(page));
      const pages = new Map<string, Page<Item>>();
      await Promise.all(
        [...samePage.values()].map(async (group) => {
          const page = group[0]?.page;
          if (!page) return;
          const rows = groupBy(
            await load(
              group.map(({ owner }) => owner),
              page,
            ),
            ({ owner }) => owner,
          );
          for (const each of group) pages.set(cacheKey(each), toPage(rows.get(each.owner) ?? [], page));
        }),
      );
      return wanted.map((each) => pages.get(cacheKey(each)) ?? new Error(`no page is loaded for ${each.owner}`));
    },
    { cacheKeyFn: cacheKey },
  );
}

function cacheKey<Position>({ owner, page }: OwnedPage<Position>): string {
  return JSON.stringify([owner, page]);
}

/** Loads whole lists, with one statement for all owners. The list of an owner without rows is empty. */
export function createListLoader<Row extends Owned>(
  load: (owners: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, readonly Row[]> {
  return new DataLoader<string, readonly Row[]>(async (owners) => {
    const rows = groupBy(await load(owners), ({ owner }) => owner);
    return owners.map((owner) => rows.get(owner) ?? []);
  });
}

/** Loads the sizes of lists, with one statement for all owners. */
export function createCountLoader(
  load: (owners: readonly string[]) => Promise<readonly (Owned & { readonly count: number })[]>,
): DataLoader<string, number> {
  return new DataLoader<string, number>(async (owners) => {
    const counts = new Map((await load(owners)).map(({ owner, count }) => [owner, count]));
    return owners.map((owner) => counts.get(owner) ?? 0);
  });
}
