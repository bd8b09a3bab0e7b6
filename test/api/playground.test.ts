import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { createPlaygroundRouter } from "../../src/core/api/playground.js";

/** A file in a folder with the name of the folder of hashed files, whose index must not be cached permanently. */
let directory: string;
let server: Server;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), "playground-")), "assets", "built");
  await mkdir(directory, { recursive: true });
  const app = express().use("/playground", createPlaygroundRouter(directory));
  await new Promise<void>((resolve) => {
    server = app.listen(0, "127.0.0.1", () => resolve());
  });
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(join(directory, "../.."), { recursive: true });
});

async function build(): Promise<void> {
  await mkdir(join(directory, "assets"));
  await writeFile(join(directory, "index.html"), "<title>the page</title>");
  await writeFile(join(directory, "assets/index-Bz4HcgUe.js"), "export {}");
}

function get(path: string): Promise<Response> {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return fetch(`http://127.0.0.1:${address.port}${path}`);
}

test("the page is not cached; its hashed files are cached permanently", async () => {
  await build();
  const page = await get("/playground/");
  const script = await get("/playground/assets/index-Bz4HcgUe.js");

  expect(await page.text()).toBe("<title>the page</title>");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  expect(page.headers.get("etag")).toBeTruthy();
  expect(await script.text()).toBe("export {}");
  expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("the address without the trailing slash redirects to the page", async () => {
  await build();
  const answer = await get("/playground");

  expect(answer.url).toMatch(/\/playground\/$/);
  expect(answer.status).toBe(200);
});

test.each(["/playground/", "/playground/assets/index-Bz4HcgUe.js", "/playground/nothing"])(
  "%s allows no eval, no other server and no frame around it",
  async (path) => {
    await build();
    const { headers } = await get(path);
    const policy = headers.get("content-security-policy") ?? "";

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*|blob:/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  },
);

test("without a build, the response states how to build", async () => {
  const answer = await get("/playground/");

  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-cache");
  expect(await answer.text()).toBe("The playground is not built. Run: npm run build\n");
});

test("a build made while the server runs is served", async () => {
  expect((await get("/playground/")).status).toBe(404);
  await build();

  expect((await get("/playground/")).status).toBe(200);
});

test.each(["/playground/assets/old-12345678.js", "/playground/assets/", "/playground/..%2f..%2fsecret"])(
  "%s is not found, and the response is not cached",
  async (path) => {
    await build();
    await writeFile(join(directory, "../../secret"), "secret");
    const answer = await get(path);

    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await answer.text()).toContain("It starts at /playground/.");
  },
);
