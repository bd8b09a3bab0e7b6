import { spawn } from "node:child_process";

/*
 * `node bound.js command …` runs a command that must not outlive its parent process, even if the parent is killed.
 * Standard input is a pipe from the parent; the end of the pipe stops the command and all of its child processes. It
 * must run as the leader of a process group.
 */
const [file, ...args] = process.argv.slice(2);
const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit"] });
child.on("error", (cause) => {
  console.error(cause.message);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
// On a milder signal npm would finish the whole installation. The next start repeats an unfinished one.
process.stdin.resume().on("end", () => process.kill(-process.pid, "SIGKILL"));
