import { createServer, request } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { defaultLimits } from "../../src/core/api/limits.js";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

const namespace = uniqueNamespace();
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
const firstError = async (response: Response) =>
  ((await response.json()) as { errors: { message: string; extensions: Record<string, unknown> }[] }).errors[0];

describe("limits, each with a message that names the limit and its value", () => {
  test("depth: 12 levels pass, 13 do not, also through fragments", async () => {
    const nested = (levels: number) =>
      `{ runs(first: 1) { edges { node ${"{ parent ".repeat(levels - 4)} { key } ${"}".repeat(levels - 4)} } } }`;
    expect((await app.graphql(nested(12))).errors).toBeUndefined();
    const { status, errors } = await app.graphql(nested(13));
    expect([status, errors?.[0]?.message, errors?.[0]?.extensions]).toEqual([
      400,
      expect.stringMatching(/13 levels deep, more than the limit of 12/),
      expect.objectContaining({ code: "LIMIT_EXCEEDED", limit: 12 }),
    ]);
    const split = await app.graphql(
      `{ runs(first: 1) { edges { node { ...A } } } } fragment A on Run { parent { ...B } } fragment B on Run ${"{ parent ".repeat(9)} { key } ${"}".repeat(9)}`,
    );
    expect(split.errors?.[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  });

  test("aliases", async () => {
    const { errors } = await app.graphql(
      `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(" ")} }`,
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/16 aliases, more than the limit of 15/),
      extensions: { code: "LIMIT_EXCEEDED" },
    });
  });

  test("tokens", async () => {
    const { status, errors } = await app.graphql(`{ ${"__typename ".repeat(1_001)} }`);
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/more tokens than the limit of 1000/),
      extensions: { code: "LIMIT_EXCEEDED", limit: 1_000 },
    });
  });

  test("excessive page sizes, as literals and as variables", async () => {
    const query =
      "query($first: Int) { datasets(first: $first) { edges { node { snapshots(first: 500) { edges { node { usedBy(first: 3) { totalCount } } } } } } } }";
    expect((await app.graphql(query, { first: 1 })).errors).toBeUndefined();
    const { status, errors } = await app.graphql(query, { first: 500 });
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/multiply to 750000 nodes, more than the limit of 500000/),
      extensions: { code: "LIMIT_EXCEEDED", limit: 500_000, actual: 750_000 },
    });
  });

  test("a body, and a batch after decompression", async () => {
    const long = await post(JSON.stringify({ query: `{ __typename } # ${"x".repeat(defaultLimits.bodyBytes)}` }));
    expect([long.status, (await firstError(long))?.message]).toEqual([
      413,
      expect.stringContaining(`limit of ${defaultLimits.bodyBytes} bytes`),
    ]);
    const bomb = await fetch(`${app.url}/api/facts`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson", "content-encoding": "gzip" },
      body: gzipSync("x".repeat(defaultLimits.batchBytes + 1)),
    });
    expect([bomb.status, (await firstError(bomb))?.extensions.code]).toEqual([413, "LIMIT_EXCEEDED"]);
  });

  test("facts of a batch", async () => {
    const response = await app.sendFacts(Array.from({ length: 2_001 }, () => ({})));
    expect([response.status, (await firstError(response))?.message]).toEqual([
      413,
      expect.stringContaining("2001 facts, more than the limit of 2000"),
    ]);
  });

  test("a page", async () => {
    const { errors } = await app.graphql("{ datasets(first: 501) { totalCount } }");
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining("501"),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});

describe("HTTP", () => {
  test("GET allows queries only; a header that a form cannot send is required; batches are rejected", async () => {
    const get = (query: string, headers = {}) =>
      fetch(`${app.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { "apollo-require-preflight": "1", ...headers },
      });
    expect((await get("{ __typename }")).status).toBe(200);
    expect((await get(`mutation { registerCodeCommit(input: { repository: "r", sha: "s" }) { key } }`)).status).toBe(
      405,
    );
    expect((await fetch(`${app.url}/graphql?query={__typename}`)).status).toBe(400);
    expect(
      (
        await fetch(`${app.url}/graphql`, {
          method: "POST",
          body: "query={__typename}",
          headers: { "content-type": "application/x-www-form-urlencoded" },
        })
      ).status,
    ).toBe(400);
    expect((await post(JSON.stringify([{ query: "{ __typename }" }]))).status).toBe(400);
  });

  test.each(["{", "null", "", "[]", '{"query": 5}', '{"query": "{ __typename }", "variables": []}'])(
    "the body %j is a client error",
    async (body) => {
      expect((await post(body)).status).toBe(400);
    },
  );

  test("a request id that is safe to log is kept; otherwise one is generated", async () => {
    expect(
      (await post(`{"query":"{ __typename }"}`, { "x-request-id": "build-7.a" })).headers.get("x-request-id"),
    ).toBe("build-7.a");
    expect(
      (await post(`{"query":"{ __typename }"}`, { "x-request-id": '{}"<b>' })).headers.get("x-request-id"),
    ).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("every response has security headers; an unknown path is an error in the usual format; / redirects to the playground", async () => {
    const response = await fetch(`${app.url}/nothing`);
    expect(response.status).toBe(404);
    expect(await firstError(response)).toMatchObject({
      message: expect.stringContaining("GET /nothing"),
      extensions: { code: "NOT_FOUND" },
    });
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect([response.headers.get("x-content-type-options"), response.headers.get("x-powered-by")]).toEqual([
      "nosniff",
      null,
    ]);
    const root = await fetch(`${app.url}/`, { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([302, "/playground"]);
  });

  test("alive and ready; not ready, with the reason, while the database is unavailable", async () => {
    expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ status: "alive" });
    const ready = await fetch(`${app.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: "ready", checks: { server: "ok", database: "ok", migrations: "ok" } },
    ]);
  });

  test("a client that disconnects ends its read; the log reports it, but not as an error", async () => {
    const sent = request(`${app.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": `gone-${namespace}` },
    });
    sent.on("error", () => undefined);
    sent.end(JSON.stringify({ query: "{ datasets { totalCount } runs { totalCount } }" }));
    setTimeout(() => sent.destroy(), 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(app.log.filter(({ msg, requestId }) => msg === "defect" && requestId === `gone-${namespace}`)).toEqual([]);
  });
});

describe("errors", () => {
  test("an invalid variable is BAD_USER_INPUT with the reason", async () => {
    const { status, errors } = await app.graphql("query($first: Int) { datasets(first: $first) { totalCount } }", {
      first: "many",
    });
    expect([status, errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual([
      400,
      "BAD_USER_INPUT",
      expect.stringContaining("Int cannot represent non-integer value"),
    ]);
  });

  test("no suggestions in production", async () => {
    const production = await startTestApp({ isProduction: true });
    const ask = async (one: TestApp) =>
      (await one.graphql("{ dataset { key } datasetz { totalCount } }")).errors?.map(({ message }) => message).join();
    expect(await ask(app)).toContain("Did you mean");
    expect(await ask(production)).not.toContain("Did you mean");
    await production.close();
  });

  test("introspection can be switched off", async () => {
    const closed = await startTestApp({ allowsIntrospection: false });
    expect((await closed.graphql("{ __schema { queryType { name } } }")).errors?.[0]?.message).toMatch(
      /introspection/i,
    );
    await closed.close();
  });

  test("an invalid principal name and an invalid bookmark", async () => {
    const principal = await post(`{"query":"{ __typename }"}`, {
      "x-lineage-principal": " ".repeat(3) + "a".repeat(201),
    });
    expect([principal.status, (await firstError(principal))?.message]).toEqual([
      400,
      expect.stringContaining("x-lineage-principal"),
    ]);
    const bookmark = await post(`{"query":"{ __typename }"}`, { "x-lineage-bookmark": "{}" });
    expect([bookmark.status, (await firstError(bookmark))?.message]).toEqual([
      400,
      expect.stringContaining("x-lineage-bookmark"),
    ]);
    const made = await app.graphql(
      "{ datasets { totalCount } }",
      {},
      { headers: { "x-lineage-bookmark": "FB:nonsense" } },
    );
    expect(made.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("a request that exceeds its time reports that", async () => {
    const hurried = await startTestApp({ limits: { ...defaultLimits, requestMs: 1 } });
    const { errors } = await hurried.graphql("{ datasets { totalCount edges { node { key } } } }");
    expect(errors?.[0]?.extensions.code).toBe("DEADLINE_EXCEEDED");
    await hurried.close();
  });

  test("a port that is in use is reported", async () => {
    const other = createServer();
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    await expect(startTestApp({ port })).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`);
    other.close();
  });
});
