import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** How a command ended and what it printed on both streams. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly lines: readonly string[];
}

/** Where and with what a command runs. */
export interface CommandOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly directory?: string;
  readonly signal?: AbortSignal | undefined;
  readonly onLine?: (line: string) => void;
}

/** Runs a command to its end; `null` when there is no such program on the PATH. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult | null> {
  options.signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.directory,
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own: Maven is a script that starts Java, and both must end together.
      detached: true,
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        options.onLine?.(line);
      });
    }
    const abort = () => stopGroup(child.pid);
    options.signal?.addEventListener("abort", abort);
    child.on("error", (cause: NodeJS.ErrnoException) => {
      options.signal?.removeEventListener("abort", abort);
      if (cause.code === "ENOENT" || cause.code === "EACCES") resolve(null);
      else reject(cause);
    });
    child.on("close", (exitCode) => {
      options.signal?.removeEventListener("abort", abort);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whoever aborts gets the own reason back
      if (options.signal?.aborted) reject(options.signal.reason);
      else resolve({ exitCode, lines });
    });
  });
}

function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It ended in the meantime.
  }
}
