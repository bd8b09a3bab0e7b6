import { spawn } from "node:child_process";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { showStep } from "./progress.js";

const bound = fileURLToPath(new URL("bound.js", import.meta.url));

/** Thrown when npm fails; the message holds what it printed. */
export class CommandFailedError extends Error {}

/** Runs npm as one step with progress, and keeps its output for the case that it fails. Thrown when it fails or is aborted. */
export async function runNpm(args, { root, signal, doing, done }) {
  signal.throwIfAborted();
  const step = showStep(doing);
  // A group of its own: Ctrl-C reaches the terminal's group, and all that npm started must end before we do.
  const child = spawn(process.execPath, [bound, ...npmCommand(), ...args], {
    cwd: root,
    stdio: "pipe",
    detached: true,
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  const stop = () => child.stdin.end();
  signal.addEventListener("abort", stop);
  const failure = await new Promise((resolve) => {
    child.on("close", (code, killedBy) => resolve(code === 0 ? null : (killedBy ?? `exit code ${code}`)));
  });
  signal.removeEventListener("abort", stop);
  step.end(failure === null ? done : null);
  signal.throwIfAborted();
  if (failure !== null)
    throw new CommandFailedError(
      `${Buffer.concat(output)}\nnpm ${args.slice(0, 2).join(" ")} failed (${failure}); its output is above.`,
    );
}

/** The very npm that runs us, so that versions cannot differ; else the one on the PATH. */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running !== undefined && basename(running).startsWith("npm") ? [process.execPath, running] : ["npm"];
}
