import neo4j from "neo4j-driver";
import { z } from "zod";
import { bindStatement } from "../../../src/core/graph/bound-statement.js";
import type { Statement } from "../../../src/core/graph/statement.js";

const statement: Statement<{ key: string; limit: number | null; keys: string[] }, object> = {
  name: "test/bound",
  mode: "read",
  text: "MATCH (n:Lineage {key: $key}) WHERE $limit IS NULL OR n.key IN $keys RETURN n LIMIT $limit",
  params: z.object({ key: z.string(), limit: z.number().nullable(), keys: z.array(z.string()) }),
  row: z.object({}),
};

test("all parameters are entries of one map, so that null and a number have the same plan", () => {
  const { text, params } = bindStatement(statement, { key: "k", limit: 5, keys: [] });
  expect(text).toBe(
    "MATCH (n:Lineage {key: $p.key}) WHERE $p.limit IS NULL OR n.key IN $p.keys RETURN n LIMIT $p.limit",
  );
  expect(params).toEqual({ p: { key: "k", limit: neo4j.int(5), keys: [] } });
  expect(bindStatement(statement, { key: "k", limit: null, keys: ["a", "b"] })).toEqual({
    text,
    params: { p: { key: "k", limit: null, keys: ["a", "b"] } },
  });
});

test("the text about the present is sent if neither the values nor the reader name a moment", () => {
  const about: Statement<{ asOf: number | null }, object> = {
    ...statement,
    text: "about $asOf",
    presentText: "about now",
    params: z.object({ asOf: z.number().nullable() }),
  };
  expect(bindStatement(about, { asOf: null }).text).toBe("about now");
  expect(bindStatement(about, { asOf: 5 }).text).toBe("about $p.asOf");
  expect(bindStatement(about, { asOf: null }, { known: 5, at: 5 }).text).toBe("about $p.asOf");
  expect(bindStatement({ ...about, presentText: undefined }, { asOf: null }).text).toBe("about $p.asOf");
});

test("values other than the declared ones are refused before anything is sent", () => {
  expect(() => bindStatement(statement, { key: "k", limit: "5", keys: [] } as never)).toThrow("expected number");
});
