import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { gunzipSync } from "node:zlib";

/** The body of a request, decompressed. */
export interface SentRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The server's response; null closes the connection. */
export type ScriptedReply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly delayMs?: number;
} | null;

/** A server with scripted responses: those of other servers, or of an API with a problem. */
export interface ScriptedServer {
  readonly url: string;
  readonly requests: SentRequest[];
  close(): Promise<void>;
}

/** Starts a server on a free port of this machine. Text is sent as HTML, anything else as JSON. */
export async function startScriptedServer(answer: (request: SentRequest) => ScriptedReply): Promise<ScriptedServer> {
  const requests: SentRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => void chunks.push(chunk));
    request.on("end", () => {
      const bytes = Buffer.concat(chunks);
      const body = (request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString("utf8");
      const sent = { path: request.url ?? "", headers: request.headers, body };
      requests.push(sent);
      const reply = answer(sent);
      if (!reply) return void request.socket.destroy();
      const isText = typeof reply.body === "string";
      setTimeout(() => {
        response.writeHead(reply.status ?? 200, {
          "content-type": isText ? "text/html" : "application/json",
          ...reply.headers,
        });
        response.end(isText ? reply.body : JSON.stringify(reply.body));
      }, reply.delayMs ?? 0);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the scripted server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
