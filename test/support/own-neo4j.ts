import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../src/core/graph/graph.js";
import { type LocalNeo4j, startLocalNeo4j } from "../../src/adapters/local-neo4j/local-neo4j.js";
import { createNeo4jHome, testSettings } from "./neo4j-home.js";
import { type CliRun, serverAddress, startCli } from "./run-cli.js";

/** A Neo4j that a test may kill and stop, because no other test uses it. */
export class OwnNeo4j {
  readonly #home: string;
  readonly #settings: Settings;
  #neo4j: LocalNeo4j;
  #ended: Promise<void>;

  private constructor(home: string, settings: Settings, { neo4j, ended }: Started) {
    this.#home = home;
    this.#settings = settings;
    this.#neo4j = neo4j;
    this.#ended = ended;
  }

  /** The settings are added to those of all test databases. */
  static async start(settings: Settings = {}): Promise<OwnNeo4j> {
    const home = await createNeo4jHome();
    return new OwnNeo4j(home, settings, await start(home, settings));
  }

  get database(): Database {
    const { uri, user, password, database } = this.#neo4j;
    return { uri, user, password, database };
  }

  /** The environment variables of a server that uses it. */
  get environment(): Record<string, string> {
    const { uri, user, password, database } = this.#neo4j;
    return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  }

  /** Kills it with -9 and starts it again at the same address. */
  async killAndStart(): Promise<void> {
    process.kill(this.#neo4j.pid, "SIGKILL");
    await this.#ended;
    const { uri } = this.#neo4j;
    const { neo4j, ended } = await start(this.#home, this.#settings, Number(new URL(uri).port));
    [this.#neo4j, this.#ended] = [neo4j, ended];
    if (neo4j.uri !== uri)
      throw new Error(`the port of ${uri} was taken before Neo4j could be started again; run the test again`);
  }

  /** Suspends the process: connections stay open, and requests get no answer. */
  async freeze(): Promise<void> {
    process.kill(this.#neo4j.pid, "SIGSTOP");
    while (stateOf(this.#neo4j.pid) !== "T") await sleep(1);
  }

  thaw(): void {
    process.kill(this.#neo4j.pid, "SIGCONT");
  }

  async end(): Promise<void> {
    await this.#neo4j.stop();
    await rm(this.#home, { recursive: true, force: true });
  }
}

/** Settings of Neo4j by name. */
type Settings = Readonly<Record<string, string>>;

interface Started {
  readonly neo4j: LocalNeo4j;
  readonly ended: Promise<void>;
}

async function start(home: string, settings: Settings, boltPort?: number): Promise<Started> {
  let onUnexpectedEnd = (): void => undefined;
  const ended = new Promise<void>((resolve) => (onUnexpectedEnd = resolve));
  const neo4j = await startLocalNeo4j({
    home,
    environment: process.env,
    settings: { ...testSettings, ...settings },
    onProgress: () => undefined,
    onUnexpectedEnd,
    ...(boltPort !== undefined && { boltPort }),
  });
  return { neo4j, ended };
}

/** The state of a process on Linux; "T" means stopped. */
function stateOf(pid: number): string | undefined {
  const status = readFileSync(`/proc/${pid}/stat`, "utf8");
  return status.slice(status.lastIndexOf(")") + 2)[0];
}

/** A server on a Neo4j that does not end with it: each must survive the other. */
export interface ServerOnOwnNeo4j {
  readonly neo4j: OwnNeo4j;
  readonly server: CliRun;
  readonly url: string;
  end(): Promise<void>;
}

/** Starts both as separate processes. Errors in the server's log are printed at the end. */
export async function startServerOnOwnNeo4j(
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerOnOwnNeo4j> {
  const neo4j = await OwnNeo4j.start();
  const server = startCli(["serve"], {
    ...neo4j.environment,
    PORT: "0",
    LINEAGE_EXAMPLE: "off",
    LOG_LEVEL: "error",
    ...environment,
  });
  const end = async (): Promise<void> => {
    neo4j.thaw();
    server.process.kill("SIGTERM");
    process.stderr.write((await server.ended).stderr);
    await neo4j.end();
  };
  try {
    return { neo4j, server, url: await serverAddress(server), end };
  } catch (error) {
    await end();
    throw error;
  }
}
