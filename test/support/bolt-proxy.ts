import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** A proxy in front of Neo4j that loses answers as a network does. */
export interface BoltProxy {
  readonly uri: string;
  /** How many answers were lost so far. */
  readonly lost: () => number;
  /** The next message of this type reaches the database, but the answer does not come back: the connection breaks. */
  loseNextAnswerTo(message: keyof typeof messages): void;
  close(): Promise<void>;
}

/** How Bolt's messages look on the wire: COMMIT is a whole chunk, a RUN begins with its structure and signature. */
const messages = { COMMIT: Buffer.from("0002b0120000", "hex"), RUN: Buffer.from("b310", "hex") };

/** Starts a proxy on a free port in front of the database at this address. */
export async function startBoltProxy(databaseUri: string): Promise<BoltProxy> {
  const { hostname, port } = new URL(databaseUri);
  const sockets = new Set<Socket>();
  let wanted: Buffer | null = null;
  let lost = 0;
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    let isLosing = false;
    for (const socket of [client, database]) sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
    client.on("data", (bytes) => {
      if (wanted && bytes.includes(wanted)) {
        [wanted, isLosing] = [null, true];
      }
      database.write(bytes);
    });
    database.on("data", (bytes) => {
      if (!isLosing) return void client.write(bytes);
      lost += 1;
      client.destroy();
      database.destroy();
    });
    client.on("close", () => database.destroy());
    database.on("close", () => client.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port: ownPort } = server.address() as AddressInfo;
  return {
    uri: `bolt://127.0.0.1:${ownPort}`,
    lost: () => lost,
    loseNextAnswerTo: (message) => void (wanted = messages[message]),
    close: () => new Promise((closed) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => closed());
    }),
  };
}
