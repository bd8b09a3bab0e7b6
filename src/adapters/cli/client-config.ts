import { userInfo } from "node:os";
import { CliError } from "./cli-error.js";

/** Where the API is and who asks it. */
export interface ClientConfig {
  /** Without a slash at the end. */
  readonly url: string;
  /** Null where nobody is named: the server then takes a name of its own. */
  readonly principal: string | null;
}

/** Every variable that the CLI reads. */
export const cliVariables = ["LINEAGE_URL", "NO_COLOR", "TERM"] as const;
export type CliEnvironment = Readonly<Partial<Record<(typeof cliVariables)[number], string>>>;

const defaultUrl = "http://127.0.0.1:4000";
const maxPrincipalLength = 200;

/** The only place of the CLI that reads the environment. */
export function cliEnvironment(): CliEnvironment {
  return process.env;
}

/**
 * Reads where the server is from `LINEAGE_URL`, and who asks from `--as` or the operating system.
 * @throws CliError when either cannot be used; the message names the value and where it came from.
 */
export function readClientConfig(environment: CliEnvironment, as?: string): ClientConfig {
  return {
    url: readUrl(environment.LINEAGE_URL || defaultUrl),
    principal: as === undefined ? systemUser() : readPrincipal(as),
  };
}

/** Whether output on a terminal is coloured; https://no-color.org. */
export function wantsColors(environment: CliEnvironment): boolean {
  return !environment.NO_COLOR && environment.TERM !== "dumb";
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const problem = problemOfUrl(url);
  if (!url || problem)
    throw new CliError(
      `LINEAGE_URL is ${JSON.stringify(hidePassword(text))}, which ${problem}. Give an address such as ${defaultUrl}`,
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function problemOfUrl(url: URL | null): string | null {
  if (!url) return "is not an address";
  if (url.protocol !== "http:" && url.protocol !== "https:") return "begins neither with http:// nor with https://";
  if (url.username || url.password) return "holds a user name or a password, which the server has no use for";
  if (url.search || url.hash) return "goes on after the path";
  return null;
}

function hidePassword(text: string): string {
  return text.replace(/\/\/[^/@]*@/, "//***@");
}

function readPrincipal(as: string): string {
  if (!isPrincipal(as))
    throw new CliError(
      `--as ${JSON.stringify(as)} is no name: give 1 to ${maxPrincipalLength} characters, no control characters and no space at either end`,
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
    // A container may run under a user id that has no name.
    return null;
  }
}
