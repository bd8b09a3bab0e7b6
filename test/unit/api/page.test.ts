import "reflect-metadata";
import fc from "fast-check";
import { z } from "zod";
import { type Page, lazyConnection, pageOf } from "../../../src/core/api/connection.js";
import { type PageArgs, type PageRequest, formatCursor, pageRequest } from "../../../src/core/api/page.js";
import { anyCharacter } from "../../support/any-character.js";

const position = z.tuple([z.number(), z.string()]);

test("without arguments the first 50 are requested, and null counts as omitted", () => {
  expect(pageRequest({}, position)).toEqual({ size: 50, isBackward: false, position: null });
  expect(pageRequest({ first: null, after: null, last: null, before: null }, position)).toEqual({
    size: 50,
    isBackward: false,
    position: null,
  });
  expect(pageRequest({ last: 500 }, position)).toEqual({ size: 500, isBackward: true, position: null });
});

test("a cursor decodes to its position, whatever the position contains", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.string({ unit: anyCharacter }),
      (number, text) => {
        expect(pageRequest({ first: 1, after: formatCursor([number, text]) }, position).position).toEqual([
          number,
          text,
        ]);
        expect(pageRequest({ last: 1, before: formatCursor([number, text]) }, position).position).toEqual([
          number,
          text,
        ]);
      },
    ),
  );
});

test.each<[PageArgs, string]>([
  [
    { first: 501 },
    "first is 501, which is not from 0 to 500; request smaller pages and continue with the cursors of pageInfo",
  ],
  [
    { last: -5 },
    "last is -5, which is not from 0 to 500; request smaller pages and continue with the cursors of pageInfo",
  ],
  [{ first: 1, last: 1 }, "first cannot be combined with last; set one of them"],
  [{ before: "x" }, "before requires last; combine first with after, or last with before"],
  [{ last: 1, after: "x" }, "after cannot be combined with last; combine first with after, or last with before"],
  [
    { after: "nonsense" },
    'after is "nonsense", which is not a cursor of this list in this order; use a cursor that the same query returned',
  ],
  [
    { after: formatCursor(["a", "b"]) },
    `after is "${formatCursor(["a", "b"])}", which is not a cursor of this list in this order; use a cursor that the same query returned`,
  ],
  [
    { last: 1, before: "" },
    'before is "", which is not a cursor of this list in this order; use a cursor that the same query returned',
  ],
])("%j is rejected", (args, message) =>
  expect(() => pageRequest(args, position)).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT", message })),
);

test("the pages of a list in either direction add up to the list", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 40 })),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      (numbers, size, isBackward) => {
        const list = numbers.toSorted((left, right) => left - right);
        const walked: number[] = [];
        let cursor: string | null = null;
        for (let goesOn = true; goesOn;) {
          const request: PageRequest<number> = pageRequest(
            isBackward ? { last: size, before: cursor } : { first: size, after: cursor },
            z.number(),
          );
          const from: number | null = request.position;
          const rest = isBackward
            ? list.filter((number) => from === null || number < from).reverse()
            : list.filter((number) => from === null || number > from);
          const { edges, pageInfo }: Page<number> = pageOf(
            rest.slice(0, size + 1),
            request,
            (number) => number,
            (number) => number,
          );
          const nodes = edges.map(({ node }) => node);
          if (isBackward) walked.unshift(...nodes);
          else walked.push(...nodes);
          expect(isBackward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
          cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
          goesOn = isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
        }
        expect(walked).toEqual(list);
      },
    ),
  );
});

test("an empty page shows whether the list has entries", () => {
  const none = pageOf(
    [1],
    pageRequest({ first: 0 }, z.number()),
    (number) => number,
    (number) => number,
  );
  expect(none).toEqual({
    edges: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test("page and count are loaded if selected, the page once for edges and pageInfo", async () => {
  const asked: string[] = [];
  const page = pageOf(
    [1],
    pageRequest({}, z.number()),
    (number) => number,
    (number) => number,
  );
  const { edges, pageInfo, totalCount } = lazyConnection(
    async () => (asked.push("page"), page),
    async () => (asked.push("count"), 1),
  );
  if (typeof edges !== "function" || typeof pageInfo !== "function" || typeof totalCount !== "function")
    throw new Error("a lazy connection has functions");
  expect(asked).toEqual([]);
  expect(await totalCount()).toBe(1);
  expect(asked).toEqual(["count"]);
  await Promise.all([edges(), pageInfo()]);
  expect(asked).toEqual(["count", "page"]);
});
