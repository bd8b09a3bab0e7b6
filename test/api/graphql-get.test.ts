import { startTestApp, type TestApp } from "../support/test-app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** The header that urql sends with each operation. */
const urqlAccept =
  "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";
const pageAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const query = "query Q($id: ID!) { node(id: $id) { id } }";
const address = `/graphql?${String(new URLSearchParams({ operationName: "Q", query, variables: '{"id":"none"}' }))}`;
const get = (path: string, headers: Record<string, string>) =>
  fetch(`${app.url}${path}`, { headers, redirect: "manual" });

test.each([
  ["urql outside a browser", { accept: urqlAccept }],
  ["urql on a page of this site", { accept: urqlAccept, "sec-fetch-site": "same-origin" }],
  ["curl that accepts JSON", { accept: "application/json" }],
  ["a client that forces a preflight", { accept: "*/*", "apollo-require-preflight": "1" }],
])("GET answers %s", async (_client, headers) => {
  const response = await get(address, headers);
  expect([response.status, await response.json()]).toEqual([200, { data: { node: null } }]);
});

test.each([
  ["a script or an image of any page", { accept: "*/*" }],
  ["a page of another site", { accept: urqlAccept, "sec-fetch-site": "cross-site" }],
  ["a page of a sibling domain", { accept: urqlAccept, "sec-fetch-site": "same-site" }],
])("GET refuses %s as a possible forgery", async (_client, headers) => {
  const response = await get(address, headers);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("Cross-Site Request Forgery");
});

test("GET never executes a mutation", async () => {
  const mutation = `/graphql?query=${encodeURIComponent('mutation { closeRecall(recall: "none") { id } }')}`;
  expect((await get(mutation, { accept: urqlAccept })).status).toBe(405);
});

test.each(["/graphql", "/graphql/", address])(
  "a browser that opens %s is redirected to the playground",
  async (path) => {
    const response = await get(path, { accept: pageAccept, "sec-fetch-site": "none" });
    expect([response.status, response.headers.get("location"), response.headers.get("vary")]).toEqual([
      302,
      "/playground",
      "accept",
    ]);
  },
);
