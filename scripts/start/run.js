import { fileURLToPath } from "node:url";
import { installPackages } from "./install-packages.js";
import { buildSources } from "./build-sources.js";
import { CommandFailedError } from "./run-npm.js";
import { withLock } from "./lock.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Makes the checkout ready and hands this process over to the API. */
export async function run() {
  stopWithNpm();
  const stopped = new AbortController();
  const stop = (signal) => stopped.abort(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);
  try {
    await withLock(root, stopped.signal, async () => {
      await installPackages(root, stopped.signal);
      await buildSources(root, stopped.signal);
    });
  } catch (cause) {
    if (stopped.signal.aborted) process.exit(128 + signalNumber(stopped.signal.reason));
    if (!(cause instanceof CommandFailedError)) throw cause;
    console.error(cause.message);
    process.exit(1);
  }
  process.off("SIGINT", stop).off("SIGTERM", stop).off("SIGHUP", stop);
  process.setSourceMapsEnabled(true);
  await import("../../dist/main.js");
}

/** npm killed with -9 can forward nothing, and a server that nobody can stop would keep its port. */
function stopWithNpm() {
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, "SIGTERM");
  }, 1_000).unref();
}

const signalNumber = (signal) => ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })[signal];
