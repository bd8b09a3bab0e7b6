import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { GraphUnavailableError } from "../../core/shared/errors.js";
import { type ProgramResult, runProgram } from "../../core/shared/run-program.js";
import { writeAtomically } from "../../core/shared/write-atomically.js";
import { readIfPresent } from "./read-if-present.js";
import { noLocalNeo4j, type Java } from "./java-tools.js";

// The Java side is not part of the build: `src/adapters/local-neo4j` and `dist/adapters/local-neo4j` both find it here.
const sourceFolder = fileURLToPath(new URL("../../../src/adapters/local-neo4j/", import.meta.url));
const pom = join(sourceFolder, "pom.xml");
const mainSource = join(sourceFolder, "LocalNeo4j.java");

/** How Java is started: a working folder, and a class path that is partly relative to it. */
export interface Program {
  readonly folder: string;
  readonly classPath: string;
}

/** The input of resolving and compiling. */
export interface BuildOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (line: string) => void;
}

/** The cached results of earlier starts, in a folder named by a digest of all that they depend on. */
export class ProgramCache {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(javaFolder: string): Promise<ProgramCache> {
    const hash = createHash("sha256")
      .update(await readFile(pom))
      .update(await readFile(mainSource));
    const folder = join(javaFolder, hash.digest("hex").slice(0, 16));
    await mkdir(folder, { recursive: true });
    return new ProgramCache(folder);
  }

  /** The program, if the main class is compiled and every file of the recorded class path still exists. */
  async find(): Promise<Program | null> {
    const jars = await this.#findJars();
    return jars !== null && existsSync(this.#classes) ? this.#program(jars) : null;
  }

  /** Creates what is missing. Throws GRAPH_UNAVAILABLE, with the program's output, when Maven or the compiler fails. */
  async build(java: Java, options: BuildOptions): Promise<Program> {
    const environment = { ...options.environment, JAVA_HOME: java.home };
    const jars = (await this.#findJars()) ?? (await this.#resolveJars({ ...options, environment }));
    if (!existsSync(this.#classes)) await this.#compile(java, jars, { ...options, environment });
    return this.#program(jars);
  }

  get #jarList(): string {
    return join(this.#folder, "jars.txt");
  }

  get #classes(): string {
    return join(this.#folder, "classes");
  }

  /** The compiled class is relative to the folder, because a class path cannot contain a folder with a colon in its name. */
  #program(jars: string): Program {
    return { folder: this.#folder, classPath: `classes${delimiter}${jars}` };
  }

  async #findJars(): Promise<string | null> {
    const jars = (await readIfPresent(this.#jarList))?.trim();
    return jars && jars.split(delimiter).every((jar) => existsSync(jar)) ? jars : null;
  }

  async #resolveJars(options: BuildOptions): Promise<string> {
    const draft = `${this.#jarList}.${process.pid}.maven`;
    const words = [
      "-B",
      "-f",
      pom,
      "dependency:build-classpath",
      "-Dmdep.includeScope=runtime",
      `-Dmdep.outputFile=${draft}`,
    ];
    const onLine = sumDownloads(options.onProgress);
    const { environment, signal } = options;
    const result = await runProgram({ program: "mvn", words, folder: this.#folder, environment, signal, onLine });
    const jars = (await readIfPresent(draft))?.trim();
    await rm(draft, { force: true });
    if (result.code !== 0 || !jars) throw new GraphUnavailableError(mavenFailed(result));
    await writeAtomically(this.#jarList, jars);
    return jars;
  }

  async #compile(java: Java, jars: string, options: BuildOptions): Promise<void> {
    const draft = `${this.#classes}.${process.pid}`;
    const words = ["-m", "jdk.compiler/com.sun.tools.javac.Main", "--release", "17", "-d", draft, mainSource];
    const environment = { ...options.environment, CLASSPATH: jars };
    const { executable: program } = java;
    const result = await runProgram({ program, words, environment, signal: options.signal });
    const output = result.lines.join("\n");
    if (output.includes("jdk.compiler not found"))
      throw noLocalNeo4j(`a JDK is needed, but Java ${java.version} in ${java.home} is a runtime without a compiler`);
    if (result.code !== 0)
      throw new GraphUnavailableError(`${mainSource} could not be compiled with Java ${java.version}:\n${output}`);
    await rm(this.#classes, { recursive: true, force: true });
    await rename(draft, this.#classes);
  }
}

/** Turns Maven's line for each downloaded file into one line of progress every few seconds. */
function sumDownloads(onProgress: (line: string) => void): (line: string) => void {
  const intervalMs = 3_000;
  let megabytes = 0;
  let reportedAt = Date.now();
  return (line) => {
    const [, size, unit] = /Downloaded from .* \(([\d.]+) (kB|MB) at /.exec(line) ?? [];
    megabytes += Number(size ?? 0) / (unit === "kB" ? 1_000 : 1);
    if (size === undefined || Date.now() - reportedAt < intervalMs) return;
    reportedAt = Date.now();
    onProgress(`Fetching Neo4j with Maven: ${Math.round(megabytes)} MB`);
  };
}

function mavenFailed({ startFault, lines }: ProgramResult): string {
  const errors = lines.filter((line) => line.startsWith("[ERROR]") && line.length > "[ERROR] ".length);
  const words = (startFault !== null ? ["mvn could not be run"] : errors.length > 0 ? errors : lines)
    .slice(0, 3)
    .join("\n");
  return `Maven could not fetch Neo4j, so no local Neo4j can be started. Check the network and Maven's settings, then start again.\n${words}`;
}
