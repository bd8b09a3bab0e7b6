import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** A proxy in front of Neo4j that loses messages as a network does. */
export interface BoltProxy {
  readonly uri: string;
  /** The number of messages and answers lost so far. */
  readonly lost: () => number;
  /**
   * The next message of this type reaches the database, but the answer is lost: the connection breaks, or stays open
   * without traffic.
   */
  loseNextAnswerTo(message: keyof typeof messages, how?: "BREAKS" | "MUTE"): void;
  /** The next message of this type does not reach the database, and the connection stays open without traffic. */
  swallowNext(message: keyof typeof messages): void;
  close(): Promise<void>;
}

/** Bolt messages on the wire: COMMIT is a whole chunk, a RUN begins with its structure and signature. */
const messages = { COMMIT: Buffer.from("0002b0120000", "hex"), RUN: Buffer.from("b310", "hex") };

interface Fault {
  readonly message: Buffer;
  readonly kind: "ANSWER_BREAKS" | "ANSWER_MUTE" | "SWALLOWED";
}

/** Starts a proxy on a free port in front of the database at this address. */
export async function startBoltProxy(databaseUri: string): Promise<BoltProxy> {
  const { hostname, port } = new URL(databaseUri);
  const sockets = new Set<Socket>();
  let wanted: Fault | null = null;
  let lost = 0;
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    let fault: Fault | null = null;
    for (const socket of [client, database])
      sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
    client.on("data", (bytes) => {
      if (wanted && bytes.includes(wanted.message)) {
        [fault, wanted] = [wanted, null];
        lost += 1;
        if (fault.kind !== "SWALLOWED") database.write(bytes);
      } else if (!fault) database.write(bytes);
    });
    database.on("data", (bytes) => {
      if (!fault) return void client.write(bytes);
      if (fault.kind !== "ANSWER_BREAKS") return;
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
    loseNextAnswerTo: (message, how = "BREAKS") =>
      void (wanted = { message: messages[message], kind: `ANSWER_${how}` }),
    swallowNext: (message) => void (wanted = { message: messages[message], kind: "SWALLOWED" }),
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}
