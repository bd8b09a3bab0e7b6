import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

test("the door forwards requests to loopback and survives an unavailable API", async () => {
  const api = createServer((_request, response) => response.end("from the API")).listen(0, "127.0.0.1");
  await once(api, "listening");
  const apiPort = portOf(api);
  const spare = createServer().listen(0, "127.0.0.1");
  await once(spare, "listening");
  const port = portOf(spare);
  spare.close();

  const door = spawn(process.execPath, [join(root, "scripts/door.js"), String(port), String(apiPort)], {
    stdio: "inherit",
  });
  try {
    expect(await answerFrom(port)).toBe("from the API");
    api.closeAllConnections();
    api.close();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("fetch failed");
    expect(door.exitCode).toBeNull();
  } finally {
    door.kill("SIGTERM");
  }
  expect(await once(door, "exit")).toEqual([0, null]);
});

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen");
  return address.port;
}

/** The door may need a moment until it listens. */
async function answerFrom(port: number): Promise<string> {
  for (const deadline = Date.now() + 60_000; ;) {
    try {
      return await (await fetch(`http://127.0.0.1:${port}/`)).text();
    } catch (cause) {
      if (Date.now() > deadline) throw cause;
    }
  }
}
