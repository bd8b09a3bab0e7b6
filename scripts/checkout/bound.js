import { spawn } from "node:child_process";

/*
 * `node bound.js command …` runs a command that must not outlive the process that started it, even when that one is
 * killed: standard input is a pipe from it, and the pipe's end stops the command and all that it started. It has to
 * run as the leader of a process group.
 */
const [file, ...args] = process.argv.slice(2);
const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit"] });
child.on("error", (cause) => {
  console.error(cause.message);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
// npm would finish a whole installation on a milder signal. What it leaves unfinished is made anew by the next start.
process.stdin.resume().on("end", () => process.kill(-process.pid, "SIGKILL"));
