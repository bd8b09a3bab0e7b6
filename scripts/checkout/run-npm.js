import { spawn } from "node:child_process";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { showStep } from "./progress.js";

const bound = fileURLToPath(new URL("bound.js", import.meta.url));

/** Thrown when npm fails. The message contains its output. */
export class CommandFailedError extends Error {}

/** Runs npm as one step with progress, and keeps its output for a failure. Throws when npm fails or is aborted. */
export async function runNpm(args, { root, signal, doing, done }) {
  signal.throwIfAborted();
  const step = showStep(doing);
  // A separate process group: Ctrl-C reaches the terminal's group, and npm's child processes must end before this one.
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

/** The npm that runs this script, so that versions cannot differ; otherwise the one on the PATH. */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running !== undefined && basename(running).startsWith("npm") ? [process.execPath, running] : ["npm"];
}
