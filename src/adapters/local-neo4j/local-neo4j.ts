import { totalmem } from "node:os";
import { GraphUnavailableError } from "../../core/shared/errors.js";
import { chooseBoltPort, defaultBoltPort } from "./bolt-port.js";
import { ProgramCache, type Program } from "./classpath.js";
import { noLocalNeo4j, requireTools, type Java } from "./java-tools.js";
import {
  boltUri,
  findRecordedPort,
  openHome,
  prepareStore,
  readOrCreatePassword,
  recordReady,
  type Neo4jHome,
} from "./neo4j-home.js";
import { launchNeo4j, readFailure, type Neo4jProcess } from "./neo4j-process.js";
import { memorySizes } from "./neo4j-settings.js";
import { listProcesses } from "./process-list.js";
import { findNeo4j, homeInUse, stopAbandonedNeo4j } from "./running-neo4j.js";

/** How to start a local Neo4j. */
export interface LocalNeo4jOptions {
  /** The folder of all files that are kept; created if missing. */
  readonly home: string;
  /** Preferred port, used if it is free. Defaults to the port of the last start, then to a free one. */
  readonly boltPort?: number;
  /** The environment of Java and Maven; `JAVA_HOME` and `PATH` locate them. */
  readonly environment: NodeJS.ProcessEnv;
  /** Receives a line for each step, and every few seconds during a long one. */
  readonly onProgress: (line: string) => void;
  /** Settings of Neo4j, by name, in addition to those of `neo4jSettings`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called when Neo4j ends without a call of `stop`, with a sentence that says how it ended. */
  readonly onUnexpectedEnd?: (message: string) => void;
  /** Cancels a start in progress. The promise rejects with the signal's reason once every started process has ended. */
  readonly signal?: AbortSignal;
}

/** A running local Neo4j, and how to connect to it. */
export interface LocalNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly pid: number;
  /** Closes the store and ends the process, within 12 seconds. May be called more than once. */
  stop(): Promise<void>;
}

/** The input of every attempt to launch. */
interface Prepared {
  readonly home: Neo4jHome;
  readonly java: Java;
  readonly program: Program;
  readonly password: string;
}

/**
 * Starts a Neo4j server from the artifacts of Maven Central on loopback, and resolves when it accepts logins.
 * It ends with this process, however that ends. Throws GRAPH_UNAVAILABLE when Java or Maven is missing or Neo4j does
 * not start, and CONFLICT when another start uses the home.
 */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  if (process.platform === "win32") throw noLocalNeo4j("this is Windows, where a local Neo4j is not supported");
  const home = await openHome(options.home);
  await stopAbandoned(home, options);
  const cache = await ProgramCache.open(home.java);
  const cached = await cache.find();
  const java = await requireTools(options.environment, cached === null);
  const program = cached ?? (await fetchProgram(cache, java, options));
  const prepared = { home, java, program, password: await readOrCreatePassword(home) };
  // The preparation may take minutes, during which another start may have begun.
  await stopAbandoned(home, options);
  if (await prepareStore(home)) options.onProgress("The first start was interrupted; recreating its empty store");
  return launchOnFreePort(prepared, options);
}

async function stopAbandoned(home: Neo4jHome, options: LocalNeo4jOptions): Promise<void> {
  options.signal?.throwIfAborted();
  if (await stopAbandonedNeo4j(home, options.environment))
    options.onProgress("Stopped the Neo4j of an earlier start that was killed");
}

function fetchProgram(cache: ProgramCache, java: Java, options: LocalNeo4jOptions): Promise<Program> {
  options.onProgress("Fetching Neo4j with Maven (about 120 MB, the first time only)");
  return cache.build(java, options);
}

/** Another program may take the chosen port before Neo4j does. The launch is then repeated once with another port. */
async function launchOnFreePort(prepared: Prepared, options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const recorded = await findRecordedPort(prepared.home);
  const preferred = [options.boltPort, recorded ?? undefined, defaultBoltPort].filter((port) => port !== undefined);
  for (let attempt = 1; ; attempt += 1) {
    const port = await chooseBoltPort(attempt === 1 ? preferred : []);
    const launched = await launch(prepared, port, options);
    if (!("failure" in launched)) return launched;
    if (!launched.failure.includes("Address already in use") || attempt === 3)
      throw await startFailed(prepared, launched.failure, options);
  }
}

async function launch(
  prepared: Prepared,
  port: number,
  options: LocalNeo4jOptions,
): Promise<LocalNeo4j | { readonly failure: string }> {
  const { home, password } = prepared;
  const memory = memorySizes(Math.min(totalmem(), process.constrainedMemory() || Infinity));
  const startedAt = Date.now();
  options.onProgress(`Starting Neo4j in ${home.neo4j}`);
  const server = await launchNeo4j({
    ...prepared,
    boltPort: port,
    memory,
    environment: options.environment,
    settings: options.settings,
  });
  const ended = await waitUntilReady(server, options);
  if (ended !== null) return { failure: `${ended}: ${await readFailure(home)}` };
  await recordReady(home, port, server.pid);
  void server.ended.then((how) => {
    if (!server.isStopping)
      options.onUnexpectedEnd?.(`Neo4j (process ${server.pid}) ended by itself with ${how}. See ${home.log}`);
  });
  options.onProgress(`Neo4j is ready on ${boltUri(port)} after ${((Date.now() - startedAt) / 1_000).toFixed(1)} s`);
  return { uri: boltUri(port), user: "neo4j", password, database: "neo4j", pid: server.pid, stop: () => server.stop() };
}

/**
 * Returns `null` once the server is ready, or its exit code or signal if it ends first. It waits without a limit,
 * because the recovery of a large store takes long.
 */
async function waitUntilReady(server: Neo4jProcess, options: LocalNeo4jOptions): Promise<string | null> {
  const startedAt = Date.now();
  const reports = setInterval(() => {
    options.onProgress(`Neo4j is starting: ${Math.round((Date.now() - startedAt) / 1_000)} s`);
  }, 5_000);
  const abort = () => void server.stop();
  options.signal?.addEventListener("abort", abort);
  try {
    if (options.signal?.aborted) abort();
    const ended = await Promise.race([server.ready.then(() => null), server.ended]);
    if (options.signal?.aborted) await server.stop();
    options.signal?.throwIfAborted();
    return ended;
  } finally {
    clearInterval(reports);
    options.signal?.removeEventListener("abort", abort);
  }
}

async function startFailed(prepared: Prepared, failure: string, options: LocalNeo4jOptions): Promise<Error> {
  const { home, java } = prepared;
  if (failure.includes("Lock file has been locked by another process"))
    return homeInUse(home, findNeo4j(home.neo4j, await listProcesses(options.environment)));
  return new GraphUnavailableError(
    `Neo4j did not start in ${home.neo4j} with Java ${java.version} (Neo4j 5.26 supports Java 17 and 21). ${failure}\nIts full output is in ${home.log}`,
  );
}
