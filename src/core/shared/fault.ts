/** The code of a system error, such as ENOENT; null for any other error. */
export function faultCode(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}

/** Describes an error briefly. */
export function describeFault(error: unknown): string {
  return faultCode(error) ?? (error instanceof Error ? error.message : String(error));
}
