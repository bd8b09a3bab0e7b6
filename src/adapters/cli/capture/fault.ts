/** The code of an error that the system made, such as ENOENT; null for any other. */
export function faultCode(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}

/** What an error says, in few words. */
export function describeFault(error: unknown): string {
  return faultCode(error) ?? (error instanceof Error ? error.message : String(error));
}
