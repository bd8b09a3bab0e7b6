import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalNeo4j } from "../../src/adapters/local-neo4j/local-neo4j.js";

/*
 * Machines without Java or Maven, or with others than needed: programs of these names that answer as the real ones do.
 */
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lineage-"));
  await mkdir(join(folder, "bin"));
  await mkdir(join(folder, "jdk/bin"), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function install(program: string, script: string): Promise<void> {
  await writeFile(join(folder, program), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, program), 0o755);
}

const java = (version: string, specification: string) =>
  `echo "    java.home = /opt/java" >&2; echo "    java.specification.version = ${specification}" >&2; echo "    java.version = ${version}" >&2`;

async function startError(environment: NodeJS.ProcessEnv = {}): Promise<Error & { code?: string }> {
  const PATH = join(folder, "bin");
  try {
    await startLocalNeo4j({
      home: join(folder, "home"),
      environment: { PATH, ...environment },
      onProgress: () => undefined,
    });
  } catch (cause) {
    if (cause instanceof Error) return cause;
  }
  throw new Error("the start did not fail with an Error");
}

test("without Java and Maven the message names both and the three alternatives", async () => {
  const error = await startError();
  expect(error.code).toBe("GRAPH_UNAVAILABLE");
  expect(error.message).toMatch(
    /Java 17 or newer is needed, found none on the PATH; Maven 3\.6\.3 or newer is needed, found no mvn on the PATH\./,
  );
  expect(error.message).toContain("1. Install Java 17 (a JDK) and Maven");
  expect(error.message).toContain("2. Run everything in containers: docker compose up -d --wait");
  expect(error.message).toContain("3. Set NEO4J_URI");
});

test("outdated versions of Java in JAVA_HOME and on the PATH are named with their folder", async () => {
  await install("bin/java", java("1.8.0_402", "1.8"));
  await install("bin/mvn", "echo Apache Maven 3.9.9");
  await install("jdk/bin/java", java("11.0.2", "11"));
  const { message } = await startError({ JAVA_HOME: join(folder, "jdk") });
  expect(message).toContain(
    "Java 17 or newer is needed, found Java 11.0.2 in /opt/java and Java 1.8.0_402 in /opt/java.",
  );
  expect(message).not.toContain("Maven 3.6.3");
});

test("a Maven that is too old or does not run is named", async () => {
  await install("bin/java", java("17.0.15", "17"));
  await install("bin/mvn", "echo Apache Maven 3.6.2");
  expect((await startError()).message).toContain("Maven 3.6.3 or newer is needed, found Maven 3.6.2.");
  await install("bin/mvn", "echo The JAVA_HOME environment variable is not defined correctly; exit 1");
  expect((await startError()).message).toContain(
    "found an mvn that does not run (The JAVA_HOME environment variable is not defined correctly).",
  );
});

test("the output of a failed Maven is quoted, and no incomplete file is kept", async () => {
  await install("bin/java", java("17.0.15", "17"));
  await install(
    "bin/mvn",
    `[ "$1" = --version ] && echo Apache Maven 3.9.9 && exit 0; echo "[INFO] Scanning"; echo "[ERROR] Could not transfer artifact"; exit 1`,
  );
  const { message } = await startError();
  expect(message).toContain(
    "Maven could not fetch Neo4j, so no local Neo4j can be started. Check the network and Maven's settings, then start again.",
  );
  expect(message).toContain("[ERROR] Could not transfer artifact");
  expect(message).not.toContain("Scanning");
  const [kept] = await readdir(join(folder, "home/java"));
  expect(await readdir(join(folder, "home/java", kept ?? ""))).toEqual([]);
});

test("a runtime without a compiler is distinguished from a JDK", async () => {
  const jar = join(folder, "neo4j.jar");
  await writeFile(jar, "");
  await install(
    "bin/java",
    `[ "$1" = -m ] && echo "java.lang.module.FindException: Module jdk.compiler not found" && exit 1; ${java("17.0.15", "17")}`,
  );
  await install(
    "bin/mvn",
    `[ "$1" = --version ] && echo Apache Maven 3.9.9 && exit 0; for argument; do case "$argument" in -Dmdep.outputFile=*) printf %s "${jar}" > "\${argument#-Dmdep.outputFile=}";; esac; done`,
  );
  const { message } = await startError();
  expect(message).toContain("a JDK is needed, but Java 17.0.15 in /opt/java is a runtime without a compiler");
  expect(message).toContain("docker compose up -d --wait");
});
