import { readdir, readFile } from "node:fs/promises";
import { runProgram } from "../../core/shared/run-program.js";

/** One process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  /** The process that started it, or the system's first one after that one died. */
  readonly startedBy: number;
  readonly commandLine: string;
}

/** All processes that this user may see. */
export async function listProcesses(environment: NodeJS.ProcessEnv): Promise<RunningProcess[]> {
  // Slim containers lack ps, and macOS lacks /proc.
  if (process.platform === "linux") return listFromProc();
  const { lines } = await runProgram({ program: "ps", words: ["-axww", "-o", "pid=,ppid=,command="], environment });
  return lines.flatMap(parsePsLine);
}

/** Reads a line of `ps -o pid=,ppid=,command=`; empty when it is none. */
export function parsePsLine(line: string): RunningProcess[] {
  const [, pid, startedBy, commandLine] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
  return commandLine === undefined ? [] : [{ pid: Number(pid), startedBy: Number(startedBy), commandLine }];
}

async function listFromProc(): Promise<RunningProcess[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  return (await Promise.all(pids.map(readFromProc))).flat();
}

/** Empty when the process ended in the meantime, belongs to somebody else, or is dead and only waits to be noticed. */
async function readFromProc(pid: string): Promise<RunningProcess[]> {
  try {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8");
    // "pid (name) state ppid …", and the name may hold blanks and brackets.
    const status = await readFile(`/proc/${pid}/stat`, "utf8");
    const startedBy = Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]);
    return [{ pid: Number(pid), startedBy, commandLine: commandLine.replaceAll("\0", " ").trimEnd() }];
  } catch {
    return [];
  }
}
