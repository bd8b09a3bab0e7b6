import { userInfo } from "node:os";
import { CliError } from "./cli-error.js";

/** The address of the API and the principal of the requests. */
export interface ClientConfig {
  /** Without a trailing slash. */
  readonly url: string;
  /** Null if unknown; the server then uses its default. */
  readonly principal: string | null;
}

/** The environment variables that the CLI reads. */
export const cliVariables = ["LINEAGE_URL", "NO_COLOR", "TERM"] as const;
export type CliEnvironment = Readonly<Partial<Record<(typeof cliVariables)[number], string>>>;

const defaultUrl = "http://127.0.0.1:4000";
const maxPrincipalLength = 200;

/** The only function of the CLI that reads the environment. */
export function cliEnvironment(): CliEnvironment {
  return process.env;
}

/**
 * Reads the server's address from `LINEAGE_URL`, and the principal from `--as` or the operating system.
 * @throws CliError when either is invalid. The message names the value and its source.
 */
export function readClientConfig(environment: CliEnvironment, as?: string): ClientConfig {
  return {
    url: readUrl(environment.LINEAGE_URL || defaultUrl),
    principal: as === undefined ? systemUser() : readPrincipal(as),
  };
}

/** Whether output on a terminal is colored. See https://no-color.org. */
export function wantsColors(environment: CliEnvironment): boolean {
  return !environment.NO_COLOR && environment.TERM !== "dumb";
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const problem = problemOfUrl(url);
  if (!url || problem)
    throw new CliError(
      `LINEAGE_URL is ${JSON.stringify(hidePassword(text))}, which ${problem}. Set it to an address such as ${defaultUrl}`,
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function problemOfUrl(url: URL | null): string | null {
  if (!url) return "is not an address";
  if (url.protocol !== "http:" && url.protocol !== "https:") return "does not begin with http:// or https://";
  if (url.username || url.password) return "contains a user name or a password, which the server does not use";
  if (url.search || url.hash) return "has a query or a fragment after the path";
  return null;
}

function hidePassword(text: string): string {
  return text.replace(/\/\/[^/@]*@/, "//***@");
}

function readPrincipal(as: string): string {
  if (!isPrincipal(as))
    throw new CliError(
      `--as ${JSON.stringify(as)} is not a valid name. Use 1 to ${maxPrincipalLength} characters, without control characters or leading or trailing spaces`,
    );
  return as;
}

function isPrincipal(name: string): boolean {
  return (
    name !== "" &&
    name.length <= maxPrincipalLength &&
    name.trim() === name &&
    name.isWellFormed() &&
    !/\p{Cc}/u.test(name)
  );
}

function systemUser(): string | null {
  try {
    const { username } = userInfo();
    return isPrincipal(username) ? username : null;
  } catch {
    // In a container, the user ID may have no name.
    return null;
  }
}
