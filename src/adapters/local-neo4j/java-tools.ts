import { join } from "node:path";
import { GraphUnavailableError } from "../../core/shared/errors.js";
import { type ProgramResult, runProgram } from "../../core/shared/run-program.js";

/** A Java installation. */
export interface Java {
  readonly executable: string;
  readonly home: string;
  readonly version: string;
  readonly major: number;
}

/** The oldest Java and Maven that can run and fetch Neo4j 5.26. */
const oldestJava = 17;
const oldestMaven = [3, 6, 3] as const;

/** The result of a search: what was found, or a sentence about what was found instead. */
type Search<T> = { readonly found: T } | { readonly instead: string };

/** The Java to run Neo4j with. Throws GRAPH_UNAVAILABLE, with the alternatives, if Java is missing, or Maven when `needsMaven`. */
export async function requireTools(environment: NodeJS.ProcessEnv, needsMaven: boolean): Promise<Java> {
  const java = await findJava(environment);
  const maven = needsMaven ? await findMaven(environment) : null;
  const problems = [java, maven].flatMap((search) => (search !== null && "instead" in search ? [search.instead] : []));
  if ("instead" in java || problems.length > 0) throw noLocalNeo4j(problems.join("; "));
  return java.found;
}

/** The error for a machine on which no local Neo4j can be started: what was found there, and the three alternatives. */
export function noLocalNeo4j(found: string): GraphUnavailableError {
  return new GraphUnavailableError(
    [
      `NEO4J_URI is not set, and no local Neo4j can be started on this machine: ${found}.`,
      "Choose one of these:",
      `  1. Install Java ${oldestJava} (a JDK) and Maven, then start again.`,
      "     Debian, Ubuntu: apt install openjdk-17-jdk-headless maven · macOS: brew install openjdk@17 maven",
      "  2. Run everything in containers: docker compose up -d --wait",
      "  3. Set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to a Neo4j 5.26 server, then start again.",
    ].join("\n"),
  );
}

/** Parses the output of `java -XshowSettings:properties -version`; `null` if it is not Java's. */
export function parseJavaSettings(lines: readonly string[]): Omit<Java, "executable"> | null {
  const property = (name: string) =>
    lines
      .map((line) => line.trim())
      .find((line) => line.startsWith(`${name} = `))
      ?.slice(name.length + 3);
  const home = property("java.home");
  const version = property("java.version");
  const specification = property("java.specification.version");
  if (home === undefined || version === undefined || specification === undefined) return null;
  // The specification versions of Java 8 and older are 1.8, 1.7 and so on.
  return { home, version, major: Number(specification.replace(/^1\./, "")) };
}

/** Parses the version in the output of `mvn --version`; `null` if it is not Maven's. */
export function parseMavenVersion(lines: readonly string[]): readonly number[] | null {
  for (const line of lines) {
    const version = /Apache Maven (\d+)\.(\d+)\.(\d+)/.exec(line);
    if (version !== null) return version.slice(1).map(Number);
  }
  return null;
}

/** JAVA_HOME comes first, as is usual for Java programs. The PATH is used if that is missing or too old. */
async function findJava(environment: NodeJS.ProcessEnv): Promise<Search<Java>> {
  const javaHome = environment["JAVA_HOME"];
  const candidates = [...(javaHome ? [join(javaHome, "bin", "java")] : []), "java"];
  const others: string[] = [];
  for (const executable of candidates) {
    const words = ["-XshowSettings:properties", "-version"];
    const result = await runProgram({ program: executable, words, environment });
    const java = parseJavaSettings(result.lines);
    if (java && java.major >= oldestJava) return { found: { executable, ...java } };
    if (java) others.push(`Java ${java.version} in ${java.home}`);
    else if (result.startFault === null) others.push(`${executable}, which does not run (${firstLine(result)})`);
  }
  const seen =
    others.length > 0 ? others.join(" and ") : `none ${javaHome ? `in JAVA_HOME=${javaHome} and ` : ""}on the PATH`;
  return { instead: `Java ${oldestJava} or newer is needed, found ${seen}` };
}

async function findMaven(environment: NodeJS.ProcessEnv): Promise<Search<true>> {
  const needed = `Maven ${oldestMaven.join(".")} or newer is needed, found`;
  const result = await runProgram({ program: "mvn", words: ["--version"], environment });
  if (result.startFault !== null) return { instead: `${needed} no mvn on the PATH` };
  const version = parseMavenVersion(result.lines);
  if (version === null) return { instead: `${needed} an mvn that does not run (${firstLine(result)})` };
  return isAtLeast(version, oldestMaven) ? { found: true } : { instead: `${needed} Maven ${version.join(".")}` };
}

function isAtLeast(version: readonly number[], oldest: readonly number[]): boolean {
  const differing = oldest.findIndex((part, index) => part !== version[index]);
  return differing === -1 || (version[differing] ?? 0) > (oldest[differing] ?? 0);
}

const firstLine = (result: ProgramResult): string =>
  result.lines.find((line) => line.trim() !== "") ?? `exit code ${result.code}`;
