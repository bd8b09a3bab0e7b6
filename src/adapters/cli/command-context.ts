import type { ApiClient } from "./client/api-client.js";
import type { Terminal } from "./terminal.js";

/** What every command gets. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** The API, asked in the name given. */
  readonly connect: (as?: string) => ApiClient;
  /** Sets the exit code of a command that does not fail; 0 unless said. A recorded command has one of its own. */
  readonly endWith: (code: number) => void;
  /** Starts the server in this process; it runs on after the command. */
  readonly serve: () => Promise<void>;
}
