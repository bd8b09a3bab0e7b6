import { CliError } from "../cli-error.js";

/** Why a request failed, and whether the same request may succeed later. */
export interface ServerErrorOptions {
  readonly code: string;
  readonly isTemporary: boolean;
  /** The delay that the server requested in Retry-After. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** Thrown when the server is not reachable, is not a lineage server, or responds with an error. */
export class ServerError extends CliError {
  readonly code: string;
  readonly isTemporary: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { code, isTemporary, retryAfterMs, cause }: ServerErrorOptions) {
    super(message, { cause });
    this.code = code;
    this.isTemporary = isTemporary;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The code of a network error. */
export const unreachableCode = "UNREACHABLE";
/** The code of a response that is not from a lineage server. */
export const foreignServerCode = "NOT_A_LINEAGE_SERVER";
