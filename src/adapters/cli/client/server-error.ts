import { CliError } from "../cli-error.js";

/** Why a request did not succeed, and whether the same request may succeed later. */
export interface ServerErrorOptions {
  readonly code: string;
  readonly isTemporary: boolean;
  /** As the server asked for in Retry-After. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** Thrown when the server is not there, is no lineage server, or answers with an error. */
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

/** The code of an error that the network made, not the server. */
export const unreachableCode = "UNREACHABLE";
/** The code of an answer that no lineage server gives. */
export const foreignServerCode = "NOT_A_LINEAGE_SERVER";
