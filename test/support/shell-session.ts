import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cliProgram } from "./run-cli.js";

/** The exit code of a command, and its output as in a terminal. */
export interface ShellResult {
  readonly code: number;
  readonly output: string;
}

/** A bash in a separate folder. Variables and the current folder persist between commands. `lineage` is on its PATH. */
export class ShellSession {
  readonly #shell: ChildProcess;
  readonly #folder: string;
  #count = 0;

  private constructor(shell: ChildProcess, folder: string) {
    this.#shell = shell;
    this.#folder = folder;
  }

  static start(folder: string, environment: Readonly<Record<string, string>>): ShellSession {
    const programs = join(folder, "programs");
    const work = join(folder, "work");
    for (const each of [programs, work]) mkdirSync(each);
    const lineage = [process.execPath, ...cliProgram].map((word) => `'${word}'`).join(" ");
    writeFileSync(join(programs, "lineage"), `#!/bin/sh\nexec ${lineage} "$@"\n`, { mode: 0o755 });
    // `npx lineage` works in the project's folder only, and examples run in another.
    writeFileSync(join(programs, "npx"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
    writeFileSync(join(folder, ".gitconfig"), "[user]\n\tname = Reader\n\temail = reader@example.com\n");
    const { NO_COLOR: _colors, ...inherited } = process.env;
    const shell = spawn("bash", ["--norc", "-E"], {
      cwd: work,
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...inherited, NODE_OPTIONS: "", HOME: folder, ...environment, PATH: `${programs}:${process.env["PATH"]}` },
    });
    shell.stdout.setEncoding("utf8");
    return new ShellSession(shell, folder);
  }

  /** Runs commands to their end; the code is that of the last one. */
  run(commands: string): Promise<ShellResult> {
    return this.#run(commands, "$?");
  }

  /** Runs a script; the code is 1 if any of its commands fails. */
  async runScript(script: string): Promise<ShellResult> {
    return this.#run(`failed=0; trap failed=1 ERR\n${script}\ntrap - ERR`, "$failed");
  }

  async #run(commands: string, code: string): Promise<ShellResult> {
    const file = join(this.#folder, `step-${(this.#count += 1)}`);
    writeFileSync(file, `${commands}\n`);
    const { stdin, stdout } = this.#shell;
    if (!stdin || !stdout) throw new Error("the shell has no pipes");
    const ended = once(stdout, "data");
    stdin.write(`. '${file}' </dev/null >'${file}.output' 2>&1; echo "${code}"\n`);
    const [line]: unknown[] = await ended;
    return { code: Number(line), output: readFileSync(`${file}.output`, "utf8") };
  }

  async end(): Promise<void> {
    const ended = once(this.#shell, "close");
    this.#shell.stdin?.end();
    await ended;
  }
}
