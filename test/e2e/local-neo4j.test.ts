import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import neo4j from "neo4j-driver";
import { isProcessRunning } from "../../src/core/shared/is-process-running.js";
import { useLocalNeo4j } from "../../src/adapters/local-neo4j/shared-neo4j.js";
import { becomesTrue } from "../support/becomes-true.js";

const root = join(import.meta.dirname, "../..");

interface Connection {
  readonly uri: string;
  readonly password: string;
  readonly pid: number;
}

/** A process that owns a Neo4j, as the API does. */
class Owner {
  readonly child: ChildProcess;
  readonly progress: string[] = [];
  readonly #answers: AsyncIterator<string>;

  constructor(home: string, environment: NodeJS.ProcessEnv = process.env) {
    const hooks = join(root, "scripts/typescript-hooks.js");
    const script = join(root, "test/support/local-neo4j-owner.ts");
    const child = spawn(process.execPath, ["--import", hooks, script, home, String(port)], {
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    createInterface({ input: child.stderr }).on("line", (line) => this.progress.push(line));
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.child = child;
  }

  /** The next line of its output; fails with its output if it has ended instead. */
  async answer(): Promise<string> {
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error(this.progress.join("\n"));
    return value;
  }

  async connection(): Promise<Connection> {
    return JSON.parse(await this.answer()) as Connection;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const ended = once(this.child, "exit");
    this.child.kill(signal);
    await ended;
  }
}

async function query({ uri, password }: Connection, statement: string): Promise<unknown[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", password), { disableLosslessIntegers: true });
  try {
    return (await driver.executeQuery(statement, {}, { database: "neo4j" })).records.map(
      (record) => record.get(0) as unknown,
    );
  } finally {
    await driver.close();
  }
}

let folder = "";
let home = "";
let port = 0;
const started: Owner[] = [];

function start(environment?: NodeJS.ProcessEnv): Owner {
  const owner = new Owner(home, environment);
  started.push(owner);
  return owner;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lineage-"));
  // A space, non-ASCII letters, and a colon, which no class path can contain.
  home = join(folder, "Häuschen 家 a:b");
  port = 20_000 + (process.pid % 10_000);
});

afterAll(async () => {
  await Promise.all(
    started
      .filter(({ child }) => child.exitCode === null && child.signalCode === null)
      .map((owner) => owner.end("SIGTERM")),
  );
  await rm(folder, { recursive: true, force: true });
});

test("a first start killed while Neo4j creates its store does not block the next one", async () => {
  const first = start();
  await becomesTrue("the store is begun", () => existsSync(join(home, "neo4j/data/databases")));
  await first.end("SIGKILL");
  // After such a kill, Neo4j rarely hangs at every later start; so the store must be removed.
  const left = join(home, "neo4j/data/left-behind");
  await writeFile(left, "");

  const second = start();
  const connection = await second.connection();
  expect(second.progress).toContain("The first start was interrupted; recreating its empty store");
  expect(existsSync(left)).toBe(false);
  expect(await query(connection, "CREATE (n:Kept {name: 'über'}) RETURN n.name")).toEqual(["über"]);
});

test("it accepts only the password in the file, on loopback only", async () => {
  const [owner] = started.slice(-1);
  expect(owner?.child.exitCode).toBeNull();
  expect((await stat(join(home, "neo4j-password"))).mode & 0o777).toBe(0o600);
  const connection = { uri: `bolt://127.0.0.1:${port}`, password: "neo4j", pid: 0 };
  await expect(query(connection, "RETURN 1")).rejects.toThrow("unauthorized");
  for (const address of Object.values(networkInterfaces()).flat()) {
    if (address === undefined || address.internal || address.family !== "IPv4") continue;
    await expect(once(connect(port, address.address), "connect")).rejects.toThrow("ECONNREFUSED");
  }
});

test("a second start beside a running one reports and does not affect it", async () => {
  const [first] = started.slice(-1);
  const second = start();
  await expect(second.answer()).rejects.toThrow(`is in use by process ${first?.child.pid} `);
  expect(first?.child.exitCode).toBeNull();
});

test("a program that may share a running Neo4j uses it, and leaves it running when it stops", async () => {
  const progress: string[] = [];
  const onProgress = (line: string): number => progress.push(line);
  const shared = await useLocalNeo4j({ home, environment: process.env, onProgress });
  expect(progress).toEqual([expect.stringMatching(/^Using the Neo4j on bolt:/)]);
  await shared.stop();
  expect(await query({ ...shared, pid: 0 }, "MATCH (n:Kept) RETURN n.name")).toEqual(["über"]);
});

test("SIGTERM stops both; the next start needs no Maven, keeps the data and avoids a port in use", async () => {
  const [running] = started.slice(-2);
  await running?.end("SIGTERM");
  const blocker = createServer().listen(port, "127.0.0.1");
  try {
    const owner = start({ ...process.env, PATH: await pathWithoutMaven() });
    const connection = await owner.connection();
    expect(connection.uri).not.toBe(`bolt://127.0.0.1:${port}`);
    expect(await query(connection, "MATCH (n:Kept) RETURN n.name")).toEqual(["über"]);

    process.kill(connection.pid, "SIGKILL");
    expect(await owner.answer()).toBe("ended");
    await owner.end("SIGTERM");
  } finally {
    blocker.close();
  }
});

test("a killed Neo4j keeps its data; a Neo4j that outlives its killed owner is stopped by the next start", async () => {
  const owner = start();
  const connection = await owner.connection();
  expect(await query(connection, "MATCH (n:Kept) RETURN n.name")).toEqual(["über"]);
  process.kill(connection.pid, "SIGSTOP"); // Stopped, so that it cannot detect its owner's death.
  await owner.end("SIGKILL");

  const next = start();
  const nextConnection = await next.connection();
  expect(isProcessRunning(connection.pid)).toBe(false);
  expect(next.progress).toContain("Stopped the Neo4j of an earlier start that was killed");
  expect(await query(nextConnection, "MATCH (n:Kept) RETURN n.name")).toEqual(["über"]);

  await next.end("SIGKILL");
  await becomesTrue("Neo4j follows its owner", () => !isProcessRunning(nextConnection.pid));
});

/** A PATH with Java and nothing else. */
async function pathWithoutMaven(): Promise<string> {
  const java =
    (process.env["PATH"] ?? "")
      .split(delimiter)
      .map((entry) => join(entry, "java"))
      .find(existsSync) ?? "";
  const bin = join(folder, "bin");
  await mkdir(bin, { recursive: true });
  await symlink(java, join(bin, "java"));
  return bin;
}
