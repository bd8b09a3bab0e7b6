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

/** How to start an own Neo4j. */
export interface LocalNeo4jOptions {
  /** The folder of everything that is kept; made when missing. */
  readonly home: string;
  /** Where to listen if that port is free; otherwise, and by default, the port of the last start or a free one. */
  readonly boltPort?: number;
  /** The environment of Java and Maven; `JAVA_HOME` and `PATH` say where they are. */
  readonly environment: NodeJS.ProcessEnv;
  /** Gets a line for each step, and every few seconds during a long one. */
  readonly onProgress: (line: string) => void;
  /** Called when Neo4j ends without `stop` having been called, with a sentence that says how. */
  readonly onUnexpectedEnd?: (message: string) => void;
  /** Stops a start that is under way; the promise rejects with the signal's reason after everything started is gone. */
  readonly signal?: AbortSignal;
}

/** A running Neo4j of our own, and how to reach it. */
export interface LocalNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly pid: number;
  /** Closes the store and ends the process, within 12 seconds. May be called more than once. */
  stop(): Promise<void>;
}

/** What every attempt to launch needs. */
interface Prepared {
  readonly home: Neo4jHome;
  readonly java: Java;
  readonly program: Program;
  readonly password: string;
}

/**
 * Starts a real Neo4j from the artifacts of Maven Central on loopback, and resolves when it can be logged in to.
 * It ends with this process, however that ends. Thrown when Java or Maven is missing or Neo4j does not start:
 * GRAPH_UNAVAILABLE; when another start uses the home: CONFLICT.
 */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  if (process.platform === "win32") throw noLocalNeo4j("this is Windows, where an own Neo4j is not supported");
  const home = await openHome(options.home);
  await stopAbandoned(home, options);
  const cache = await ProgramCache.open(home.java);
  const cached = await cache.find();
  const java = await requireTools(options.environment, cached === null);
  const program = cached ?? (await fetchProgram(cache, java, options));
  const prepared = { home, java, program, password: await readOrCreatePassword(home) };
  // Preparing may have taken minutes, in which another start can have come first.
  await stopAbandoned(home, options);
  if (await prepareStore(home)) options.onProgress("The first start was interrupted; recreating its empty store");
  return launchOnFreePort(prepared, options);
}

async function stopAbandoned(home: Neo4jHome, options: LocalNeo4jOptions): Promise<void> {
  options.signal?.throwIfAborted();
  if (await stopAbandonedNeo4j(home, options.environment))
    options.onProgress("Stopped a Neo4j that an earlier start had left behind");
}

function fetchProgram(cache: ProgramCache, java: Java, options: LocalNeo4jOptions): Promise<Program> {
  options.onProgress("Fetching Neo4j with Maven (about 120 MB, the first time only)");
  return cache.build(java, options);
}

/** Between the choice of a port and Neo4j's use of it another program may take it: then once more with another one. */
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
 * `null` when the server is ready, the way it ended when it ended before. There is no limit in time: recovering a big
 * store takes long.
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
    `Neo4j did not start in ${home.neo4j} with Java ${java.version} (Neo4j 5.26 is made for Java 17 and 21). ${failure}\nAll it printed is in ${home.log}`,
  );
}
