import type { ApiClient } from "./client/api-client.js";
import type { Terminal } from "./terminal.js";

/** The services that every command uses. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** A client of the API that sends requests as the given principal. */
  readonly connect: (as?: string) => ApiClient;
  /** Sets the exit code of a command that does not fail. Defaults to 0; `record` uses that of the recorded command. */
  readonly endWith: (code: number) => void;
  /** Starts the server in this process; it runs on after the command. */
  readonly serve: () => Promise<void>;
}
