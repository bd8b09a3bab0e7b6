import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const hooks = join(root, "scripts/typescript-hooks.js");
/** The build of `npm test`, as users run it; if a suite runs alone, the sources, which need no build. */
const isBuilt = process.env["LINEAGE_TEST_BUILT"] === "1";
/** The arguments of Node that start the CLI. */
export const cliProgram: readonly string[] = isBuilt
  ? [join(root, "dist/cli.js")]
  : ["--import", hooks, join(root, "src/cli.ts")];

/** How one run of the CLI ended, and what it wrote. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An answer without the line that names blind spots: other suites record some in the same database. */
export function withoutBlindSpots(stdout: string): string {
  return stdout.replace(/^[\d,]+ production models? (has|have) no recorded origin: .*\n/m, "");
}

/** A run of the CLI in progress. */
export interface CliRun {
  readonly process: ChildProcess;
  readonly ended: Promise<CliResult>;
}

/** Starts the CLI as a separate process, without the variables of this process's environment that it reads. */
export function startCli(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = root,
): CliRun {
  return start(process.execPath, [...cliProgram, ...words], environment, folder);
}

/** Starts a TypeScript program of the project as a separate process. */
export function startProgram(
  file: string,
  words: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
  folder = root,
): CliRun {
  return start(process.execPath, ["--import", hooks, file, ...words], environment, folder);
}

/** Runs the CLI to its end. */
export function runCli(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = root,
): Promise<CliResult> {
  return startCli(words, environment, folder).ended;
}

/** The address that `lineage serve` prints when it is ready. */
export async function serverAddress({ process: child, ended }: CliRun): Promise<string> {
  const told = (async (): Promise<string> => {
    let text = "";
    for (;;) {
      const [chunk]: unknown[] = await once(child.stdout ?? child, "data");
      text += String(chunk);
      const url = /lineage is ready on (http:\S+)/.exec(text)?.[1];
      if (url !== undefined) return url;
    }
  })();
  return Promise.race([told, ended.then(({ stderr }) => Promise.reject(new Error(`the server ended: ${stderr}`)))]);
}

/** Runs a line of bash in which `"$@"` is the CLI with these words. */
export function runInShell(
  line: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  return start("bash", ["-c", line, "bash", process.execPath, ...cliProgram, ...words], environment).ended;
}

function start(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder = root,
): CliRun {
  const { LINEAGE_URL: _url, NO_COLOR: _colors, ...inherited } = process.env;
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...inherited, NODE_OPTIONS: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    written.stderr += text;
  });
  const ended = new Promise<CliResult>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...written }));
  });
  return { process: child, ended };
}
