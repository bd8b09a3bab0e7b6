/** A program to run until it ends. */
export interface ProgramCall {
  readonly program: string;
  readonly words: readonly string[];
  /** Defaults to the current folder. */
  readonly folder?: string;
  /** The complete environment. Defaults to the environment of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Variables in addition to the environment. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Ends the program and the programs that it has started. */
  readonly signal?: AbortSignal | undefined;
  /** Receives standard output in chunks. The result then has neither `stdout` nor `lines`. */
  readonly onOutput?: (chunk: Uint8Array) => Promise<void> | void;
  /** Receives each line of standard output. */
  readonly onLine?: (line: string) => void;
}

/** The result of a program that has ended. */
export interface ProgramResult {
  /** Null if the program could not be started, or a signal ended it. */
  readonly code: number | null;
  /** Why the program could not be started, such as ENOENT; null if it was started. */
  readonly startFault: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of standard output, followed by those of standard error. */
  readonly lines: readonly string[];
}

/**
 * Runs a program until it ends. A program that fails or cannot be started is a result, not an error.
 * @throws the reason of the signal when it is aborted.
 */
export async function runProgram(call: ProgramCall): Promise<ProgramResult> {
  const { program, words, folder, environment, variables, input, signal, onOutput, onLine } = call;
  // Loaded on first use: most commands of the CLI run no program, and loading it would delay their start.
  const { execa } = await import("execa");
  signal?.throwIfAborted();
  const child = execa(program, words, {
    ...(folder !== undefined && { cwd: folder }),
    env: { ...environment, ...variables },
    extendEnv: environment === undefined,
    ...(input === undefined ? { stdin: "ignore" } : { input }),
    buffer: { stdout: onOutput === undefined },
    stripFinalNewline: false,
    reject: false,
    // This process's own handling of signals decides whether its children are stopped.
    cleanup: false,
    // With a process group of its own, the program can be ended together with its children, as for a script that starts Java.
    detached: signal !== undefined,
  });
  const abort = (): void => stopGroup(child.pid);
  signal?.addEventListener("abort", abort);
  try {
    if (onOutput) for await (const chunk of child.iterable({ binary: true })) await onOutput(chunk);
    if (onLine) for await (const line of child.iterable()) onLine(line);
    const { exitCode, code, stdout: text, stderr } = await child;
    // Execa has no text of an output that it does not buffer, whatever its types say.
    const stdout = onOutput ? "" : text;
    signal?.throwIfAborted();
    return {
      code: exitCode ?? null,
      startFault: child.pid === undefined ? (code ?? "unknown error") : null,
      stdout,
      stderr,
      lines: [...linesOf(stdout), ...linesOf(stderr)],
    };
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended in the meantime.
  }
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
