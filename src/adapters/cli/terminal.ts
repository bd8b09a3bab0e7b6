import { createInterface } from "node:readline";
import type { WriteStream } from "node:tty";
import pc from "picocolors";
import { type CliEnvironment, wantsColors } from "./client-config.js";

export type Colors = ReturnType<typeof pc.createColors>;

/** Where a command writes: answers go to standard output, messages about them to standard error. */
export interface Terminal {
  answer(text: string): void;
  say(text: string): void;
  /** Width of the terminal in characters; null if the answer goes to a file or a pipe. */
  readonly columns: number | null;
  readonly colors: Colors;
  /** The stream for progress bars; null if standard error is not a terminal. */
  readonly progress: WriteStream | null;
  /** Asks the user a question and waits for a line of input; null if the session is not interactive. */
  readonly prompt: ((question: string) => Promise<string>) | null;
}

/** This process's own streams. */
export function systemTerminal(environment: CliEnvironment): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  return {
    answer: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    colors: pc.createColors(process.stdout.isTTY ? wantsColors(environment) : false),
    progress: process.stderr.isTTY ? process.stderr : null,
    prompt: process.stdin.isTTY && process.stderr.isTTY ? askPerson : null,
  };
}

/** Resolves to an empty text at the end of input. */
async function askPerson(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string>((resolve) => {
      lines.once("close", () => resolve(""));
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}

/** `lineage … | head` closes the pipe early. This is not an error and must not change the exit code of `--fail-on`. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
