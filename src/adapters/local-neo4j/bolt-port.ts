import { createServer } from "node:net";

/** The default port of a local Neo4j: not Neo4j's usual 7687, which another server may use. */
export const defaultBoltPort = 27_687;

/** The first preferred port that is free on loopback; otherwise one that the operating system chooses. */
export async function chooseBoltPort(preferred: readonly number[]): Promise<number> {
  for (const port of preferred) {
    if ((await tryListen(port)) !== null) return port;
  }
  const port = await tryListen(0);
  if (port === null) throw new Error("no port is free on 127.0.0.1");
  return port;
}

/** Listens briefly. Returns the port, or `null` if it is taken. */
function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}
