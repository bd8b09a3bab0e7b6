import { memorySizes, neo4jSettings } from "../../../src/adapters/local-neo4j/neo4j-settings.js";

const gib = 2 ** 30;

test.each([
  [1 * gib, { heap: 512, pageCache: 128 }],
  [8 * gib, { heap: 1_638, pageCache: 409 }],
  [64 * gib, { heap: 2_048, pageCache: 512 }],
])("of %d bytes of memory, Neo4j gets a share that leaves enough for other programs", (total, sizes) => {
  expect(memorySizes(total)).toEqual(sizes);
});

test("the settings open one port, on loopback, with authentication and with limits", () => {
  const settings = new Map(
    neo4jSettings(27_800, { heap: 1_024, pageCache: 256 })
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  expect([...settings].filter(([name]) => name.endsWith("address"))).toEqual([
    ["server.default_listen_address", "127.0.0.1"],
    ["server.bolt.listen_address", "127.0.0.1:27800"],
    ["server.bolt.advertised_address", "127.0.0.1:27800"],
  ]);
  expect(settings.get("dbms.security.auth_enabled")).toBe("true");
  expect(settings.get("dbms.usage_report.enabled")).toBe("false");
  expect(settings.get("db.lock.acquisition.timeout")).toBe("5s");
  expect(settings.get("db.transaction.timeout")).toBe("15s");
  expect(settings.get("server.memory.pagecache.size")).toBe("256m");
});

test("further settings follow, a line each", () => {
  const memory = { heap: 1_024, pageCache: 256 };
  const settings = neo4jSettings(27_800, memory, { "dbms.cypher.min_replan_interval": "10m" });
  expect(settings).toBe(`${neo4jSettings(27_800, memory)}dbms.cypher.min_replan_interval=10m\n`);
});
