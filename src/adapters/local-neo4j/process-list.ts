import { readdir, readFile } from "node:fs/promises";
import { runProgram } from "../../core/shared/run-program.js";

/** One process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  /** The parent process, or the system's first process once the parent has died. */
  readonly startedBy: number;
  readonly commandLine: string;
}

/** All processes that are visible to this user. */
export async function listProcesses(environment: NodeJS.ProcessEnv): Promise<RunningProcess[]> {
  // Slim containers lack ps, and macOS lacks /proc.
  if (process.platform === "linux") return listFromProc();
  const { lines } = await runProgram({ program: "ps", words: ["-axww", "-o", "pid=,ppid=,command="], environment });
  return lines.flatMap(parsePsLine);
}

/** Parses a line of `ps -o pid=,ppid=,command=`; empty if it is not one. */
export function parsePsLine(line: string): RunningProcess[] {
  const [, pid, startedBy, commandLine] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
  return commandLine === undefined ? [] : [{ pid: Number(pid), startedBy: Number(startedBy), commandLine }];
}

async function listFromProc(): Promise<RunningProcess[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  return (await Promise.all(pids.map(readFromProc))).flat();
}

/** Empty if the process has ended, belongs to another user, or is a zombie. */
async function readFromProc(pid: string): Promise<RunningProcess[]> {
  try {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8");
    // "pid (name) state ppid …", and the name may contain spaces and brackets.
    const status = await readFile(`/proc/${pid}/stat`, "utf8");
    const startedBy = Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]);
    return [{ pid: Number(pid), startedBy, commandLine: commandLine.replaceAll("\0", " ").trimEnd() }];
  } catch {
    return [];
  }
}
