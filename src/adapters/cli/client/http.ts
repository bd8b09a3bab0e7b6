import type { ClientConfig } from "../client-config.js";
import { foreignServerCode, ServerError, unreachableCode } from "./server-error.js";
import { parseJson } from "../../../core/shared/json.js";

const brokenConnections: readonly string[] = ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE", "HPE_INVALID_CONSTANT"];

/** One request to the API; each is a POST. */
export interface HttpRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly timeoutMs: number;
}

/** What came back, whatever the status. */
export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  /** Undefined where the body is not JSON. */
  readonly json: unknown;
  readonly retryAfterMs: number | undefined;
}

/**
 * Sends a request and reads the whole reply.
 * @throws ServerError when no reply came, saying what to do.
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

/** The error for an answer that no lineage server would give. */
export function foreignServer({ url }: ClientConfig, path: string, { status, contentType }: HttpReply): ServerError {
  const message = `what answers at ${url} is not a lineage server of this version: POST ${path} gave HTTP ${status} with ${contentType}. Set LINEAGE_URL to the address of one`;
  // A proxy in front of a server that is just starting answers like this, too.
  return new ServerError(message, { code: foreignServerCode, isTemporary: [502, 503, 504].includes(status) });
}

/** A header is bytes, of which fetch makes one of each character: these are the bytes of UTF-8. */
function toHeader(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

function unreachable(url: string, timeoutMs: number, cause: unknown): ServerError {
  const options = { code: unreachableCode, isTemporary: true, cause };
  if (cause instanceof DOMException && cause.name === "TimeoutError") {
    return new ServerError(
      `${url} did not answer within ${timeoutMs / 1_000} s. See the server's log for what keeps it`,
      options,
    );
  }
  const why = describeCause(cause);
  // Something took the connection, and either ended in the middle of its work or does not speak HTTP.
  if (brokenConnections.includes(why))
    return new ServerError(
      `the connection to ${url} broke off before an answer came (${why}). Is what runs there a lineage server? Its log says what happened`,
      options,
    );
  return new ServerError(
    `nothing answers at ${url} (${why}). Start the server with: npm start. Where it runs elsewhere, set LINEAGE_URL to its address`,
    options,
  );
}

/** Node says `fetch failed` and keeps the reason in the cause. */
function describeCause(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

function readRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1_000 : undefined;
}
