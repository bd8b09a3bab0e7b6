import { createInterface } from "node:readline";
import type { WriteStream } from "node:tty";
import pc from "picocolors";
import { type CliEnvironment, wantsColors } from "./client-config.js";

export type Colors = ReturnType<typeof pc.createColors>;

/** Where a command writes: answers go to standard output, everything said about them to standard error. */
export interface Terminal {
  answer(text: string): void;
  say(text: string): void;
  /** How many characters a line of the answer holds; null where the answer goes to a file or a pipe. */
  readonly columns: number | null;
  readonly colors: Colors;
  /** Where a progress bar may be drawn, if anywhere. */
  readonly progress: WriteStream | null;
  /** Asks a person something and waits for the answer, a line; null where nobody sits before it. */
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

/** An end of input is no answer. */
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

/** `lineage … | head` closes the pipe early. That is no fault, and must not change the exit code that `--fail-on` gives. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
