import { fileURLToPath } from "node:url";
import { buildSources } from "./build-sources.js";
import { installPackages } from "./install-packages.js";
import { withLock } from "./lock.js";
import { CommandFailedError } from "./run-npm.js";

/** The folder of this checkout. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Installs missing packages and, if asked to, builds. Ends the process if a signal stops it. If npm fails, prints its
 * output, sets the exit code and returns false.
 */
export async function prepareCheckout({ builds }) {
  const stopped = new AbortController();
  const stop = (signal) => stopped.abort(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);
  try {
    await withLock(root, stopped.signal, async () => {
      await installPackages(root, stopped.signal);
      if (builds) await buildSources(root, stopped.signal);
    });
    return true;
  } catch (cause) {
    if (stopped.signal.aborted) process.exit(128 + signalNumber(stopped.signal.reason));
    if (!(cause instanceof CommandFailedError)) throw cause;
    console.error(cause.message);
    process.exitCode = 1;
    return false;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop).off("SIGHUP", stop);
  }
}

const signalNumber = (signal) => ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })[signal];
