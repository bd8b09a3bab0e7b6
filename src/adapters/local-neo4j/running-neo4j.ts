import { setTimeout as wait } from "node:timers/promises";
import { ConflictError, GraphUnavailableError } from "../../core/shared/errors.js";
import type { Neo4jHome } from "./neo4j-home.js";
import { mainClass } from "./neo4j-process.js";
import { listProcesses, type RunningProcess } from "./process-list.js";

/** A running Neo4j that uses a home. */
export interface RunningNeo4j {
  readonly pid: number;
  readonly ownerPid: number;
  /** Whether the process that started it still lives. */
  readonly isOwned: boolean;
}

/**
 * Finds the Neo4j of a home among the running processes. The process list is the only record of running servers:
 * unlike a file with a process id it cannot be stale, missing or about another process with a reused id.
 */
export function findNeo4j(neo4jFolder: string, processes: readonly RunningProcess[]): RunningNeo4j | null {
  const mark = ` ${mainClass} ${neo4jFolder} `;
  for (const { pid, startedBy, commandLine } of processes) {
    const at = commandLine.indexOf(mark);
    const portAndOwner = at === -1 ? null : /^\d+ (\d+)$/.exec(commandLine.slice(at + mark.length));
    // The system reparents the processes of a dead owner, so a reused id of the owner is not mistaken for the owner.
    if (portAndOwner !== null)
      return { pid, ownerPid: Number(portAndOwner[1]), isOwned: startedBy === Number(portAndOwner[1]) };
  }
  return null;
}

/** Stops the Neo4j of a start that was killed. Returns true if there was one. Throws CONFLICT when a running start uses the home. */
export async function stopAbandonedNeo4j(home: Neo4jHome, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const running = findNeo4j(home.neo4j, await listProcesses(environment));
  if (running === null) return false;
  if (running.isOwned) throw homeInUse(home, running);
  for (const [signal, withinMs] of [
    ["SIGTERM", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    signalProcess(running.pid, signal);
    if (await isGone(home, running.pid, environment, withinMs)) return true;
  }
  throw new GraphUnavailableError(
    `A Neo4j of an earlier start (process ${running.pid}) still uses ${home.neo4j} and cannot be stopped. Stop it, then start again.`,
  );
}

/** The error of a start on a home that another running start uses. */
export function homeInUse(home: Neo4jHome, running: RunningNeo4j | null): ConflictError {
  const who =
    running === null
      ? "a process that is not visible from here, such as one in another container"
      : `process ${running.ownerPid} (its Neo4j is process ${running.pid})`;
  return new ConflictError(
    `${home.neo4j} is in use by ${who}. Use that server, stop it first, or set LINEAGE_HOME to another folder.`,
    running === null ? {} : { ownerPid: running.ownerPid, neo4jPid: running.pid },
  );
}

async function isGone(
  home: Neo4jHome,
  pid: number,
  environment: NodeJS.ProcessEnv,
  withinMs: number,
): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await wait(100)) {
    if (findNeo4j(home.neo4j, await listProcesses(environment))?.pid !== pid) return true;
  }
  return false;
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}
