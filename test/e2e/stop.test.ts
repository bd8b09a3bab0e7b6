import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { snapshotKey } from "../../src/core/shared/key.js";
import { startTestApp, testDatabase, uniqueNamespace } from "../support/test-app.js";

const root = join(import.meta.dirname, "../..");
const hooks = join(root, "scripts/typescript-hooks.js");

interface Served {
  readonly process: ChildProcess;
  readonly url: string;
  readonly lines: string[];
}

/** The server as `npm start` runs it, from the sources. */
async function serve(): Promise<Served> {
  const { uri, user, password, database } = testDatabase();
  const child = spawn(process.execPath, ["--import", hooks, join(root, "src/main.ts")], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      LINEAGE_EXAMPLE: "off",
      LOG_LEVEL: "silent",
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    },
  });
  const lines: string[] = [];
  for await (const chunk of child.stdout) {
    lines.push(String(chunk));
    const url = /is ready on (\S+)/.exec(lines.join(""))?.[1];
    if (url) return { process: child, url, lines };
  }
  throw new Error(`the server ended: ${lines.join("")}`);
}

test("SIGTERM under load: no acknowledged write is lost, and the process ends in time with exit code 0", async () => {
  const namespace = uniqueNamespace();
  const { process: server, url } = await serve();
  const ended = once(server, "exit");
  const acknowledged: string[] = [];
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let count = 0; ; count += 1) {
      const version = `${writer}-${count}`;
      const body = JSON.stringify({
        operation: "registerDatasetSnapshot",
        input: { namespace, dataset: "d", version },
      });
      const response = await fetch(`${url}/api/facts`, {
        method: "POST",
        headers: { "content-type": "application/x-ndjson" },
        body,
      }).catch(() => null);
      if (!response?.ok) return;
      await response.json();
      acknowledged.push(version);
    }
  });
  // After enough writes, not after a time, because a busy machine is slow.
  while (acknowledged.length <= 20) await new Promise((resolve) => setTimeout(resolve, 20));
  server.kill("SIGTERM");
  // A server that does not finish within its limit ends with 1.
  expect(await ended).toEqual([0, null]);
  await Promise.all(writers);

  expect(acknowledged.length).toBeGreaterThan(10);
  const app = await startTestApp();
  const found: string[] = [];
  for (const version of acknowledged) {
    const { datasetSnapshot } = await app.ask<{ datasetSnapshot: { key: string } | null }>(
      'query($namespace: String!, $version: String!) { datasetSnapshot(namespace: $namespace, dataset: "d", version: $version) { key } }',
      { namespace, version },
    );
    if (datasetSnapshot) found.push(datasetSnapshot.key);
  }
  await app.close();
  expect(found).toEqual(acknowledged.map((version) => snapshotKey(namespace, "d", version)));
});
