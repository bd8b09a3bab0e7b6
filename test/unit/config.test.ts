import { ConfigError, describeConfig, readConfig } from "../../src/config.js";

test("without any variable the defaults apply", () => {
  expect(readConfig({})).toMatchObject({
    host: "127.0.0.1",
    port: 4000,
    neo4j: null,
    database: "neo4j",
    loadsExample: true,
    allowsIntrospection: true,
    isProduction: false,
    logLevel: "info",
    blocksBlindSpots: false,
    limits: {
      bodyBytes: 100_000,
      batchBytes: 20_000_000,
      tokens: 1_000,
      depth: 12,
      aliases: 15,
      cost: 5_000,
      closureNodes: 200_000,
      closureMs: 5_000,
      requestMs: 10_000,
    },
  });
});

test("an empty variable counts as not set", () => {
  expect(readConfig({ PORT: "", NEO4J_URI: "", LINEAGE_EXAMPLE: "" })).toEqual(readConfig({}));
});

test("all problems are reported at once, each with variable, value and reason; secrets are not shown", () => {
  const given = {
    PORT: "99999",
    HOST: "0.0.0.0",
    NEO4J_URI: "http://user:hunter2@db:7474",
    NEO4J_PASSWORD: "hunter2",
    LINEAGE_EXAMPLE: "maybe",
    LINEAGE_MAX_DEPTH: "deep",
  };
  const message = messageOf(() => readConfig(given));
  expect(message.split("\n")).toHaveLength(6);
  for (const part of ["PORT=99999", "HOST=0.0.0.0", "NEO4J_URI=", "LINEAGE_EXAMPLE=maybe", "LINEAGE_MAX_DEPTH=deep"])
    expect(message).toContain(part);
  expect(message).not.toContain("hunter2");
});

test.each(["192.168.1.5", "::", "example.com", "127.0.0.1.example.com"])(
  "the address %s is rejected, because there is no authentication",
  (host) => {
    expect(messageOf(() => readConfig({ HOST: host }))).toMatch(/loopback/);
  },
);

test("the description masks secrets and shows everything else", () => {
  const described = describeConfig(
    readConfig({ NEO4J_URI: "bolt://u:hunter2@db:7687", NEO4J_PASSWORD: "hunter3", PORT: "4711" }),
  );
  expect(described).not.toMatch(/hunter/);
  expect(JSON.parse(described)).toMatchObject({ port: 4711, neo4j: { uri: "bolt://u:***@db:7687", password: "***" } });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error("nothing was thrown");
}
