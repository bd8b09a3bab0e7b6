import { setTimeout as wait } from "node:timers/promises";
import { ConflictError } from "../../core/shared/errors.js";
import { isProcessRunning } from "../../core/shared/is-process-running.js";
import { type LocalNeo4j, type LocalNeo4jOptions, startLocalNeo4j } from "./local-neo4j.js";
import { boltUri, findRecordedConnection, openHome, readOrCreatePassword, type Neo4jHome } from "./neo4j-home.js";
import { listProcesses } from "./process-list.js";
import { findNeo4j } from "./running-neo4j.js";

/** A local Neo4j that this process or another one keeps running. */
export type SharedNeo4j = Omit<LocalNeo4j, "pid">;

interface Lent {
  readonly port: number;
  readonly pid: number;
  readonly ownerPid: number;
}

/**
 * Uses the Neo4j that another process keeps running on the home, or starts one. When that other process ends, its
 * Neo4j ends too; one is then started here at the same address. `stop` does not stop another process's Neo4j.
 */
export async function useLocalNeo4j(options: LocalNeo4jOptions): Promise<SharedNeo4j> {
  const home = await openHome(options.home);
  const lent = await findLent(home, options);
  if (lent === null) return startLocalNeo4j(options);
  options.onProgress(`Using the Neo4j on ${boltUri(lent.port)}, which process ${lent.ownerPid} keeps running`);
  return borrow(lent, await readOrCreatePassword(home), options);
}

/** The Neo4j of another running process, once it accepts logins; `null` if there is none. */
async function findLent(home: Neo4jHome, { environment, signal }: LocalNeo4jOptions): Promise<Lent | null> {
  for (;;) {
    const running = findNeo4j(home.neo4j, await listProcesses(environment));
    if (running === null || !running.isOwned) return null;
    const recorded = await findRecordedConnection(home);
    if (recorded?.pid === running.pid) return { ...running, port: recorded.port };
    await wait(200, undefined, { signal });
  }
}

function borrow(lent: Lent, password: string, options: LocalNeo4jOptions): SharedNeo4j {
  const stopping = new AbortController();
  let successor: Promise<SharedNeo4j | null> | undefined;
  const watch = setInterval(() => {
    if (isProcessRunning(lent.pid)) return;
    clearInterval(watch);
    successor = takeOver(lent, stopping.signal, options);
  }, 500);
  return {
    uri: boltUri(lent.port),
    user: "neo4j",
    password,
    database: "neo4j",
    stop: async () => {
      clearInterval(watch);
      stopping.abort(new Error("stopped"));
      await (await successor)?.stop();
    },
  };
}

/** Starts Neo4j after the other process has ended. Of several processes that try this at once, one starts it and the others use it. */
async function takeOver(lent: Lent, signal: AbortSignal, options: LocalNeo4jOptions): Promise<SharedNeo4j | null> {
  options.onProgress(`The Neo4j of process ${lent.ownerPid} has ended; starting it here`);
  try {
    const neo4j = await startOrUse({ ...options, boltPort: lent.port, signal }, 3);
    if (neo4j.uri !== boltUri(lent.port)) {
      await neo4j.stop();
      throw new Error(`Neo4j could not be started again on ${boltUri(lent.port)}, because the port is taken`);
    }
    return neo4j;
  } catch (error) {
    if (!signal.aborted) options.onUnexpectedEnd?.(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function startOrUse(options: LocalNeo4jOptions, attempts: number): Promise<SharedNeo4j> {
  try {
    return await useLocalNeo4j(options);
  } catch (error) {
    if (!(error instanceof ConflictError) || attempts === 1) throw error;
    await wait(1_000, undefined, { signal: options.signal });
    return startOrUse(options, attempts - 1);
  }
}
