import type { ClientConfig } from "../client-config.js";
import { foreignServerCode, ServerError, unreachableCode } from "./server-error.js";
import { parseJson } from "../../../core/shared/json.js";

const brokenConnections: readonly string[] = ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE", "HPE_INVALID_CONSTANT"];

/** One POST request to the API. */
export interface HttpRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly timeoutMs: number;
}

/** The response, of any status. */
export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  /** Undefined if the body is not JSON. */
  readonly json: unknown;
  readonly retryAfterMs: number | undefined;
}

/**
 * Sends a request and reads the entire response.
 * @throws ServerError when there is no response. The message states what to do.
 */
export async function post({ url, principal }: ClientConfig, request: HttpRequest): Promise<HttpReply> {
  try {
    const response = await fetch(`${url}${request.path}`, {
      method: "POST",
      headers: {
        accept: "application/json",
        ...request.headers,
        ...(principal !== null && { "x-lineage-principal": toHeader(principal) }),
      },
      body: request.body,
      redirect: "manual",
      signal: AbortSignal.timeout(request.timeoutMs),
    });
    return {
      status: response.status,
      contentType: response.headers.get("content-type") ?? "no content type",
      json: parseJson(await response.text()),
      retryAfterMs: readRetryAfter(response.headers.get("retry-after")),
    };
  } catch (error) {
    throw unreachable(url, request.timeoutMs, error);
  }
}

/** Creates the error for a response that is not from a lineage server. */
export function foreignServer({ url }: ClientConfig, path: string, { status, contentType }: HttpReply): ServerError {
  const message = `the server at ${url} is not a lineage server of this version: POST ${path} returned HTTP ${status} with ${contentType}. Set LINEAGE_URL to the address of a lineage server`;
  // A proxy responds like this as well while the server behind it starts.
  return new ServerError(message, { code: foreignServerCode, isTemporary: [502, 503, 504].includes(status) });
}

/** fetch sends each character of a header as one byte, so the text is encoded as its UTF-8 bytes first. */
function toHeader(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

function unreachable(url: string, timeoutMs: number, cause: unknown): ServerError {
  const options = { code: unreachableCode, isTemporary: true, cause };
  if (cause instanceof DOMException && cause.name === "TimeoutError") {
    return new ServerError(
      `${url} did not respond within ${timeoutMs / 1_000} s. See the server's log for the reason`,
      options,
    );
  }
  const why = describeCause(cause);
  // The connection was accepted, but the server stopped before it responded, or does not speak HTTP.
  if (brokenConnections.includes(why))
    return new ServerError(
      `the connection to ${url} was closed before a response arrived (${why}). Check that a lineage server runs there, and see its log`,
      options,
    );
  return new ServerError(
    `cannot connect to ${url} (${why}). Start the server with: npm start. If it runs elsewhere, set LINEAGE_URL to its address`,
    options,
  );
}

/** Node's message is only `fetch failed`; the reason is in the cause. */
function describeCause(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

function readRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1_000 : undefined;
}
