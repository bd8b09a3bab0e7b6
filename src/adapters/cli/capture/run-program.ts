import { spawn } from "node:child_process";

/** The result of a program run for its output. */
export interface ProgramResult {
  /** Null if it could not be started, or a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program to run for its output. */
export interface ProgramCall {
  readonly program: string;
  readonly words: readonly string[];
  readonly folder: string;
  /** Environment variables in addition to the existing ones. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs a program until it ends and returns its output. */
export async function askProgram(call: ProgramCall): Promise<ProgramResult> {
  const chunks: Buffer[] = [];
  const { code, stderr } = await streamProgram(call, (chunk) => void chunks.push(chunk));
  return { code, stdout: Buffer.concat(chunks).toString("utf8"), stderr };
}

/** Runs a program until it ends and passes on its output in chunks. */
export function streamProgram(
  call: ProgramCall,
  onOutput: (chunk: Buffer) => void,
): Promise<Omit<ProgramResult, "stdout">> {
  // `env` adds variables to those of this process, which only the configuration may read.
  const variables = Object.entries(call.variables ?? {}).map(([name, value]) => `${name}=${value}`);
  const child = spawn("env", ["--", ...variables, call.program, ...call.words], {
    cwd: call.folder,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stderr = "";
  child.stdout.on("data", onOutput);
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  // A program that ends without reading its input is recognized by its exit code.
  child.stdin.on("error", () => undefined).end(call.input ?? "");
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: null, stderr: error.message }));
    child.on("close", (code) => resolve({ code, stderr }));
  });
}
