import { type RequestListener, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ConflictError } from "../../shared/errors.js";

/** A server whose port is open. */
export interface OpenServer {
  readonly url: string;
  readonly port: number;
  /** Answers requests with the listener. Until then only `/healthz` succeeds; everything else is a 503. */
  serve(listener: RequestListener): void;
  /** Accepts no more requests, and waits for those in progress. */
  close(): Promise<void>;
  /** Closes all connections at once. */
  abort(): void;
}

const drainMs = 8_000;

/**
 * Opens a port.
 * @throws ConflictError when the port is in use, or reserved for other users.
 */
export async function openServer({ host, port }: { host: string; port: number }): Promise<OpenServer> {
  const server = createServer(answerStarting);
  const listening = await listen(server, host, port);
  return {
    port: listening,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${listening}`,
    serve: (listener) => void server.off("request", answerStarting).on("request", listener),
    close: () => close(server),
    abort: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const answerStarting: RequestListener = (request, response) => {
  const isAlive = request.url === "/healthz";
  response.writeHead(isAlive ? 200 : 503, { "content-type": "application/json", "retry-after": "2" });
  response.end(
    JSON.stringify(isAlive ? { status: "alive" } : { status: "not ready", checks: { server: "is starting" } }),
  );
};

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(describeListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return isAddress(address) ? address.port : port;
}

function describeListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new ConflictError(
        `port ${port} on ${host} is in use, perhaps by a lineage that runs already; stop it, or choose another port: PORT=4001 npm start`,
        { port },
      );
    case "EACCES":
      return new ConflictError(
        `port ${port} may not be used by this user; choose one above 1023: PORT=4000 npm start`,
        { port },
      );
    default:
      return error;
  }
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

async function close(server: Server): Promise<void> {
  // A client that keeps its connection would send one request after the other to a server that is closing.
  server.prependListener("request", (_request, response) => void response.setHeader("connection", "close"));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
