import { spawn } from "node:child_process";
import { constants } from "node:os";
import { InvalidInputError } from "../../../core/shared/errors.js";
import { describeFault } from "../../../core/shared/fault.js";

/** How the command ended. */
export interface CommandEnd {
  readonly status: "COMPLETED" | "FAILED" | "ABORTED";
  /** As in a shell: 128 plus the signal number if a signal ended it. */
  readonly exitCode: number;
  readonly endedAt: Date;
}

/** A command as it was entered. */
export interface Command {
  readonly program: string;
  readonly words: readonly string[];
}

/** Thrown when a command cannot be started. The exit code is the one that a shell would return. */
export class NotStartedError extends InvalidInputError {
  readonly exitCode: number;

  constructor(program: string, code: string) {
    const why = code === "ENOENT" ? "command not found" : code === "EACCES" ? "it is not executable" : code;
    super(`cannot run ${program}: ${why}. Nothing was recorded`);
    this.exitCode = code === "ENOENT" ? 127 : 126;
  }
}

/** Signals that ask to stop. The terminal sends the first two to every foreground process, including the command. */
const keyboardSignals = ["SIGINT", "SIGQUIT"] as const;
const otherSignals = ["SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2"] as const;

/**
 * Runs the command with this process's own input and output, and forwards signals to it. This process then ignores the
 * signals, so that the recording is not lost, until `release` is called.
 * @throws NotStartedError when the command cannot be started.
 */
export async function runCommand({ program, words }: Command): Promise<{ end: CommandEnd; release: () => void }> {
  const child = spawn(program, words, { stdio: "inherit" });
  const askedToStopBy: NodeJS.Signals[] = [];
  const isAtTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
  const pass = (signal: NodeJS.Signals): void => {
    if (signal !== "SIGUSR1" && signal !== "SIGUSR2") askedToStopBy.push(signal);
    const isThereAlready = isAtTerminal && keyboardSignals.some((known) => known === signal);
    if (!isThereAlready) child.kill(signal);
  };
  const signals = [...keyboardSignals, ...otherSignals];
  for (const signal of signals) process.on(signal, pass);
  const release = (): void => signals.forEach((signal) => process.off(signal, pass));
  try {
    const { code, signal } = await endOf(child, program);
    const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
    const isAborted = signal !== null || (askedToStopBy.length > 0 && exitCode !== 0);
    return {
      end: { status: isAborted ? "ABORTED" : exitCode === 0 ? "COMPLETED" : "FAILED", exitCode, endedAt: new Date() },
      release,
    };
  } catch (error) {
    release();
    throw error;
  }
}

function endOf(
  child: ReturnType<typeof spawn>,
  program: string,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new NotStartedError(program, describeFault(error))));
    child.on("exit", (code, signal) => resolve({ code, signal }));
  });
}
