import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Program } from "./classpath.js";
import { writeAtomically } from "../../core/shared/write-atomically.js";
import type { Java } from "./java-tools.js";
import { settingsFile, type Neo4jHome } from "./neo4j-home.js";
import { javaArguments, neo4jSettings, type MemorySizes } from "./neo4j-settings.js";

/** The Java class that runs Neo4j, as it appears in a list of processes. */
export const mainClass = "LocalNeo4j";

/** Neo4j finishes its writes within a few seconds; the whole API has 15 s to stop. */
const stopWithinMs = 12_000;

/** How to start a Neo4j process. */
export interface LaunchOptions {
  readonly java: Java;
  readonly program: Program;
  readonly home: Neo4jHome;
  readonly boltPort: number;
  readonly memory: MemorySizes;
  readonly password: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly settings: Readonly<Record<string, string>> | undefined;
}

/** A running Java process with Neo4j inside. */
export class Neo4jProcess {
  /** Resolves when the process has ended, with its exit code or signal. */
  readonly ended: Promise<string>;
  /** Resolves when the server accepts logins; never resolves if the process ends first. */
  readonly ready: Promise<void>;
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  #stopped: Promise<void> | undefined;

  constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#child = child;
    this.ended = new Promise((resolve) => {
      child.on("exit", (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    });
    this.ready = new Promise((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (line === "READY") resolve();
      });
    });
  }

  /** The process id; `-1` only for a process that never ran. */
  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** Whether `stop` was called, so that the end is expected. */
  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  /** Lets Neo4j finish its writes and close its store, and kills it if that takes too long. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#child.stdin.end();
    const force = setTimeout(() => this.#child.kill("SIGKILL"), stopWithinMs);
    await this.ended;
    clearTimeout(force);
  }
}

/** Starts Neo4j in a Java process. Throws when Java cannot be run. */
export async function launchNeo4j(options: LaunchOptions): Promise<Neo4jProcess> {
  const { java, program, home, boltPort, memory } = options;
  await writeAtomically(settingsFile(home, boltPort), neo4jSettings(boltPort, memory, options.settings));
  const log = createWriteStream(home.log, { mode: 0o600 });
  await once(log, "open");
  // Owner and home are in the command line for `findNeo4j`. The password is not: every user can read command lines.
  const child = spawn(
    java.executable,
    [...javaArguments(memory), mainClass, home.neo4j, String(boltPort), String(process.pid)],
    {
      cwd: program.folder,
      env: javaEnvironment(options.environment, program),
      stdio: ["pipe", "pipe", log],
      // Ctrl-C reaches the terminal's whole process group; Neo4j must stay until the API has finished its writes.
      detached: true,
    },
  );
  log.end();
  child.stdin.on("error", () => undefined); // The process ended at once; `ended` reports that.
  await once(child, "spawn");
  child.stdin.write(`${options.password}\n`);
  return new Neo4jProcess(child);
}

/** The most specific line of Java's output before it ended: the innermost cause, if there is a chain. */
export async function readFailure(home: Neo4jHome): Promise<string> {
  const lines = (await readFile(home.log, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const causes = lines.filter((line) => /^(Caused by|Exception in|Error)/.test(line));
  return (causes.at(-1) ?? lines.at(-1) ?? "it printed nothing").slice(0, 400);
}

function javaEnvironment(environment: NodeJS.ProcessEnv, program: Program): NodeJS.ProcessEnv {
  const base = { ...environment, CLASSPATH: program.classPath };
  // In the C locale Java cannot open a file whose name is not ASCII. macOS always uses UTF-8.
  return process.platform === "linux" ? { ...base, LC_ALL: "C.UTF-8" } : base;
}
