import { spawn } from "node:child_process";

/** How a program ended that was asked something. */
export interface ProgramResult {
  /** Null where it could not be started, or a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program to ask. */
export interface ProgramCall {
  readonly program: string;
  readonly words: readonly string[];
  readonly folder: string;
  /** Variables beside those that are set already. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs a program to its end and gives what it says. */
export async function askProgram(call: ProgramCall): Promise<ProgramResult> {
  const chunks: Buffer[] = [];
  const { code, stderr } = await streamProgram(call, (chunk) => void chunks.push(chunk));
  return { code, stdout: Buffer.concat(chunks).toString("utf8"), stderr };
}

/** Runs a program to its end and passes on what it writes, piece by piece. */
export function streamProgram(
  call: ProgramCall,
  onOutput: (chunk: Buffer) => void,
): Promise<Omit<ProgramResult, "stdout">> {
  // `env` sets variables beside those of this process, which only the configuration may read.
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
  // A program that ends without reading its input is told apart by its exit code.
  child.stdin.on("error", () => undefined).end(call.input ?? "");
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: null, stderr: error.message }));
    child.on("close", (code) => resolve({ code, stderr }));
  });
}
